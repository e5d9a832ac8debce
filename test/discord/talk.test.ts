import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Reply, Saying } from '../../tools/discord-standin/src/index.js';
import { quotationsOf } from './reading.js';
import { type Connected, connectBot, stopCleanly } from './verbatim.js';

const JOBS = 'how many jobs did SoftBank promise?';
const JOBS_ANSWER = 'SoftBank of Japan has already committed to creating 50,000 US jobs.';
const AMAZON = 'how many employees does Amazon have?';

let connected: Connected;
let discord: Connected['discord'];
beforeAll(async () => {
  connected = await connectBot();
  discord = connected.discord;
});
afterEach(() => expect(discord.takeViolations()).toEqual([]));
afterAll(() => stopCleanly(connected));

let people = 0;
/** Somebody new, so that nobody asks too much in a row. */
const somebody = () => `talker ${people++}`;
const say = (content: string, saying: Saying = {}): Promise<Reply> =>
  discord.say(content, { user: somebody(), ...saying });
const silent = (content: string, saying: Saying = {}) =>
  expect(say(content, { timeoutMs: 400, ...saying })).rejects.toThrow('no answer');

describe('GIVEN a question in Discord’s markup', () => {
  const DRESSED = [
    `${JOBS} <:thinking:123456789012345678>`,
    `**${JOBS}** <t:1618953630:R>`,
    `Hi all,\n${JOBS}\nCheers, Sam`,
    `<@100000000000000002> in <#100000000000000003>: ${JOBS} https://example.org/a?b=c`,
    `||${JOBS}||`,
    `> I wonder\n${JOBS}`,
  ];
  it.each(DRESSED)(
    'WHEN somebody mentions the bot with “%s” THEN it is answered as without',
    async (question) => {
      expect(quotationsOf(await say(question))[0]?.bold).toEqual([JOBS_ANSWER]);
    },
  );

  it.each(DRESSED)('WHEN somebody asks “%s” with /ask THEN it is answered as without', async (question) => {
    expect(quotationsOf(await discord.slash('ask', { question }))[0]?.bold).toEqual([JOBS_ANSWER]);
  });
});

describe('GIVEN small talk', () => {
  it.each([
    'hi',
    'thanks!',
    'good bot',
    'what time is it?',
    'who are you',
    'lol no way',
    '😀',
    'source?',
    'more',
  ])(
    'WHEN somebody says “%s” THEN one line points to /help, and /ask tells the asker alone',
    async (words) => {
      const reply = await say(words);
      expect(reply.text).toMatch(/^I answer questions about the texts.*\n<?\/help/);
      const asked = await discord.slash('ask', { question: words });
      expect([asked.ephemeral, asked.text]).toEqual([true, expect.stringContaining('/help')]);
    },
  );

  it.each(['help', 'help me please', 'what can you do?'])(
    'WHEN somebody calls for help (“%s”) THEN they get it, and in a server a line that leads to it',
    async (words) => {
      const asked = await discord.slash('ask', { question: words });
      expect([asked.ephemeral, asked.text]).toEqual([true, expect.stringContaining('finds who said what')]);
      const direct = await say(words, { guild: null });
      expect(direct.text).toContain('finds who said what');
      const reply = await say(words);
      expect(reply.text).toMatch(/<\/help:\d+>/);
      expect(reply.text).not.toContain('finds who said what');
    },
  );

  it('WHEN an address alone is asked THEN it is told so as of small talk', async () => {
    const reply = await discord.slash('ask', { question: 'https://example.org/a' });
    expect(reply.text).toMatch(/^I answer questions about the texts/m);
  });

  it('WHEN a question only begins like it THEN it is looked up', async () => {
    const reply = await discord.slash('ask', { question: 'what time is the meeting' });
    expect(reply.text).not.toContain('/help');
  });
});

describe('GIVEN an answer of the bot', () => {
  let answer: Reply;
  beforeAll(async () => {
    answer = await discord.slash('ask', { question: AMAZON });
  });
  const below = (content: string, saying: Saying = {}) =>
    say(content, { replyTo: answer.message, ...saying });

  it('WHEN somebody replies with a part of a question THEN it is joined with the one above, and said so', async () => {
    const reply = await below('what about Walmart?');
    expect(reply.text).toMatch(/^-# about: how many employees does Walmart have\?$/m);
    expect(quotationsOf(reply)[0]?.text).toContain('2.3 million');
  });

  it('WHEN somebody replies to that reply THEN the question on it is the one above', async () => {
    const first = await below('and Walmart?');
    const second = await say('in the US?', { replyTo: first.message });
    expect(second.text).toMatch(/^-# about: how many employees does Walmart have in the US\?$/m);
  });

  it('WHEN somebody replies with a question of its own THEN that is answered', async () => {
    const reply = await below(JOBS);
    expect(quotationsOf(reply)[0]?.bold).toEqual([JOBS_ANSWER]);
  });

  it.each([
    'lol',
    'thanks',
    'ok',
    'nice',
    "that's wrong",
    'and he is wrong',
    'I see',
    'Amazon is bad',
    'hm',
    'wow 😀',
    '?',
    'is that a lot?',
    'or not?',
    'who asked',
    'who told you that?',
    'did you see the match?',
    'are we the baddies?',
    'what do you think about it?',
    'where are you guys?',
    'is that a good thing?',
    'is it true that he is retiring next year?',
    'anyone up for lunch?',
    'how was your weekend?',
    'but why?',
    "who's this guy?",
    'where is everybody?',
    "what's your take on this?",
    'who cares about that?',
  ])('WHEN somebody chats below it (“%s”) THEN it is silent', async (words) =>
    silent(words, { replyTo: answer.message }),
  );

  it('WHEN a reply is not answered THEN it is silent, unless the bot is named in it', async () => {
    await silent('what is the weather in Paris?', { replyTo: answer.message });
    const named = await below('what is the weather in Paris?', { mention: true });
    expect(named.text).toMatch(/^The texts do not say\.$/m);
  });

  it('WHEN its page was turned THEN it is the same question', async () => {
    const turned = await discord.slash('ask', { question: JOBS }, { user: 'turner' });
    await discord.click(turned, 'Read on', { user: 'turner' });
    const reply = await say('what about Alibaba?', { replyTo: turned.message });
    expect(reply.text).toMatch(/^-# about: how many jobs did Alibaba promise\?$/m);
  });
});

describe('GIVEN an answer, and a reply that changes what is asked about', () => {
  let answer: Reply;
  beforeAll(async () => {
    answer = await discord.slash('ask', { question: JOBS });
  });

  it.each(['and Amazon?', 'what about Amazon?', 'and Walmart?'])(
    'WHEN the texts tell something else of that (“%s”) THEN it is silent, and says so when it is named',
    async (words) => {
      await silent(words, { replyTo: answer.message });
      const named = await say(words, { replyTo: answer.message, mention: true });
      expect(named.text).toMatch(/^The texts do not say\.$/m);
    },
  );
});

describe('GIVEN an answer that tells no time', () => {
  it.each(['since when?', 'when?', 'what year?'])(
    'WHEN somebody asks “%s” THEN it is silent',
    async (words) => {
      const answer = await discord.slash('ask', { question: JOBS });
      await silent(words, { replyTo: answer.message });
    },
  );
});

describe('GIVEN cards with and without words that somebody says', () => {
  it('WHEN somebody asks below who said that THEN the texts’ own speaker is named with the sentence', async () => {
    const list = await discord.slash('quote', { speaker: 'Jack Ma' });
    const reply = await say('who said that?', { replyTo: list.message });
    expect(reply.text).toMatch(/^Jack Ma\b.*:$/m);
    expect(quotationsOf(reply)).toHaveLength(1);
  });

  it('WHEN nothing is quoted there THEN it is silent, and says so when it is named', async () => {
    const card = await discord.slash('ask', { question: JOBS });
    await silent('who said that?', { replyTo: card.message });
    const named = await say('who said that?', { replyTo: card.message, mention: true });
    expect(named.text).toBe('The text does not tell who says that.');
  });
});

describe('GIVEN somebody else’s message', () => {
  const other = () => ({
    ...({} as never as NonNullable<Saying['replyTo']>),
    id: '100000000000000009',
    channel_id: '100000000000000008',
    content: '',
    author: {
      id: '100000000000000007',
      username: 'else',
      discriminator: '0',
      global_name: null,
      avatar: null,
    },
  });
  it.each(['is this true?', '', 'source?', 'is that right'])(
    'WHEN a reply to it names the bot and says “%s” THEN it points to Find sources',
    async (words) => {
      const reply = await say(words, { replyTo: other() as never, mention: true });
      expect(reply.text).toMatch(/Find sources/);
    },
  );

  it('WHEN a reply to it asks the bot a whole question THEN that is answered', async () => {
    const reply = await say(JOBS, { replyTo: other() as never, mention: true });
    expect(quotationsOf(reply)[0]?.bold).toEqual([JOBS_ANSWER]);
  });
});

describe('GIVEN an answer for somebody', () => {
  const question = JOBS;
  it('WHEN it is asked for THEN it names them without a ping, on every page', async () => {
    const reply = await discord.slash('ask', { question, for: '100000000000000007' }, { user: 'friend' });
    expect(reply.text).toContain('-# for <@100000000000000007>');
    await discord.click(reply, 'Read on', { user: 'friend' });
    expect(reply.text).toContain('-# for <@100000000000000007>');
  });
});
