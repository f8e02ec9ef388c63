import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{site,edge,scripts,test}/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    restoreMocks: true,
  },
});
