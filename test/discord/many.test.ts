import { InteractionType } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { patient } from '../support/patience.js';
import { quotationsOf } from './reading.js';
import { type Connected, callbacksOf, connectBot, logged, stopCleanly } from './verbatim.js';

const question = 'how many jobs did SoftBank promise';
const ANSWER = 'SoftBank of Japan has already committed to creating 50,000 US jobs.';
const ENOUGH = 'You wait for several answers already. Ask again when they are there.';

describe('GIVEN a bot that is connected', () => {
  let connected: Connected;
  let discord: Connected['discord'];
  beforeAll(async () => {
    connected = await connectBot();
    discord = connected.discord;
  });
  afterEach(() => {
    discord.clearFaults();
    expect(discord.takeViolations()).toEqual([]);
  });
  afterAll(() => stopCleanly(connected));

  const posted = () =>
    discord.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));

  describe('WHEN one user asks for five things at once', () => {
    it('THEN three are answered, and the others are told privately to wait', async () => {
      const asked = ['quote', 'figure', 'sources', 'quote', 'figure'].map((name) =>
        discord.slash(name, {}, { user: 'hasty' }),
      );
      const calm = discord.slash('ask', { question }, { user: 'calm' });
      const replies = await Promise.all(asked);
      expect(replies.map(({ text }) => text === ENOUGH)).toEqual([false, false, false, true, true]);
      expect(replies.slice(3).map(({ ephemeral }) => ephemeral)).toEqual([true, true]);
      expect(quotationsOf(await calm)[0]?.bold).toEqual([ANSWER]);
      expect((await discord.slash('sources', {}, { user: 'hasty' })).text).not.toBe(ENOUGH);
    });

    it('THEN it is so over commands, buttons, menus and mentions, of which one is told', async () => {
      const first = await discord.slash('ask', { question }, { user: 'busy' });
      const user = 'busy';
      const asked = [
        discord.slash('ask', { question }, { user }),
        discord.messageMenu('Find sources', 'SoftBank promised 50,000 US jobs.', { user }),
        discord.click(first, 'Read on', { user }),
        discord.say(question, { user }),
      ];
      const silent = expect(discord.say(question, { user, timeoutMs: 1000 })).rejects.toThrow('no answer');
      const replies = await Promise.all(asked);
      expect(replies.at(-1)?.text).toMatch(/^One moment, please/);
      await silent;
    });
  });

  describe('WHEN ten ask at the same moment', () => {
    it('THEN all are answered', async () => {
      const asked = Array.from({ length: 10 }, (_, i) =>
        discord.slash(i % 2 ? 'quote' : 'ask', i % 2 ? {} : { question }, { user: `reader ${i}` }),
      );
      for (const reply of await Promise.all(asked)) expect(quotationsOf(reply).length).toBeGreaterThan(0);
    });
  });

  describe('WHEN something comes later than anybody waits for it', () => {
    it('THEN an interaction is dropped, which the log tells in one line, and the next is answered', async () => {
      await discord.slash('help');
      const late = [{ ageMs: 3500 }, { ageMs: 60_000 }].map((age) =>
        expect(discord.slash('ask', { question }, { ...age, timeoutMs: 500 })).rejects.toThrow('no answer'),
      );
      const before = discord.requests.length;
      await Promise.all(late);
      expect(discord.requests.length).toBe(before);
      await logged(connected, /^warning: Requests that were not answered in time: 2 /);
      expect(quotationsOf(await discord.slash('ask', { question }))[0]?.bold).toEqual([ANSWER]);
    });

    it('THEN a mention that waits ten seconds for Discord’s rate limit gets no reply', async () => {
      await discord.slash('help');
      discord.fault({ match: /^POST .*\/messages$/, retryAfter: patient(2) });
      const before = posted().length;
      const asked = discord.say(question, { user: 'patient', ageMs: 9000, timeoutMs: 2500 });
      await expect(asked).rejects.toThrow('no answer');
      expect(posted().length).toBe(before + 1);
      await logged(connected, /^warning: Requests that were not answered in time: 1 /);
    });

    it('THEN one whose date is nonsense is answered', async () => {
      const data = { id: '1', name: 'help', type: 1, options: [] };
      const reply = await discord.interaction(InteractionType.ApplicationCommand, { data }, { ageMs: -1e12 });
      expect(callbacksOf(discord, reply)).toEqual([204]);
      const help = await discord.slash('help');
      await discord.until(() => help.text !== '', 'no help');
      expect(help.text).toContain('/ask');
    });
  });

  describe('WHEN a mention may not be answered', () => {
    const MESSAGES = /^POST .*\/messages$/;

    it('THEN where only replies are refused it is answered without a reference', async () => {
      discord.fault({ match: MESSAGES, status: 403, code: 160002 });
      const reply = await discord.say(question, { user: 'no history' });
      expect(reply.text).toContain('50,000');
      expect(posted().at(-1)?.body).not.toHaveProperty('message_reference');
    });

    it.each([
      ['50013, no permission', 403, 50013],
      ['50001, no access', 403, 50001],
      ['50083, an archived thread', 400, 50083],
      ['160005, a locked thread', 400, 160005],
      ['10003, a channel that is gone', 404, 10003],
    ])('THEN %s is a warning, and it is not tried again', async (user, status, code) => {
      discord.fault({ match: MESSAGES, status, code });
      const before = posted().length;
      await expect(discord.say(question, { user, timeoutMs: 400 })).rejects.toThrow('no answer');
      await logged(
        connected,
        new RegExp(`^warning: A message got no answer.*: ${status}: as the test asked`),
      );
      expect(posted().length).toBe(before + 1);
    });
  });
});
