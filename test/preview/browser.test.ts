import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserPath, openBrowser } from '../../preview/browser.js';
import { openPreview, type Preview } from '../../preview/preview.js';
import { bodyOf, makeCorpus } from '../discord/verbatim.js';
import { patient } from '../support/patience.js';
import { buildPage } from './build.js';
import { HOSTILE_FILES, HOSTILE_WORDS } from './hostile.js';

const executable = browserPath();
if (executable === null)
  console.warn('Skipped: the preview in a browser, for no Chromium is installed (CHROMIUM_PATH names one).');

const JOBS = 'how many jobs did SoftBank promise?';
const ANSWER = 'SoftBank of Japan has already committed to creating 50,000 US jobs.';

describe.skipIf(executable === null)('GIVEN the preview in a browser', () => {
  let corpus: Awaited<ReturnType<typeof makeCorpus>>;
  let preview: Preview;
  let browser: Browser;
  let page: Page;
  /** What may never happen: requests to elsewhere, errors of the page, dialogs. */
  let faults: string[];

  beforeAll(async () => {
    buildPage();
    corpus = await makeCorpus({
      'one-million-jobs.txt': await bodyOf('corpus/one-million-jobs.txt'),
      'us-jobs-program.txt': await bodyOf('corpus/us-jobs-program.txt'),
      ...HOSTILE_FILES,
    });
    preview = await openPreview({ folder: corpus.dir, env: { LOG_LEVEL: 'error' } });
    browser = await openBrowser(executable ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.close();
    await corpus?.remove();
  });
  beforeEach(async () => {
    faults = [];
    page = await opened();
  });
  afterEach(async () => {
    expect(await page.evaluate('window.refused')).toEqual([]);
    expect(await page.evaluate('window.hit')).toBe(undefined);
    expect(await page.locator('#refused li').allTextContents()).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  async function opened(options: object = {}, user = 'Alice'): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
    const made = await context.newPage();
    made.setDefaultTimeout(patient(15_000));
    await made.addInitScript(
      'window.refused = []; addEventListener("securitypolicyviolation", (e) => refused.push(e.violatedDirective))',
    );
    made.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    made.on('pageerror', (error) => faults.push(String(error)));
    made.on('dialog', (dialog) => faults.push(dialog.message()));
    made.on('request', (request) => request.url().startsWith(preview.url) || faults.push(request.url()));
    await made.goto(preview.url);
    await made.locator('#state').waitFor({ state: 'hidden', timeout: patient(60_000) });
    if (user !== 'Alice') await made.getByLabel('You are').selectOption(user);
    return made;
  }

  const box = (at = page) => at.getByRole('textbox', { name: 'Message #general' });
  const messages = (at = page) => at.getByRole('article');
  /** The last message once it has these words. */
  const message = (words: string | RegExp, at = page): Locator =>
    messages(at).filter({ hasText: words }).last();

  /** A slash command as somebody types it, with its first option. */
  async function command(
    name: string,
    first: string | null,
    more: Record<string, string> = {},
  ): Promise<void> {
    await box().pressSequentially(`/${name} `);
    const form = page.getByRole('form', { name: `/${name}` });
    if (first !== null) await form.getByRole('combobox').first().fill(first);
    for (const [option, value] of Object.entries(more)) {
      await form.getByRole('button', { name: `+ ${option}` }).click();
      await form.getByLabel(option).selectOption(value);
    }
    await form.getByRole('button', { name: 'Send' }).click();
  }

  async function say(words: string): Promise<void> {
    await box().fill(words);
    await box().press('Escape');
    await box().press('Enter');
  }

  /** The first message with these words that comes after something is done. */
  async function fresh(words: string | RegExp, act: () => Promise<void>): Promise<Locator> {
    const ids = await messages().evaluateAll((all) => all.map(({ id }) => id));
    await act();
    const before = ids.length === 0 ? '' : `#${ids.at(-1)} ~ `;
    const found = page.locator(`#messages > ${before}article`).filter({ hasText: words }).first();
    return page.locator(`#${await found.getAttribute('id')}`);
  }

  it('WHEN a command is typed, chosen and completed by keyboard THEN its answer is shown as Discord shows it', async () => {
    await box().pressSequentially('/as');
    await page.getByRole('option', { name: '/ask' }).waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('combobox', { name: 'question' }).pressSequentially(JOBS);
    const answer = await fresh(ANSWER, () => page.getByRole('button', { name: 'Send' }).click());
    expect(await answer.getByRole('heading', { level: 4 }).textContent()).toBe(JOBS);
    expect(await answer.locator('blockquote strong').textContent()).toBe(ANSWER);
    expect(await answer.locator('.subtext').first().textContent()).toMatch(/^\[1\] /);
    expect(await answer.locator('.origin').textContent()).toBe('Alice used /ask');
  });

  it('WHEN an option is completed THEN the bot’s suggestion is sent', async () => {
    await box().pressSequentially('/quote ');
    await page.getByRole('button', { name: '+ speaker' }).click();
    const field = page.getByRole('combobox', { name: 'speaker' });
    await field.pressSequentially('jack');
    await page
      .getByRole('option', { name: /Jack Ma/ })
      .first()
      .waitFor();
    await field.press('Enter');
    expect(await field.inputValue()).toMatch(/Jack Ma/);
    await fresh(/Jack Ma/, () => page.getByRole('button', { name: 'Send' }).click());
  });

  it('WHEN a required option is left out THEN nothing is sent', async () => {
    const before = await messages().count();
    await box().pressSequentially('/ask ');
    await page.getByRole('button', { name: 'Send' }).click();
    expect(await page.evaluate('document.activeElement.matches(":invalid")')).toBe(true);
    await page.keyboard.press('Escape');
    expect([await messages().count(), await box().isVisible()]).toEqual([before, true]);
  });

  it('WHEN a page is turned THEN the message changes where it stands and the keyboard stays on it', async () => {
    const answer = await fresh(ANSWER, () => command('ask', JOBS));
    const id = await answer.getAttribute('id');
    const turn = answer.getByRole('button', { name: 'Read on' });
    await turn.focus();
    await page.keyboard.press('Enter');
    const turned = page.locator(`#${id}`);
    await turned.getByRole('button', { name: 'Back' }).waitFor();
    expect(await page.evaluate(`document.activeElement.closest('article')?.id`)).toBe(id);
  });

  it('WHEN a way is taken THEN it opens for that one alone, and can be dismissed', async () => {
    const answer = await fresh(ANSWER, () => command('ask', JOBS));
    const opened = await fresh('Only you can see this', () =>
      answer.getByRole('button', { name: 'Open in the text' }).click(),
    );
    const id = await opened.getAttribute('id');
    await opened.getByRole('button', { name: 'Dismiss message' }).click();
    await page.locator(`#${id}`).waitFor({ state: 'detached' });
  });

  it('WHEN a private answer is shared THEN others see it, and it alone', async () => {
    const bob = await opened({}, 'Bob');
    const own = await fresh('Only you can see this', () => command('ask', JOBS, { private: 'True' }));
    const id = await own.getAttribute('id');
    const shared = await fresh(ANSWER, () => own.getByRole('button', { name: 'Share' }).click());
    await bob.locator(`#${await shared.getAttribute('id')}`).waitFor();
    expect(await bob.locator(`#${id}`).count()).toBe(0);
    await bob.context().close();
  });

  it('WHEN somebody else presses a page button THEN they get a copy of their own', async () => {
    const answer = await fresh(ANSWER, () => command('ask', JOBS));
    const bob = await opened({}, 'Bob');
    const same = bob.locator(`#${await answer.getAttribute('id')}`);
    await same.getByRole('button', { name: 'Read on' }).click();
    await message('Only you can see this', bob).waitFor();
    expect(await answer.locator('blockquote strong').first().textContent()).toBe(ANSWER);
    await bob.context().close();
  });

  it('WHEN an answer is deleted THEN it is gone', async () => {
    const answer = await fresh(ANSWER, () => command('ask', JOBS));
    const id = await answer.getAttribute('id');
    await answer.getByRole('button', { name: 'Delete' }).click();
    await page.locator(`#${id}`).waitFor({ state: 'detached' });
  });

  it('WHEN a text is chosen from a list by keyboard THEN it opens', async () => {
    const list = await fresh('texts:', () => command('sources', null));
    await list.getByRole('button', { name: 'Open a text' }).focus();
    await page.keyboard.press('Enter');
    const opened = await fresh('Only you can see this', async () => {
      await page.keyboard.press('End');
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
    });
    expect(await opened.locator('blockquote').count()).toBeGreaterThan(0);
  });

  it('WHEN the texts do not answer THEN that is said to the asker alone', async () => {
    const miss = await fresh('The texts do not say.', () => command('ask', 'how tall is the Eiffel Tower?'));
    expect(await miss.locator('.only-you').count()).toBe(1);
  });

  it('WHEN Find sources is taken from a message’s menu by keyboard THEN its claims are checked', async () => {
    const said = await fresh(ANSWER, () => say(ANSWER));
    expect(await said.locator('.app').count()).toBe(0);
    await said.getByRole('button', { name: /^More/ }).focus();
    await page.keyboard.press('Enter');
    const checked = await fresh('Only you can see this', async () => {
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate('document.activeElement.textContent')).toMatch(/^Find sources/);
      await page.keyboard.press('Enter');
    });
    await page
      .locator(`#${await checked.getAttribute('id')}`)
      .filter({ hasText: 'The texts say this' })
      .waitFor();
  });

  it('WHEN the bot is mentioned, then replied to THEN it answers, and goes on from its answer', async () => {
    await box().pressSequentially('@Ver');
    await page.keyboard.press('Enter');
    expect(await box().inputValue()).toBe('@Verbatim ');
    await box().pressSequentially(JOBS);
    const answer = await fresh(ANSWER, () => box().press('Enter'));
    await answer.getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: 'Reply' }).click();
    const next = await fresh(/about: .*Alibaba/, () => say('what about Alibaba?'));
    expect(await next.locator('.origin').textContent()).toMatch(/in reply to Alice: what about Alibaba/);
  });

  it('WHEN a command is named in an answer THEN a click fills it in', async () => {
    const help = await fresh('/ask', () => command('help', null));
    await help.getByRole('button', { name: '/ask', exact: true }).first().click();
    expect(await page.getByRole('form', { name: '/ask' }).isVisible()).toBe(true);
  });

  it('WHEN the payload is asked for THEN it is what the bot sent', async () => {
    const answer = await fresh(ANSWER, () => command('ask', JOBS));
    await answer.getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: 'Show payload' }).click();
    const { components } = JSON.parse((await answer.locator('.payload').textContent()) ?? '');
    expect(JSON.stringify(components)).toContain(`**${ANSWER}**`);
  });

  it('WHEN the second tab is opened THEN it shows texts, marks and what was left out', async () => {
    await page.getByRole('tab', { name: 'Channel' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('empty.txt').waitFor();
    await page.getByRole('button', { name: 'Trump Discusses' }).click();
    await page.locator('mark.quotation').first().waitFor();
    expect(await page.locator('mark.figure').count()).toBeGreaterThan(0);
    expect(await page.locator('.marks').first().textContent()).not.toBe('');
  });

  it('WHEN a question is explained THEN windows, the reader’s logits and the weights stand there', async () => {
    await page.getByRole('tab', { name: 'Corpus' }).click();
    await page.getByLabel('Why is a question').fill(JOBS);
    await page.keyboard.press('Enter');
    await page.locator('.explanation').waitFor({ timeout: patient(60_000) });
    expect(await page.locator('.outcome').textContent()).toMatch(/^The texts say – confidence 0\.\d/);
    expect(await page.locator('.window .first').textContent()).toContain(ANSWER);
  });

  it('WHEN texts, titles and questions are hostile THEN they are shown as they stand, and nothing of them runs', async () => {
    const answer = await fresh(HOSTILE_WORDS, () => command('ask', 'how high is the tower of Lindholm?'));
    expect(await answer.locator('script, img, iframe').count()).toBe(0);
    expect(await answer.locator('a:not([href^="http"])').count()).toBe(0);
    await fresh('<img', () =>
      command('ask', '<img src=x onerror="window.hit=1"> **bold** [a](javascript:alert(1))'),
    );
    await fresh('<script>', () => say('<script>window.hit=1</script> [x](javascript:window.hit=1)'));
    await fresh('texts:', () => command('sources', null));
    await page.getByRole('tab', { name: 'Corpus' }).click();
    for (const title of await page.locator('.texts button').all()) {
      await title.click();
      await page.locator('.source').waitFor();
    }
    expect(await page.locator('.reading script, .reading img').count()).toBe(0);
    expect(await page.evaluate('document.scripts.length')).toBe(1);
  });

  it('WHEN the bot cannot start THEN that is said', async () => {
    const empty = await makeCorpus({ 'empty.txt': '' });
    const failing = await openPreview({ folder: empty.dir, env: { LOG_LEVEL: 'error' } });
    const at = await page.context().newPage();
    await at.goto(failing.url);
    await at.getByText('The bot ended with exit code 1.').waitFor({ timeout: patient(30_000) });
    await failing.close();
    await empty.remove();
  });

  describe.each(['dark', 'light'] as const)('WHEN it is %s', (colorScheme) => {
    it.each([1000, 360])(
      'THEN at %s pixels axe finds nothing, and nothing is wider than the screen',
      async (width) => {
        const at = await opened({ colorScheme, viewport: { width, height: 740 } });
        await at.getByRole('button', { name: /^More/ }).last().click();
        await checkAccess(at);
        await at.keyboard.press('Escape');
        await box(at).pressSequentially('/ask ');
        await checkAccess(at);
        await at.keyboard.press('Escape');
        await at.getByRole('tab', { name: 'Corpus' }).click();
        await at.getByRole('button', { name: 'Trump Discusses' }).click();
        await at.locator('.source').waitFor();
        await checkAccess(at);
        await at.getByLabel('Why is a question').fill(JOBS);
        await at.keyboard.press('Enter');
        await at.locator('.explanation').waitFor({ timeout: patient(60_000) });
        await checkAccess(at);
        await at.context().close();
      },
    );
  });

  async function checkAccess(at: Page): Promise<void> {
    expect(await at.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await at.evaluate(axe.source);
    const run = "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)";
    const violations = (await at.evaluate(run)) as axe.Result[];
    const named = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
    );
    expect(named).toEqual([]);
  }
});
