import { InteractionResponseType } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { visibleText } from '../../tools/discord-standin/src/index.js';
import { quotationsOf, shown } from './reading.js';
import { type Connected, connectBot, makeCorpus, stopCleanly } from './verbatim.js';

const AUCTION = Array.from(
  { length: 50 },
  (_, i) =>
    `Bidding went on in hall ${i + 1}, where the crowd had waited since the early morning in spite of the steady rain. “I have never seen a vase like number ${i + 1} in this town,” said Clara Finch.`,
).join('\n\n');
const HARBOUR = [
  'Clara Finch opened the meeting. “The harbour needs a new crane,” said Clara Finch.',
  'The council voted. “We shall pay for it,” Mayor Owen Hale said.',
  'The port employs 4,200 dockers and handles 310 ships a year.',
].join('\n\n');
const GAZETTE =
  'The port employs 4,200 dockers, the council told the paper.\n\nA new crane costs $1.5 million.';

describe('GIVEN texts with quotations and figures', () => {
  let corpus: Awaited<ReturnType<typeof makeCorpus>>;
  let connected: Connected;
  let discord: Connected['discord'];
  beforeAll(async () => {
    corpus = await makeCorpus({ 'auction.txt': AUCTION, 'harbour.txt': HARBOUR, 'gazette.txt': GAZETTE });
    connected = await connectBot({ CORPUS_DIR: corpus.dir });
    discord = connected.discord;
  });
  afterEach(() => expect(discord.takeViolations()).toEqual([]));
  afterAll(async () => {
    await stopCleanly(connected);
    await corpus.remove();
  });

  describe('WHEN somebody asks who said what', () => {
    it('THEN /quote shows the words in bold in their sentence, the speaker, and the citation', async () => {
      const reply = await discord.slash('quote', { speaker: 'Owen Hale' });
      const [quotation, ...others] = quotationsOf(reply);
      expect(reply.ephemeral).toBe(false);
      expect(reply.text).toMatch(/Owen Hale/);
      expect(HARBOUR).toContain(quotation?.text);
      expect(quotation?.bold).toEqual([expect.stringContaining('We shall pay for it')]);
      expect(quotation?.citation).toMatch(/^Harbour$/);
      expect(others).toEqual([]);
    });

    it('THEN a subject and a source narrow it down', async () => {
      const about = await discord.slash('quote', { about: 'crane' });
      expect(quotationsOf(about).map(({ text }) => text)).toEqual([expect.stringContaining('new crane')]);
      const source = await discord.slash('quote', { speaker: 'Clara Finch', source: 'harbour' });
      expect(quotationsOf(source)).toHaveLength(1);
      expect((await discord.slash('quote', { speaker: 'Owen Hale', private: true })).ephemeral).toBe(true);
    });

    it('THEN somebody who is not quoted is told to the asker alone', async () => {
      const reply = await discord.slash('quote', { speaker: 'Nobody Special' });
      expect(reply.ephemeral).toBe(true);
      expect(reply.text).toContain('The texts quote no “Nobody Special”');
    });

    it('THEN speakers and subjects are completed, and what is suggested is accepted as shown or as sent', async () => {
      const speakers = await discord.autocomplete('quote', 'speaker', 'clara');
      expect(speakers.map(({ value }) => value)).toEqual(['Clara Finch']);
      for (const speaker of [speakers[0]?.name, speakers[0]?.value, 'clara finch']) {
        const reply = await discord.slash('quote', { speaker: String(speaker), source: 'harbour' });
        expect(quotationsOf(reply)).toHaveLength(1);
      }
      const subjects = await discord.autocomplete('quote', 'about', 'cra');
      expect(subjects.map(({ value }) => value)).toContain('crane');
    });
  });

  describe('WHEN somebody asks for figures', () => {
    it('THEN /figure shows the same figure of two articles side by side, each with its citation', async () => {
      const reply = await discord.slash('figure', { about: 'dockers' });
      const quotations = quotationsOf(reply);
      expect(reply.text).toContain('Both sources say:');
      expect(quotations.map(({ bold }) => bold)).toEqual([['4,200'], ['4,200']]);
      const articles = [HARBOUR, GAZETTE].map((body) => quotations.filter(({ text }) => body.includes(text)));
      expect(articles.map(({ length }) => length)).toEqual([1, 1]);
      expect(quotations.every(({ citation }) => citation)).toBe(true);
    });

    it('THEN a source narrows it down, and a private answer is private', async () => {
      const reply = await discord.slash('figure', { about: 'dockers', source: 'gazette', private: true });
      expect(quotationsOf(reply).map(({ text }) => text)).toEqual([
        expect.stringContaining('told the paper'),
      ]);
      expect(reply.ephemeral).toBe(true);
    });

    it('THEN what no text counts is told to the asker alone', async () => {
      const reply = await discord.slash('figure', { about: 'submarines' });
      expect([reply.ephemeral, reply.text]).toEqual([true, 'The texts give no such figure.']);
    });

    it('THEN subjects are completed, and what is suggested is accepted as shown or as sent', async () => {
      const [choice] = await discord.autocomplete('figure', 'about', 'docker');
      expect(choice?.value).toBe('dockers');
      for (const about of [choice?.name, choice?.value]) {
        const reply = await discord.slash('figure', { about: String(about) });
        expect(quotationsOf(reply)).toHaveLength(2);
      }
    });
  });

  describe('WHEN there are more than fit on a page', () => {
    it.each([
      ['quote', { speaker: 'Clara Finch', source: 'auction' }, 50],
      ['figure', { source: 'auction' }, 50],
    ])('THEN the pages of /%s hold all of them', async (command, values, least) => {
      const reply = await discord.slash(command, values);
      const heading = reply.text.split('\n')[0];
      const texts = quotationsOf(reply).map(({ text }) => text);
      while (reply.findButton('Next page')) {
        const click = await discord.click(reply, 'Next page');
        expect(click.callback?.type).toBe(InteractionResponseType.UpdateMessage);
        expect(reply.text.split('\n')[0]).toBe(heading);
        texts.push(...quotationsOf(reply).map(({ text }) => text));
      }
      expect(reply.text).toMatch(/^-# Page [2-9]/m);
      expect(new Set(texts).size).toBeGreaterThanOrEqual(least);
      for (const text of texts) expect(AUCTION).toContain(text);
    });
  });

  it('WHEN the bot starts again THEN the buttons of both commands work', async () => {
    const quote = await discord.slash('quote', { source: 'auction' });
    const figure = await discord.slash('figure', { source: 'auction', private: true });
    const firsts = [quote.text, figure.text];
    await connected.bot.kill();
    connected.bot = discord.startBot({ env: { CORPUS_DIR: corpus.dir } });
    await discord.ready();
    for (const reply of [quote, figure]) await discord.click(reply, 'Next page');
    expect([quote.text, figure.text].map((text) => shown(text).text)).toEqual([
      expect.stringMatching(/Page 2 of \d+/),
      expect.stringMatching(/Page 2 of \d+/),
    ]);
    expect(figure.ephemeral).toBe(true);
    for (const reply of [quote, figure]) await discord.click(reply, 'Previous page');
    expect([quote.text, figure.text]).toEqual(firsts);
    const share = await discord.click(figure, 'Share');
    await discord.until(() => share.followups.length > 0, 'nothing was shared');
    expect(share.followups.map(visibleText)).toEqual([figure.text]);
    await discord.click(quote, 'Delete');
    expect(quote.message).toBeUndefined();
  });
});
