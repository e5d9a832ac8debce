import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { visibleText } from '../../tools/discord-standin/src/index.js';
import { quotationsOf, shown } from './reading.js';
import { bodyOf, type Connected, callbacksOf, connectBot, makeCorpus, stopCleanly } from './verbatim.js';

const JOBS = 'how many jobs did SoftBank promise';
const JOBS_ANSWER = 'SoftBank of Japan has already committed to creating 50,000 US jobs.';
/** A passage has to do with it, but may not answer. */
const MEETING = 'what did Trump say about Ma';
const PARIS = 'what is the weather in Paris';

describe('GIVEN the shipped articles', () => {
  let connected: Connected;
  let discord: Connected['discord'];
  beforeAll(async () => {
    connected = await connectBot();
    discord = connected.discord;
  });
  afterEach(() => expect(discord.takeViolations()).toEqual([]));
  afterAll(() => stopCleanly(connected));

  describe('WHEN a question is asked that the texts answer', () => {
    it('THEN all see the sentence in bold, cut from its paragraph, and the source in a line', async () => {
      const reply = await discord.slash('ask', { question: JOBS });
      const article = await bodyOf('corpus/one-million-jobs.txt');
      const [quotation, ...others] = quotationsOf(reply);
      expect(reply.ephemeral).toBe(false);
      expect(reply.text.split('\n').slice(0, 3)).toEqual([
        `### ${JOBS}`,
        'The texts say:',
        '**50,000** US jobs · SoftBank',
      ]);
      expect(quotation?.bold).toEqual([JOBS_ANSWER]);
      expect(article.split('\n\n').some((one) => one.includes(quotation?.text ?? '-'))).toBe(true);
      expect(quotation?.citation).toBe('One million jobs');
      expect(others.every(({ bold }) => bold.length === 0)).toBe(true);
      expect(callbacksOf(discord, reply)).toHaveLength(1);
    });

    it('THEN one that is not sure is for the asker alone, who may share it', async () => {
      const reply = await discord.slash('ask', { question: MEETING });
      expect(reply.ephemeral).toBe(true);
      expect(reply.text).toContain('Closest passage:');
      expect(reply.buttons.map(({ label }) => label)).toContain('Share');
    });

    it.each([
      ['in a direct message', { guild: null }],
      ['where only the user has installed it', { userInstalled: true }],
    ] as const)('THEN it is answered %s as well', async (_, where) => {
      const reply = await discord.slash('ask', { question: JOBS }, where);
      expect(quotationsOf(reply)[0]?.bold).toEqual([JOBS_ANSWER]);
    });

    it('THEN whoever asks privately sees it alone', async () => {
      const reply = await discord.slash('ask', { question: JOBS, private: true });
      expect(reply.ephemeral).toBe(true);
      expect(quotationsOf(reply)[0]?.bold).toEqual([JOBS_ANSWER]);
    });
  });

  describe('WHEN the texts do not answer', () => {
    it('THEN the asker alone is told so, with no passage before they want one', async () => {
      const reply = await discord.slash('ask', { question: PARIS });
      expect(reply.ephemeral).toBe(true);
      expect(reply.text).toBe(`### ${PARIS}\nThe texts do not say.`);
    });

    it('THEN the nearest passages are one click away and not presented as the answer', async () => {
      const reply = await discord.slash('ask', { question: 'when was Jack Ma born' });
      expect(quotationsOf(reply)).toEqual([]);
      await discord.click(reply, 'Show the nearest passages');
      expect(reply.text).toContain('not an answer');
      expect(quotationsOf(reply).length).toBeGreaterThan(1);
      expect(quotationsOf(reply).flatMap(({ bold }) => bold)).toEqual([]);
      await discord.click(reply, 'Back');
      expect(reply.text.split('\n').slice(1)).toEqual(['The texts do not say.']);
    });

    it('THEN whom it is for is not told, as nobody else sees it', async () => {
      const forBob = { for: '4242424242424242' };
      const miss = await discord.slash('ask', { question: PARIS, ...forBob });
      expect(miss.text).toBe(`### ${PARIS}\nThe texts do not say.`);
      const answer = await discord.slash('ask', { question: JOBS, ...forBob });
      expect(answer.text).toContain('-# for <@');
    });

    it('THEN a quoted phrase that no passage has is said to be the reason', async () => {
      const reply = await discord.slash('ask', { question: 'who spoke of "a purple harvest" with Trump' });
      expect(reply.ephemeral).toBe(true);
      expect(reply.text).toContain('no passage has the quoted phrase');
    });
  });

  it('WHEN many ask at once THEN each is answered, once', async () => {
    const asking = Array.from({ length: 50 }, (_, i) =>
      discord.slash('ask', { question: i % 2 ? JOBS : MEETING }, { user: `reader ${i}` }),
    );
    const replies = await Promise.all(asking);
    for (const [i, reply] of replies.entries()) {
      expect(reply.text.split('\n')[0]).toBe(`### ${i % 2 ? JOBS : MEETING}`);
      expect(callbacksOf(discord, reply)).toHaveLength(1);
    }
  });

  describe('WHEN a source is named', () => {
    const source = async (name: string) => discord.slash('ask', { question: MEETING, source: name });

    it.each([
      ['its id', 'us-jobs-program'],
      ['its title', 'Trump Discusses Potential US Jobs Program with Alibaba CEO Jack Ma'],
      ['its title in other letters', 'trump discusses potential us jobs program with alibaba ceo jack ma'],
      ['a part of it', 'Potential US Jobs'],
      ['its file', '000_3a7420d63caa0189.txt'],
    ])('THEN %s makes the answer come from it alone', async (_, name) => {
      const reply = await source(name);
      const citations = quotationsOf(reply).filter(({ bold }) => bold.length > 0);
      expect(citations.map(({ citation }) => citation)).toEqual([
        expect.stringMatching(/^Trump Discusses Potential US Jobs Program/),
      ]);
    });

    it('THEN the label that autocomplete shows does as well as its value', async () => {
      const choices = await discord.autocomplete('ask', 'source', 'one mill', { question: MEETING });
      expect(choices).toHaveLength(1);
      for (const text of [choices[0]?.name, choices[0]?.value]) {
        expect(quotationsOf(await source(String(text)))[0]?.citation).toMatch(/^One million jobs/);
      }
    });

    it('THEN an unknown one is told to the asker alone, with those that there are', async () => {
      const reply = await source('the Gazette');
      expect(reply.ephemeral).toBe(true);
      expect(reply.text).toContain('No source is called “the Gazette”');
      expect(reply.text).toContain('us-jobs-program');
    });

    it('THEN one that several sources match is told, with their ids', async () => {
      const reply = await source('jobs');
      expect(reply.text).toContain('More than one source is called “jobs”');
      expect(shown(reply.text).text).toMatch(/one-million-jobs, us-jobs-program/);
    });
  });

  describe('WHEN the question is not one', () => {
    it.each([
      ['empty', ' ', 'The question is empty.'],
      ['longer than Discord lets anybody type', 'why '.repeat(100), 'at most 300 are looked up'],
    ])('THEN one that is %s is explained to the asker alone', async (_, question, words) => {
      const reply = await discord.slash('ask', { question });
      expect(reply.ephemeral).toBe(true);
      expect(reply.text).toContain(words);
    });
  });

  describe('WHEN somebody turns the pages', () => {
    it('THEN the asker reads on in the same message, below the same verdict, and comes back', async () => {
      const reply = await discord.slash('ask', { question: JOBS });
      const first = reply.text;
      const click = await discord.click(reply, 'Read on');
      expect(click.callback?.type).toBe(InteractionResponseType.UpdateMessage);
      expect(reply.text.split('\n').slice(0, 2)).toEqual([`### ${JOBS}`, 'The texts say:']);
      const [paragraph] = quotationsOf(reply);
      expect((await bodyOf('corpus/one-million-jobs.txt')).split('\n\n')).toContain(paragraph?.text);
      expect(paragraph?.bold).toEqual([JOBS_ANSWER]);
      await discord.click(reply, 'Back');
      expect(reply.text).toBe(first);
    });

    it('THEN the further passages are called that, and nothing in them is bold', async () => {
      const reply = await discord.slash('ask', { question: JOBS });
      const first = quotationsOf(reply)[0]?.text;
      await discord.click(reply, /^\d further passages?$/);
      expect(reply.text).toContain('The texts say · Further passages:');
      const further = quotationsOf(reply);
      expect(further.flatMap(({ bold }) => bold)).toEqual([]);
      expect(further.every(({ text, citation }) => text !== first && citation)).toBe(true);
    });

    it('THEN anybody opens the text at the paragraph, for themselves', async () => {
      const reply = await discord.slash('ask', { question: JOBS });
      const before = reply.text;
      const opened = await discord.click(reply, 'Open in the text', { user: 'bob' });
      expect(opened.ephemeral).toBe(true);
      expect(quotationsOf(opened)[0]?.bold).toContain(JOBS_ANSWER);
      expect(reply.text).toBe(before);
      const whole = await discord.slash('sources', { source: 'one-million-jobs' });
      const wordsIn = ({ text }: { text: string }) => shown(text).text;
      expect(wordsIn(opened)).toBe(wordsIn(whole));
    });

    it('THEN another user gets a copy of their own at that page, and the message stays', async () => {
      const reply = await discord.slash('ask', { question: JOBS });
      const before = reply.text;
      const copy = await discord.click(reply, 'Read on', { user: 'bob' });
      expect(copy.callback?.type).toBe(InteractionResponseType.ChannelMessageWithSource);
      expect(copy.ephemeral).toBe(true);
      expect(copy.text.split('\n')[0]).toBe(`### ${JOBS}`);
      expect(quotationsOf(copy)[0]?.bold).toEqual([JOBS_ANSWER]);
      expect(reply.text).toBe(before);
      const back = await discord.click(copy, 'Back', { user: 'bob' });
      expect(back.callback?.type).toBe(InteractionResponseType.UpdateMessage);
      expect(copy.text).toBe(before);
    });

    it.each([
      ['of another version', 'v0|next|7'],
      ['with a page that there is not', null],
    ])('THEN a button %s is explained to them alone', async (_, unknown) => {
      const reply = await discord.slash('ask', { question: JOBS });
      const known = reply.findButton('Read on')?.button.customId ?? '';
      const customId = unknown ?? known.replace(/:1:/, ':zz:');
      expect(customId).not.toBe(known);
      const click = await discord.clickId(customId, reply.message as NonNullable<typeof reply.message>);
      expect(click.callback?.type).toBe(InteractionResponseType.ChannelMessageWithSource);
      expect(click.text).toMatch(/^This button .*Ask again to get a fresh one\.$/);
      expect(click.ephemeral).toBe(true);
    });
  });

  describe('WHEN an answer is shared or taken away', () => {
    it('THEN Share posts a private answer for all, which its asker may delete', async () => {
      const reply = await discord.slash('ask', { question: JOBS, private: true });
      const share = await discord.click(reply, 'Share');
      await discord.until(() => share.followups.length > 0, 'nothing was shared');
      expect(callbacksOf(discord, share)).toHaveLength(1);
      const [shared, ...others] = share.followups;
      expect([(shared?.flags ?? 0) & MessageFlags.Ephemeral, others]).toEqual([0, []]);
      expect(visibleText(shared ?? {})).toBe(reply.text);
      await discord.click(share, 'Delete');
      expect(share.followups).toEqual([]);
      expect(reply.message).toBeDefined();
    });

    it('THEN it shares once, whatever the client still shows', async () => {
      const reply = await discord.slash('ask', { question: JOBS, private: true });
      const { message } = reply;
      const id = reply.findButton('Share')?.button.customId ?? '';
      if (!message) throw new Error('no message');
      const presses = await Promise.all([discord.clickId(id, message), discord.clickId(id, message)]);
      await discord.until(() => presses.some(({ followups }) => followups.length > 0), 'nothing was shared');
      const late = await discord.clickId(id, message);
      const now = await discord.clickId(id, reply.message ?? message);
      expect([...presses, late, now].flatMap(({ followups }) => followups)).toHaveLength(1);
      for (const { ephemeral, text } of [late, now])
        expect([ephemeral, text]).toEqual([true, 'This answer has been shared already.']);
      await discord.click(reply, 'Read on');
      await discord.click(reply, 'Back');
      expect(reply.findButton('Share')).toBeUndefined();
    });

    it('THEN a miss has no Share button and a public answer none either', async () => {
      const labels = async (question: string) =>
        (await discord.slash('ask', { question })).buttons.map(({ label }) => label);
      expect(await labels('when was Jack Ma born')).not.toContain('Share');
      expect(await labels(JOBS)).not.toContain('Share');
    });

    it('THEN Delete is for the asker', async () => {
      const reply = await discord.slash('ask', { question: JOBS });
      const refused = await discord.click(reply, 'Delete', { user: 'bob' });
      expect(refused.ephemeral).toBe(true);
      expect(refused.text).toContain('Only the person who asked');
      expect(reply.message).toBeDefined();
      await discord.click(reply, 'Delete');
      expect(reply.message).toBeUndefined();
    });
  });
});

describe('GIVEN answers of a bot that has ended', () => {
  it('WHEN it starts again THEN their buttons work', async () => {
    const { discord, bot } = await connectBot();
    const reply = await discord.slash('ask', { question: JOBS });
    const first = reply.text;
    await bot.kill();
    const again = discord.startBot();
    await discord.ready();
    await discord.click(reply, 'Read on');
    expect(reply.text).not.toBe(first);
    await discord.click(reply, 'Back');
    expect(reply.text).toBe(first);
    await discord.click(reply, 'Delete');
    expect(reply.message).toBeUndefined();
    await stopCleanly({ discord, bot: again });
  });

  it('WHEN the texts have changed meanwhile THEN a page button says so and Delete still works', async () => {
    const { discord, bot } = await connectBot();
    const reply = await discord.slash('ask', { question: JOBS });
    await bot.kill();
    const corpus = await makeCorpus({ 'mill.txt': 'The mill at Orrin Bridge burned down in 1911.\n' });
    const again = discord.startBot({ env: { CORPUS_DIR: corpus.dir } });
    await discord.ready();
    const click = await discord.click(reply, 'Read on');
    expect([click.text, click.ephemeral]).toEqual([
      'The texts have changed since this answer. Ask again.',
      true,
    ]);
    await discord.click(reply, 'Delete');
    expect(reply.message).toBeUndefined();
    await stopCleanly({ discord, bot: again });
    await corpus.remove();
  });
});

describe('GIVEN two articles that say the same', () => {
  it('WHEN one answers THEN the other is cited too', async () => {
    const corpus = await makeCorpus({
      'herald.txt':
        '---\ntitle: The Orrin Herald\nurl: https://www.herald.example/mill\n---\nThe old water mill at Orrin Bridge burned down in March 1911. Nobody was hurt.\n',
      'almanac.txt':
        '---\ntitle: Almanac of the Valley\n---\nIn March 1911 the old water mill at Orrin Bridge burned down.\n\nSheep are kept on the hills.\n',
    });
    const connected = await connectBot({ CORPUS_DIR: corpus.dir });
    const reply = await connected.discord.slash('ask', {
      question: 'when did the mill at Orrin Bridge burn down',
    });
    const [quotation, ...others] = quotationsOf(reply);
    const lines = reply.text.split('\n').filter((line) => line.startsWith('-# '));
    expect(others).toEqual([]);
    expect(quotation?.bold).toHaveLength(1);
    expect(lines).toEqual([
      expect.stringMatching(/^-# \[1\] (?:The Orrin Herald|Almanac of the Valley)$/),
      expect.stringMatching(/^-# Also: “.*March 1911.*” – \[2\] (?:The Orrin Herald|Almanac of the Valley)$/),
    ]);
    expect(new Set(lines.map((line) => line.split('] ')[1])).size).toBe(2);
    expect(reply.text).not.toContain('herald.example');
    const number = lines.findIndex((line) => line.endsWith('The Orrin Herald')) + 1;
    const link = { label: `[${number}] herald.example`, url: 'https://www.herald.example/mill' };
    expect(reply.buttons).toContainEqual(expect.objectContaining(link));
    await stopCleanly(connected);
    await corpus.remove();
  });
});
