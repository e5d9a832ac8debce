/** A browser of this machine, for tests and pictures; none is downloaded. */

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Chromium and its like are installed; on Ubuntu, the last may be a stub that only says how to install it. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/usr/bin/chromium-browser',
];

/** The browser that `CHROMIUM_PATH` names, else one that is installed; `null` where there is none. */
export function browserPath(): string | null {
  const named = process.env.CHROMIUM_PATH;
  return [...(named ? [named] : PLACES)].find((place) => existsSync(place)) ?? null;
}

/** Starts it without a window. */
export const openBrowser = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath });
