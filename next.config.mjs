/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  agentRules: false,
  images: { unoptimized: true },
  devIndicators: false,
  serverExternalPackages: ['@electric-sql/pglite', '@node-rs/argon2', 'pg', 'pino'],
  outputFileTracingIncludes: {
    '/*': ['./drizzle/**', './node_modules/@electric-sql/pglite/dist/**/*.{js,wasm,data,gz}'],
  },
}
