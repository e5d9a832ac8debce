/**
 * npm run screenshots
 *
 * Makes the pictures in docs/pictures, of the bot's own answers in the preview: those of the shipped texts, and of two short
 * ones in preview/texts that differ. On a busy machine `DISCORD_STANDIN_PATIENCE=4` gives the bot four times as long to answer.
 */

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { ROOT } from '../src/data.js';
import { browserPath, openBrowser } from './browser.js';
import { openPreview } from './preview.js';

const OUT = path.join(ROOT, 'docs', 'pictures');

/** As wide as a channel on a small screen, in pixels; a picture has three for two. */
const VIEW = { viewport: { width: 640, height: 1200 }, deviceScaleFactor: 1.5 };

/** A first start reads all texts, and makes their vectors. */
const PATIENCE_MS = 120_000;

/** What is on a picture: a command with its options, or a message and what is done with it. */
type Picture = { readonly name: string; readonly waitFor: string; readonly looks?: readonly Look[] } & (
  | { readonly command: string; readonly options: Readonly<Record<string, string>> }
  | { readonly message: string; readonly menu: string }
);

type Look = 'dark' | 'light';

const BOTH: readonly Look[] = ['dark', 'light'];

const SHIPPED: readonly Picture[] = [
  {
    name: 'answer',
    command: 'ask',
    options: { question: 'how many jobs did SoftBank promise?' },
    waitFor: 'The texts say:',
    looks: BOTH,
  },
  {
    name: 'miss',
    command: 'ask',
    options: { question: 'how many jobs did Amazon promise in Norway?' },
    waitFor: 'The texts do not say.',
  },
  {
    name: 'quotation',
    command: 'quote',
    options: { about: 'open-minded' },
    waitFor: 'Also reported, in other words',
  },
  {
    name: 'find-sources',
    message:
      'SoftBank has committed to creating 50,000 US jobs. As of March 2016 Alibaba had 63,000 full-time employees. Alibaba has 12 offices in Norway.',
    menu: 'Find sources',
    waitFor: 'The texts differ',
    looks: BOTH,
  },
];

const MADE: readonly Picture[] = [
  {
    name: 'figures',
    command: 'figure',
    options: { about: 'ferry terminal' },
    waitFor: 'The sources differ',
  },
];

async function takeAll(browser: Browser, folder: string, pictures: readonly Picture[]): Promise<void> {
  const preview = await openPreview({ folder, env: { LOG_LEVEL: 'warning' } });
  try {
    for (const picture of pictures)
      for (const colorScheme of picture.looks ?? ['dark'])
        await take(browser, preview.url, colorScheme, picture);
  } finally {
    await preview.close();
  }
}

async function take(browser: Browser, url: string, look: Look, picture: Picture): Promise<void> {
  const context = await browser.newContext({ ...VIEW, colorScheme: look });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  await page.locator('#state').waitFor({ state: 'hidden' });
  const [first, last] = 'command' in picture ? await ask(page, picture) : await check(page, picture);
  await page
    .locator(`#${await last.getAttribute('id')}`)
    .filter({ hasText: picture.waitFor })
    .waitFor();
  // Else every picture is another one each time.
  await page.evaluate(
    'for (const time of document.querySelectorAll("h3 time")) time.textContent = "12:00 PM"',
  );
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement.blur()');
  const file = path.join(OUT, `${picture.name}-${look}.png`);
  await page.screenshot({ path: file, clip: await around(first, last) });
  process.stdout.write(`${path.relative(ROOT, file)}\n`);
  await context.close();
}

/** The part of the page from one message to another, in its whole width. */
async function around(first: Locator, last: Locator) {
  const [top, bottom] = [await first.boundingBox(), await last.boundingBox()];
  if (!top || !bottom) throw new Error('a message is not on the page');
  return { x: 0, y: top.y, width: VIEW.viewport.width, height: bottom.y + bottom.height - top.y };
}

async function ask(page: Page, picture: Extract<Picture, { command: string }>): Promise<[Locator, Locator]> {
  const found = await nextMessage(page);
  await page.getByLabel('Message #general').pressSequentially(`/${picture.command} `);
  const form = page.getByRole('form');
  for (const [name, value] of Object.entries(picture.options)) {
    const add = form.getByRole('button', { name: `+ ${name}` });
    if (await add.count()) await add.click();
    await form.getByLabel(name).fill(value);
  }
  await form.getByRole('button', { name: 'Send' }).click();
  return [found, found];
}

async function check(
  page: Page,
  picture: Extract<Picture, { message: string }>,
): Promise<[Locator, Locator]> {
  const said = await nextMessage(page);
  await page.getByLabel('Message #general').fill(picture.message);
  await page.keyboard.press('Enter');
  await said.waitFor();
  const found = await nextMessage(page);
  await said.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: picture.menu }).click();
  return [said, found];
}

/** The message that will come after those that are there. */
async function nextMessage(page: Page): Promise<Locator> {
  return page.getByRole('article').nth(await page.getByRole('article').count());
}

const executable = browserPath();
if (executable === null) {
  process.stderr.write('No Chromium is installed to make pictures with; CHROMIUM_PATH names one.\n');
  process.exitCode = 1;
} else {
  await mkdir(OUT, { recursive: true });
  const browser = await openBrowser(executable);
  await takeAll(browser, path.join(ROOT, 'corpus'), SHIPPED);
  await takeAll(browser, path.join(ROOT, 'preview', 'texts'), MADE);
  await browser.close();
}
