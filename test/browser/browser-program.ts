import { existsSync } from 'node:fs';

/** Where Chromium and its relatives usually are; the first that is there is taken. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser's program: the one that MICROCRED_CHROMIUM names and no other, or else one at a usual place. */
export function browserProgram(): string | undefined {
  const named = process.env['MICROCRED_CHROMIUM'];
  return (named === undefined ? usualPlaces : [named]).find((place) => existsSync(place));
}

/** Whether a machine without a browser fails these tests instead of leaving them out; `.ci/run` asks for it. */
export function isBrowserRequired(): boolean {
  return process.env['MICROCRED_BROWSER_TESTS'] === 'required';
}

/** What to say where no browser is found. */
export function noBrowserText(): string {
  const named = process.env['MICROCRED_CHROMIUM'];
  const place = named === undefined ? 'at the usual places' : `at MICROCRED_CHROMIUM=${named}`;
  return `There is no Chromium ${place}. Install it (on Debian: apt-get install chromium), or name its program in MICROCRED_CHROMIUM.`;
}
