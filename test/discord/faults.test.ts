import { InteractionType } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Fault, visibleText } from '../../tools/discord-standin/src/index.js';
import { patient } from '../support/patience.js';
import { quotationsOf } from './reading.js';
import { type Connected, callbacksOf, connectBot, logged, logOf, stopCleanly } from './verbatim.js';

const question = 'how many jobs did SoftBank promise';
const ANSWER = 'SoftBank of Japan has already committed to creating 50,000 US jobs.';
const SORRY = 'Something went wrong on my side, sorry. It is in my log; please ask again.';
const CALLBACK = /^POST .*\/callback$/;

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
  afterAll(async () => {
    const reply = await discord.slash('ask', { question });
    expect(quotationsOf(reply)[0]?.bold).toEqual([ANSWER]);
    expect(discord.gateway.identifies).toHaveLength(1);
    await stopCleanly(connected);
  });

  /** Waits until the bot has stopped asking for anything. */
  async function quiet(ms = 400): Promise<void> {
    for (let count = -1; count !== discord.requests.length; ) {
      count = discord.requests.length;
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
  }

  describe('WHEN the response to an interaction does not come through at first', () => {
    it.each<[string, Omit<Fault, 'match'>, (number | undefined)[]]>([
      ['429 and a Retry-After', { retryAfter: 0.3 }, [429, 204]],
      ['500', { status: 500 }, [500, 204]],
      ['502 twice', { status: 502, times: 2 }, [502, 502, 204]],
      ['503', { status: 503 }, [503, 204]],
      ['a broken connection', { drop: true }, [undefined, 204]],
      ['two broken connections', { drop: true, times: 2 }, [undefined, undefined, 204]],
      ['no answer at all', { hang: true }, [undefined, 204]],
    ])('THEN after %s it comes with the next try, in time and once', async (_, fault, statuses) => {
      discord.fault({ match: CALLBACK, ...fault });
      const reply = await discord.slash('ask', { question });
      expect(quotationsOf(reply)[0]?.bold).toEqual([ANSWER]);
      await discord.until(() => callbacksOf(discord, reply).at(-1) !== undefined, 'no status');
      expect(callbacksOf(discord, reply)).toEqual(statuses);
      expect(reply.followups).toEqual([]);
    });

    it.each<[string, Omit<Fault, 'match'>]>([
      ['answers 500', { status: 500 }],
      ['breaks the connection off', { drop: true }],
      ['leaves the answer out', { hang: true }],
    ])('THEN one that Discord took, though it %s, is not told as a failure', async (_, fault) => {
      discord.fault({ match: CALLBACK, ...fault, after: true });
      const reply = await discord.slash('ask', { question });
      await discord.until(() => callbacksOf(discord, reply).at(-1) === 400, 'no second try');
      await quiet();
      expect(quotationsOf(reply)[0]?.bold).toEqual([ANSWER]);
      expect([reply.followups, reply.edits]).toEqual([[], []]);
      expect(callbacksOf(discord, reply)).toHaveLength(2);
      expect(discord.takeViolations()).toEqual([expect.stringMatching(/answered twice$/)]);
    });

    it('THEN autocomplete and buttons are tried again as well', async () => {
      const reply = await discord.slash('ask', { question });
      const first = reply.text;
      discord.fault({ match: CALLBACK, drop: true });
      expect(await discord.autocomplete('ask', 'source', 'us-jobs', { question })).toHaveLength(1);
      discord.fault({ match: CALLBACK, drop: true });
      await discord.click(reply, 'Read on');
      expect(reply.text).not.toBe(first);
    });
  });

  describe('WHEN the response to an interaction cannot come through', () => {
    it('THEN one that Discord refuses is replaced by a plain, private sentence, and the log has why', async () => {
      discord.fault({ match: CALLBACK, status: 400 });
      const reply = await discord.slash('ask', { question });
      expect([reply.text, reply.ephemeral]).toEqual([SORRY, true]);
      expect(callbacksOf(discord, reply)).toEqual([400, 204]);
      await logged(connected, /^error: An interaction could not be answered: 400: as the test asked/);
    });

    it('THEN one whose time is over is given up, and the log says so', async () => {
      discord.fault({ match: CALLBACK, status: 404, times: 9 });
      await expect(discord.slash('ask', { question }, { timeoutMs: 300 })).rejects.toThrow('no answer');
      await logged(connected, /^error: The asker could not be told: 404: as the test asked/);
    });

    it('THEN nothing is sent after the three seconds that Discord waits', async () => {
      discord.fault({ match: CALLBACK, retryAfter: patient(3.2) });
      const before = logOf(connected.bot).length;
      await expect(discord.slash('ask', { question }, { timeoutMs: 4000 })).rejects.toThrow('no answer');
      await discord.until(() => logOf(connected.bot).length > before, 'nothing in the log');
      await quiet();
    });
  });

  describe('WHEN a follow-up or a deletion does not come through at first', () => {
    const WEBHOOK = /^POST \/webhooks/;
    const privateAnswer = () => discord.slash('ask', { question, private: true });
    const faults: [string, Omit<Fault, 'match'>][] = [
      ['429 and a Retry-After', { retryAfter: 0.2 }],
      ['502', { status: 502 }],
      ['a broken connection', { drop: true }],
    ];

    it.each(faults)('THEN a follow-up comes after %s, once', async (_, fault) => {
      const reply = await privateAnswer();
      discord.fault({ match: WEBHOOK, ...fault });
      const share = await discord.click(reply, 'Share');
      await discord.until(() => share.followups.length > 0, 'nothing was shared');
      await quiet(100);
      expect(share.followups.map(visibleText)).toEqual([reply.text]);
      expect(callbacksOf(discord, share)).toEqual([204]);
    });

    it.each(faults)('THEN Delete works after %s', async (_, fault) => {
      const reply = await discord.slash('ask', { question });
      discord.fault({ match: /^DELETE /, ...fault });
      await discord.click(reply, 'Delete');
      expect(reply.message).toBeUndefined();
    });

    it('THEN a deletion that was done though the connection broke is not told as a failure', async () => {
      const reply = await discord.slash('ask', { question });
      discord.fault({ match: /^DELETE /, drop: true, after: true });
      const click = await discord.click(reply, 'Delete');
      await quiet();
      expect([reply.message, click.followups]).toEqual([undefined, []]);
    });

    it('THEN a deletion that Discord refuses is told to the asker alone', async () => {
      const reply = await discord.slash('ask', { question });
      discord.fault({ match: /^DELETE /, status: 403 });
      const click = await discord.click(reply, 'Delete');
      await discord.until(() => click.followups.length > 0, 'nothing told');
      expect(click.text).toContain(SORRY);
      expect(click.followups[0]?.flags).toBe((1 << 15) | (1 << 6));
    });

    it('THEN a token that has expired is told in the log alone', async () => {
      const answer = await privateAnswer();
      discord.fault({ match: WEBHOOK, retryAfter: 0.5 });
      const reply = await discord.click(answer, 'Share');
      discord.advance(15 * 60_000);
      await logged(connected, /^error: The asker could not be told: Invalid Webhook Token/);
      await quiet();
      expect(reply.followups).toEqual([]);
      for (const violation of discord.takeViolations()) expect(violation).toMatch(/the token has expired$/);
    });
  });

  describe('WHEN Discord sends an interaction that makes no sense', () => {
    const command = (name: string) => discord.commands.find((registered) => registered.name === name);
    const ask = (options: unknown) => ({
      data: { id: command('ask')?.id, name: 'ask', type: 1, options },
    });
    const { ApplicationCommand, ApplicationCommandAutocomplete, MessageComponent } = InteractionType;

    it.each<[string, InteractionType, () => object]>([
      ['/ask without options', ApplicationCommand, () => ask(undefined)],
      ['/ask with no option', ApplicationCommand, () => ask([])],
      [
        '/ask with a number for a question',
        ApplicationCommand,
        () => ask([{ name: 'question', type: 3, value: 7 }]),
      ],
      ['/ask with an object', ApplicationCommand, () => ask([{ name: 'question', type: 3, value: {} }])],
      ['/ask with null', ApplicationCommand, () => ask([{ name: 'question', type: 3, value: null }])],
      ['an option from nowhere', ApplicationCommand, () => ask([{ name: '__proto__', type: 3, value: 'x' }])],
      [
        'a command that there is not',
        ApplicationCommand,
        () => ({ data: { id: '1', name: 'constructor', type: 1, options: [] } }),
      ],
      [
        'a message command without its message',
        ApplicationCommand,
        () => ({
          data: { id: '2', name: 'Find sources', type: 3, target_id: '3', resolved: { messages: {} } },
        }),
      ],
      ['autocomplete without a focus', ApplicationCommandAutocomplete, () => ask([])],
      ['an empty custom_id', MessageComponent, () => ({ data: { custom_id: '', component_type: 2 } })],
      [
        'a custom_id of another bot',
        MessageComponent,
        () => ({ data: { custom_id: 'page:', component_type: 2 } }),
      ],
    ])('THEN %s is answered to the asker alone, once', async (_, type, fields) => {
      const message = (await discord.slash('ask', { question })).message;
      const given = type === MessageComponent ? { ...fields(), message } : fields();
      const reply = await discord.interaction(type, given);
      expect(callbacksOf(discord, reply)).toEqual([204]);
      if (type !== ApplicationCommandAutocomplete)
        expect([reply.ephemeral, reply.text]).toEqual([true, expect.stringMatching(/\S/)]);
    });

    it.each<[string, object]>([
      ['no data', { type: 2, id: '5', token: 'five' }],
      ['nothing at all', {}],
      ['data that is text', { type: 2, id: '6', token: 'six', data: 'ask' }],
      ['an unknown type', { type: 99, id: '7', token: 'seven', data: {} }],
      [
        'a button without its message',
        { type: 3, id: '8', token: 'eight', data: { custom_id: 'x', component_type: 2 } },
      ],
    ])('THEN one with %s is passed over, and the next one answered', async (_, interaction) => {
      discord.gateway.dispatch('INTERACTION_CREATE', interaction);
      expect((await discord.slash('ask', { question })).text).toContain('50,000');
    });
  });
});
