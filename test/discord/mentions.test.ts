import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Saying } from '../../tools/discord-standin/src/index.js';
import { quotationsOf } from './reading.js';
import { type Connected, callbacksOf, connectBot, stopCleanly } from './verbatim.js';

const JOBS = 'how many jobs did SoftBank promise?';
const JOBS_ANSWER = 'SoftBank of Japan has already committed to creating 50,000 US jobs.';

describe('GIVEN the shipped articles', () => {
  let connected: Connected;
  let discord: Connected['discord'];
  beforeAll(async () => {
    connected = await connectBot();
    discord = connected.discord;
  });
  afterEach(() => expect(discord.takeViolations()).toEqual([]));
  afterAll(() => stopCleanly(connected));

  const posted = () =>
    discord.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));

  describe('WHEN the bot is mentioned with a question', () => {
    it.each<[string, Saying]>([
      ['in a server', {}],
      ['in a direct message', { guild: null }],
      ['in a direct message, where a bare question is enough', { guild: null, mention: false }],
    ])('THEN it answers like /ask, %s', async (where, saying) => {
      const user = `reader ${where}`;
      const reply = await discord.say(JOBS, { ...saying, user });
      expect(quotationsOf(reply)[0]?.bold).toEqual([JOBS_ANSWER]);
      await discord.click(reply, 'Delete', { user });
      expect(reply.message).toBeUndefined();
    });

    it('THEN the answer is a reply to the message and pings nobody', async () => {
      const reply = await discord.say(JOBS, { user: 'carol' });
      expect(posted().at(-1)?.body).toMatchObject({
        message_reference: { message_id: reply.id },
        allowed_mentions: { parse: [], replied_user: false },
      });
    });

    it('THEN its pages are turned by who asked, and copied for others', async () => {
      const reply = await discord.say(JOBS, { user: 'dora' });
      const before = reply.text;
      const copy = await discord.click(reply, 'Read on', { user: 'eve' });
      expect([copy.ephemeral, reply.text]).toEqual([true, before]);
      const click = await discord.click(reply, 'Read on', { user: 'dora' });
      expect(callbacksOf(discord, click)).toHaveLength(1);
      expect(reply.text).toBe(copy.text);
    });

    it('THEN an answer that is not sure is a line from which it opens privately', async () => {
      const reply = await discord.say('what did Trump say about Ma', { user: 'dora' });
      expect(reply.text).toMatch(/^Closest passage/m);
      expect(quotationsOf(reply)).toEqual([]);
      const opened = await discord.click(reply, 'Show it', { user: 'dora' });
      expect(opened.ephemeral).toBe(true);
      expect(quotationsOf(opened)[0]?.bold).toHaveLength(1);
      await discord.click(reply, 'Delete', { user: 'dora' });
      expect(reply.message).toBeUndefined();
    });

    it('THEN a miss is one short line, from which the nearest passages open privately', async () => {
      const question = 'what is the weather in Paris?';
      const reply = await discord.say(question, { user: 'frank' });
      expect(reply.text).toBe(`-# about: ${question}\nThe texts do not say.`);
      expect(quotationsOf(reply)).toEqual([]);
      const opened = await discord.click(reply, 'Show the nearest passages', { user: 'grace' });
      expect(opened.ephemeral).toBe(true);
      expect(opened.text).toContain(question);
      expect(quotationsOf(opened).length).toBeGreaterThan(0);
    });

    it.each([
      `He heard there was some meeting. I told him I would ask. Anyway: ${JOBS}`,
      `my friends argue about it. ${JOBS}`,
    ])('THEN of “%s” the last sentence is looked up', async (words) => {
      const reply = await discord.say(words, { user: words });
      expect(reply.text).toContain(`-# about: ${JOBS}`);
      expect(quotationsOf(reply)[0]?.bold).toEqual([JOBS_ANSWER]);
    });

    it('THEN what goes on with nothing is not looked up', async () => {
      const reply = await discord.say('and in the US?', { guild: null, user: 'ida' });
      expect(reply.text).toMatch(/^I do not see what that goes on with/);
    });

    it('THEN of a long message the sentence that asks is looked up', async () => {
      const tale = 'I read about the visit yesterday, all of it, and I liked how it was told. '.repeat(5);
      const reply = await discord.say(`${tale}${JOBS} Cheers, Sam`, { user: 'grace' });
      expect(quotationsOf(reply)[0]?.bold).toEqual([JOBS_ANSWER]);
    });

    it('THEN a long message that asks nothing is said to be that', async () => {
      const reply = await discord.say('The visit was a long one and went well. '.repeat(10), {
        user: 'grace',
      });
      expect(reply.text).toMatch(/^I find no question in that message\./);
    });

    it('THEN without a question it says what to do', async () => {
      const reply = await discord.say('', { user: 'frank' });
      expect(reply.text).toContain('/help shows examples');
    });
  });

  describe('WHEN a message is not for it', () => {
    it.each<[string, string, Saying]>([
      ['plain talk', JOBS, { mention: false }],
      ['another bot', JOBS, { byBot: true }],
      ['another bot in a direct message', JOBS, { byBot: true, guild: null }],
      ['@everyone', `@everyone ${JOBS}`, { mention: false }],
      ['a role', `<@&100000000000000001> ${JOBS}`, { mention: false }],
      ['somebody else', `<@100000000000000002> ${JOBS}`, { mention: false }],
    ])('THEN it ignores %s', async (_, content, saying) => {
      const before = posted().length;
      await expect(discord.say(content, { ...saying, user: 'gina', timeoutMs: 150 })).rejects.toThrow(
        'no answer',
      );
      expect(posted().length).toBe(before);
    });
  });

  describe('WHEN one user asks again and again', () => {
    it('THEN they are asked once to wait, then not heard, and others are still answered', async () => {
      for (let turn = 0; turn < 4; turn++) {
        const reply = await discord.say('what is the weather in Paris?', { user: 'hasty' });
        expect(reply.text).toContain('The texts do not say.');
      }
      expect((await discord.say(JOBS, { user: 'hasty' })).text).toMatch(/^One moment, please/);
      const patience = { user: 'hasty', timeoutMs: 150 };
      await expect(discord.say(JOBS, patience)).rejects.toThrow('no answer');
      expect((await discord.say(JOBS, { user: 'calm' })).text).toContain('50,000');
    });
  });

  describe('WHEN Discord fails while it replies', () => {
    it.each([
      ['breaks the connection off', { drop: true }],
      ['takes it and breaks the connection off', { drop: true, after: true }],
      ['takes it and answers 500', { status: 500, after: true }],
      ['answers 502', { status: 502 }],
      ['asks to wait', { retryAfter: 0.2 }],
    ])('THEN the reply comes when Discord %s, once', async (name, fault) => {
      discord.fault({ match: /^POST .*\/messages$/, ...fault });
      const before = posted().length;
      const reply = await discord.say(JOBS, { user: `patient, Discord ${name}` });
      const through = () => posted().slice(before).at(-1)?.status === 200;
      await discord.until(through, 'the reply did not come through');
      expect(reply.text).toContain('50,000');
      expect(reply.followups).toEqual([]);
    });
  });
});
