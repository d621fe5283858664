/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  agentRules: false,
  images: { unoptimized: true },
  // In bytes as written: smaller parts of a page come in one file. From some 200 kB on, pages would fetch the same again.
  experimental: { turbopackChunking: { minChunkSize: 150_000, maxMergeChunkSize: 1_000_000 } },
  devIndicators: false,
  serverExternalPackages: ['@electric-sql/pglite', '@node-rs/argon2', 'pg', 'pino'],
  // A browser that finds no icon named, for a moment between two pages, asks for this one.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  outputFileTracingIncludes: {
    '/*': ['./drizzle/**', './node_modules/@electric-sql/pglite/dist/**/*.{js,wasm,data,gz}'],
  },
}
