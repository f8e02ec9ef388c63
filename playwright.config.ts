import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/lib/find-chromium.ts';

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Without a screen it calls itself another name, by which a registration is held back as a robot's. */
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0';

const executablePath = process.env['GATEHOUSE_CHROMIUM'] ?? findChromium();

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './test/e2e/support/server.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 7_500 },
  use: {
    // Set by the global set-up, which runs before the workers read this file.
    baseURL: process.env['GATEHOUSE_E2E_URL'],
    browserName: 'chromium',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: CHROMIUM_FLAGS,
      // In the C locale Chromium saves no file under a name that is not ASCII.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'phone',
      // Asks the server, to whom all screens are one.
      testIgnore: '**/downloads.spec.ts',
      use: {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
        userAgent: `Mozilla/5.0 (Linux; Android 16; K) ${CHROME} Mobile Safari/537.36`,
      },
    },
    {
      name: 'desktop',
      use: {
        viewport: { width: 1440, height: 900 },
        userAgent: `Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Safari/537.36`,
      },
    },
  ],
});
