import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';
import { runCommand } from './run-command.ts';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_PROGRAMS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser the tests drive: the system's, else the one Playwright downloaded; null where there is none. */
export function findChromium(): string | null {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => PROGRAMS.map((program) => join(folder, program)));
  const candidates = [...onPath, ...MAC_PROGRAMS, chromium.executablePath()];
  return candidates.find((path) => existsSync(path) && isExecutable(path)) ?? null;
}

/**
 * Finds a browser or installs one: Debian's package where we may, else Playwright's own download.
 * @throws when neither works, with what to do.
 */
export async function ensureChromium({ say }: { readonly say: (line: string) => void }): Promise<string> {
  const found = findChromium();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    say('No Chromium here. Installing Debian’s package …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runCommand('apt-get', ['update', '-q'], { env });
    await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env });
  } else {
    say('No Chromium here. Downloading one with Playwright …');
    await runCommand('playwright', ['install', 'chromium'], { isLive: true });
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'There is no Chromium and none could be installed. Install Chromium or Chrome and run this again.',
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
