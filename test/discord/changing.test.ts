import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { quotationsOf } from './reading.js';
import { type Connected, connectBot, logOf, makeCorpus, stopCleanly } from './verbatim.js';

const QUESTION = 'When does the ferry to Orrin Bridge sail?';
const ferryAt = (hour: string) => `The ferry to Orrin Bridge sails at ${hour}.\n`;

describe('GIVEN a bot whose texts are changed while it runs', () => {
  let corpus: Awaited<ReturnType<typeof makeCorpus>>;
  let connected: Connected;
  let discord: Connected['discord'];
  beforeAll(async () => {
    corpus = await makeCorpus({
      'ferry.txt': ferryAt('nine'),
      'mill.txt': 'The mill at Orrin Bridge burned down in 1911.\n',
    });
    connected = await connectBot({ CORPUS_DIR: corpus.dir });
    discord = connected.discord;
  });
  afterEach(() => expect(discord.takeViolations()).toEqual([]));
  afterAll(async () => {
    await stopCleanly(connected);
    await corpus.remove();
  });

  const file = (name: string) => path.join(corpus.dir, name);
  const answer = async () =>
    quotationsOf(await discord.slash('ask', { question: QUESTION }))[0]?.bold[0] ?? '';

  /** Asks until the answer has these words. */
  async function answered(words: string): Promise<void> {
    for (let tries = 0; tries < 200; tries++) if ((await answer()).includes(words)) return;
    throw new Error(`never answered with ${words}`);
  }

  it('WHEN a text is saved THEN it answers as it is now, and old buttons say that the texts have changed', async () => {
    const before = await discord.slash('sources', { source: 'ferry', private: true });
    await writeFile(file('ferry.txt'), ferryAt('ten'));
    await answered('ten');
    const click = await discord.click(before, 'Share');
    expect(click.text).toBe('The texts have changed since this answer. Ask again.');
  });

  it('WHEN a text is renamed, removed and added THEN /sources and suggestions follow', async () => {
    await rename(file('mill.txt'), file('windmill.txt'));
    await rm(file('ferry.txt'));
    await writeFile(file('boat.md'), `# Boats\n\n${ferryAt('noon')}`);
    await answered('noon');
    const choices = await discord.autocomplete('ask', 'source', '');
    expect(choices.map(({ value }) => value)).toEqual(['boat', 'windmill']);
  });

  it('WHEN a save is faulty THEN the last good text answers, and the log and /reload say so', async () => {
    await writeFile(file('boat.md'), 'GIF89a\0\0');
    await discord.until(
      () => logOf(connected.bot).some((line) => line.includes('boat.md: left out')),
      'no warning',
    );
    expect(await answer()).toContain('noon');
    const reply = await discord.slash('reload');
    await discord.until(() => reply.text.includes('texts were read'), 'no report');
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).toMatch(
      /^2 texts were read, 1 file left out:\nboat\.md: left out: .*as it was before/,
    );
    await writeFile(file('boat.md'), ferryAt('four'));
    await answered('four');
  });

  it('WHEN all texts are gone THEN those of before go on answering', async () => {
    await rm(file('boat.md'));
    await rm(file('windmill.txt'));
    await discord.until(
      () => logOf(connected.bot).some((line) => /^warning: .*holds no text/.test(line)),
      'no warning',
    );
    expect(await answer()).toContain('four');
    const reply = await discord.slash('reload');
    await discord.until(() => reply.text !== '', 'no report');
    expect(reply.text).toMatch(/log says why.*go on answering/);
    expect(reply.text).not.toContain(corpus.dir);
    await writeFile(file('ferry.txt'), ferryAt('six'));
    await answered('six');
  });

  it.skipIf(process.platform === 'win32')(
    'WHEN it gets SIGHUP THEN it reads all again and stays',
    async () => {
      const lines = () => logOf(connected.bot).filter((line) => /One text was read/.test(line)).length;
      const before = lines();
      connected.bot.signal('SIGHUP');
      await discord.until(() => lines() > before, 'nothing was read');
      expect(connected.bot.ended).toBeUndefined();
      expect(await answer()).toContain('six');
    },
  );

  it.skipIf(process.platform === 'win32')(
    'WHEN it was started by hand and its terminal closes THEN it ends',
    async () => {
      const terminal = '--import=data:text/javascript,process.stdin.isTTY=true';
      const byHand = await connectBot({ CORPUS_DIR: corpus.dir, NODE_OPTIONS: terminal });
      expect(await byHand.bot.kill('SIGHUP')).toMatchObject({ signal: 'SIGHUP' });
      await stopCleanly(byHand);
    },
  );
});
