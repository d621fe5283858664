import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const alias = [
  { find: 'server-only', replacement: at('./node_modules/server-only/empty.js') },
  { find: /^@\//, replacement: at('./') },
]

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'node',
          setupFiles: ['./vitest.quiet-log.ts'],
          environment: 'node',
          include: ['{lib,sandbox,app,scripts,faults}/**/*.test.ts', 'proxy.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'dom',
          setupFiles: ['./vitest.patience.ts', './vitest.popover.ts'],
          environment: 'happy-dom',
          include: ['{components,app,lib}/**/*.test.tsx'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
