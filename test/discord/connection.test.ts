import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BotProcess, DiscordStandin, Gateway } from '../../tools/discord-standin/src/index.js';
import { quotationsOf } from './reading.js';
import {
  type Connected,
  callbacksOf,
  connectBot,
  expectNoToken,
  logged,
  logOf,
  makeCorpus,
  startDiscord,
  stopCleanly,
} from './verbatim.js';

const question = 'how many jobs did SoftBank promise';
const ANSWER = 'SoftBank of Japan has already committed to creating 50,000 US jobs.';

/** Asks, and checks that the answer comes, once. */
async function expectAnswer({ discord }: Connected): Promise<void> {
  const reply = await discord.slash('ask', { question }, { timeoutMs: 15_000 });
  expect(quotationsOf(reply)[0]?.bold).toEqual([ANSWER]);
  expect(callbacksOf(discord, reply)).toEqual([204]);
}

const errorsIn = (bot: BotProcess): string[] => logOf(bot).filter((line) => line.startsWith('error: '));

const LOST = 'warning: The connection to Discord was lost. Reconnecting.';
const RESUMED = 'info: Connected again; nothing was missed.';
const AFRESH = 'info: Connected again; what was asked meanwhile is lost.';

describe('GIVEN a bot that is connected', () => {
  let connected: Connected;
  beforeAll(async () => {
    connected = await connectBot();
  });
  afterAll(() => stopCleanly(connected));

  it.each<[string, (gateway: Gateway) => void, string[]]>([
    ['breaks off (1006)', (gateway) => gateway.close(1006), [LOST, RESUMED]],
    ['closes with 4000', (gateway) => gateway.close(4000), [LOST, RESUMED]],
    ['closes with 4009', (gateway) => gateway.close(4009), [LOST, RESUMED]],
    ['asks to reconnect', (gateway) => gateway.reconnect(), [RESUMED]],
    ['doubts the session', (gateway) => gateway.invalidate(true), [RESUMED]],
  ])(
    'WHEN Discord %s THEN it resumes and answers what was asked meanwhile, once',
    async (_, disturb, told) => {
      const { discord, bot } = connected;
      const { gateway } = discord;
      const [before, resumes] = [bot.stderr.length, gateway.resumes];
      disturb(gateway);
      await expectAnswer(connected);
      const news = () => logOf(bot).slice(before);
      await discord.until(() => told.every((line) => news().includes(line)), `not told: ${told}`);
      expect([gateway.resumes - resumes, gateway.identifies.length]).toEqual([1, 1]);
    },
  );
});

describe.concurrent('GIVEN a bot of its own that is connected', () => {
  // These two wait for five seconds between identifies; begun first, they wait beside the others.
  it('WHEN Discord ends the session THEN it identifies once more and answers', async ({ expect }) => {
    const connected = await connectBot();
    const { gateway } = connected.discord;
    gateway.invalidate(false);
    await connected.discord.until(() => gateway.identifies.length > 1, 'no identify', { timeoutMs: 15_000 });
    await expectAnswer(connected);
    await logged(connected, AFRESH);
    expect([gateway.resumes, gateway.identifies.length]).toEqual([0, 2]);
    await stopCleanly(connected);
  });

  it('WHEN Discord refuses connections for a while and then the resume THEN it identifies once more', async ({
    expect,
  }) => {
    const connected = await connectBot();
    const { gateway } = connected.discord;
    gateway.resumable = false;
    gateway.refuseFor(500);
    gateway.close(1006);
    await connected.discord.until(() => gateway.identifies.length > 1, 'no identify', { timeoutMs: 15_000 });
    await expectAnswer(connected);
    expect(gateway.identifies.length).toBe(2);
    await stopCleanly(connected);
  });

  it('WHEN the gateway refuses connections THEN it is tried ever more slowly, and told so', async ({
    expect,
  }) => {
    const connected = await connectBot();
    const { gateway } = connected.discord;
    gateway.refuseFor(3_600_000);
    gateway.close(1006);
    await logged(connected, 'warning: Discord’s gateway cannot be reached. Trying again in 2 s.');
    expect(gateway.refused).toBe(2);
    expect(logOf(connected.bot).filter((line) => line.startsWith('warning: '))).toEqual([
      LOST,
      'warning: Discord’s gateway cannot be reached. Trying again in 1 s.',
      'warning: Discord’s gateway cannot be reached. Trying again in 2 s.',
    ]);
    gateway.refuseFor(0);
    await logged(connected, AFRESH);
    await expectAnswer(connected);
    await stopCleanly(connected);
  });

  it('WHEN heartbeats are not acknowledged THEN it leaves the dead connection and resumes', async ({
    expect,
  }) => {
    const connected = await connectBot({}, { heartbeatMs: 300 });
    const { gateway } = connected.discord;
    gateway.acknowledges = false;
    await connected.discord.until(() => gateway.closures.length > 0, 'the bot kept a dead connection');
    gateway.acknowledges = true;
    await expectAnswer(connected);
    expect([gateway.resumes > 0, gateway.identifies.length]).toEqual([true, 1]);
    await stopCleanly(connected);
  });

  it('WHEN the connection has gone silent THEN SIGTERM still ends it, with exit 0', async ({ expect }) => {
    const connected = await connectBot();
    connected.discord.gateway.fallSilent();
    expect(await connected.bot.stop()).toEqual({ code: 0, signal: null });
    expect(logOf(connected.bot).at(-1)).toBe('info: Stopping on SIGTERM');
    await stopCleanly(connected);
  });

  it('WHEN its token is revoked THEN it says so and exits 2, once and for all', async ({ expect }) => {
    const connected = await connectBot();
    const { gateway } = connected.discord;
    gateway.close(4004);
    expect(await connected.bot.exit).toEqual({ code: 2, signal: null });
    expect(errorsIn(connected.bot)).toEqual([expect.stringMatching(/Discord refuses the token/)]);
    expect(gateway.identifies.length).toBe(1);
    await stopCleanly(connected);
  });
});

describe.concurrent('GIVEN settings or texts that cannot work', () => {
  /** Starts a bot and waits for its end, which stops the stand-in too. */
  async function end(env: Record<string, string>, prepare: (discord: DiscordStandin) => void = () => {}) {
    const discord = await startDiscord();
    prepare(discord);
    const bot = discord.startBot({ env });
    const { code } = await bot.exit;
    const connected = { discord, bot };
    const ended = { code, identifies: discord.gateway.identifies.length, requests: discord.requests.length };
    await stopCleanly(connected);
    return { ended, output: bot.stderr.join('\n'), bot };
  }

  it('WHEN there is no token and nobody at a terminal THEN the bot says so and exits 2', async ({
    expect,
  }) => {
    const { ended, output } = await end({ DISCORD_TOKEN: '' });
    expect(ended).toEqual({ code: 2, identifies: 0, requests: 0 });
    expect(output).toMatch(/DISCORD_TOKEN/);
  });

  it('WHEN the token is malformed THEN it says so without the token and asks Discord nothing', async ({
    expect,
  }) => {
    const { ended, output } = await end({ DISCORD_TOKEN: 'Bot my-little-secret' });
    expect(ended).toEqual({ code: 2, identifies: 0, requests: 0 });
    expect(output).toMatch(/^DISCORD_TOKEN is not a bot token/);
    expect(output).not.toContain('my-little-secret');
  });

  it('WHEN Discord refuses the token THEN it exits 2 without an identify', async ({ expect }) => {
    const token = `MTAwMDAwMDAwMDAwMDAwMDAw.Gabcde.${'x'.repeat(30)}`;
    const { ended, output, bot } = await end({ DISCORD_TOKEN: token });
    expect(ended).toEqual({ code: 2, identifies: 0, requests: 1 });
    expect(errorsIn(bot)).toEqual([expect.stringMatching(/Discord refuses the token/)]);
    expect(output).not.toContain(token);
  });

  it.each([
    [4004, /^error: Discord refuses the token\. Copy it anew/],
    [4014, /^error: Discord does not allow this bot its intents/],
  ])('WHEN Discord closes the identify with %i THEN it says why and exits 2', async (code, sentence) => {
    const { ended, bot } = await end({}, ({ gateway }) => {
      gateway.closeOnIdentify = code;
    });
    expect(ended).toMatchObject({ code: 2, identifies: 1 });
    expect(errorsIn(bot)).toEqual([expect.stringMatching(sentence)]);
  });

  it('WHEN there is no article THEN it says where it looked and exits 1 before it asks Discord', async ({
    expect,
  }) => {
    const corpus = await makeCorpus({ '.notes': 'Nothing to read.' });
    const { ended, bot } = await end({ CORPUS_DIR: corpus.dir });
    expect(ended).toEqual({ code: 1, identifies: 0, requests: 0 });
    expect(logOf(bot)).toEqual([expect.stringMatching(/^error: The folder .* holds no text yet\./)]);
    await corpus.remove();
  });

  it('WHEN some files cannot be read THEN each is told and the others answer', async ({ expect }) => {
    const corpus = await makeCorpus({
      'fine.txt': 'The mill at Orrin Bridge burned down in 1911.\n',
      'empty.txt': '',
      'novel.epub': 'It was a dark night.',
      'dated.txt': '---\ndate: yesterday\n---\nThe fair was in May.\n',
    });
    const connected = await connectBot({ CORPUS_DIR: corpus.dir });
    expect(logOf(connected.bot).slice(0, 3)).toEqual([
      expect.stringMatching(/^warning: empty\.txt: left out: empty/),
      expect.stringMatching(/^warning: novel\.epub: left out: \.epub files are not read/),
      expect.stringMatching(/^info: 2 texts were read, 2 files left out; 1 note\. .*validate/),
    ]);
    const reply = await connected.discord.slash('ask', { question: 'when did the mill burn down' });
    expect(quotationsOf(reply)[0]?.bold).toHaveLength(1);
    await stopCleanly(connected);
    await corpus.remove();
  });
});

describe.concurrent('GIVEN a Discord that cannot be reached at the start', () => {
  /** A port that nobody listens on. */
  async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));
    return port;
  }

  it('WHEN it is there again THEN the bot connects, with one identify', async ({ expect }) => {
    const port = await freePort();
    const elsewhere = await startDiscord();
    const bot = elsewhere.startBot({ env: { DISCORD_API_URL: `http://127.0.0.1:${port}/api` } });
    await logged({ discord: elsewhere, bot }, /^warning: Discord cannot be reached .* Trying again in 1 s\./);
    const discord = await startDiscord({ port, token: elsewhere.token });
    await discord.ready();
    await expectAnswer({ discord, bot });
    expect(discord.gateway.identifies).toHaveLength(1);
    await elsewhere.stop();
    await stopCleanly({ discord, bot });
    expectNoToken(elsewhere, bot);
  });

  it('WHEN something else answers in its place THEN the bot says so, waits and connects', async ({
    expect,
  }) => {
    const discord = await startDiscord();
    discord.fault({ match: /gateway\/bot/, page: '<h1>Log in to the network</h1>' });
    discord.fault({ match: /gateway\/bot/, status: 200 });
    const connected = { discord, bot: discord.startBot() };
    await logged(connected, 'Trying again in 2 s.');
    discord.gateway.refuseFor(3_600_000);
    await logged(connected, 'gateway cannot be reached. Trying again in 1 s.');
    discord.gateway.refuseFor(0);
    await discord.ready();
    const OTHER = 'something else answers in its place, such as a proxy or a login page';
    expect(logOf(connected.bot).slice(0, 3)).toEqual([
      `warning: Discord cannot be reached (${OTHER}). Trying again in 1 s.`,
      `warning: Discord cannot be reached (${OTHER}). Trying again in 2 s.`,
      'warning: Discord’s gateway cannot be reached. Trying again in 1 s.',
    ]);
    await expectAnswer(connected);
    await stopCleanly(connected);
  });

  it('WHEN it asks to wait, or does not answer, THEN the log says so', async () => {
    const discord = await startDiscord();
    discord.fault({ match: /gateway\/bot/, retryAfter: 3 });
    discord.fault({ match: /gateway\/bot/, hang: true, times: 9 });
    const connected = { discord, bot: discord.startBot() };
    await logged(connected, /cannot be reached \(it asks to wait.*\)\. Trying again in 4 s\./);
    await logged(connected, 'warning: Discord has not answered for 5 s; it is still waited for.');
    await stopCleanly(connected);
  });

  it('WHEN it answers 503 for a while THEN the bot waits and connects, with one identify', async ({
    expect,
  }) => {
    const discord = await startDiscord();
    discord.fault({ match: /gateway\/bot/, status: 503, times: 5 });
    const connected = { discord, bot: discord.startBot() };
    await discord.ready();
    expect(logOf(connected.bot).join('\n')).toMatch(/warning: Discord cannot be reached/);
    await expectAnswer(connected);
    expect(discord.gateway.identifies).toHaveLength(1);
    await stopCleanly(connected);
  });
});

describe.concurrent('GIVEN a reply in flight', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'WHEN %s comes THEN the reply still arrives and the bot exits 0',
    async (signal) => {
      const connected = await connectBot();
      const { discord, bot } = connected;
      // Broken off after a while, so that the reply arrives only if the bot stays to try again.
      discord.fault({ match: /callback/, delayMs: 500, drop: true });
      const asked = discord.slash('ask', { question });
      await discord.until(
        () => discord.requests.some(({ path }) => path.endsWith('/callback')),
        'no callback',
      );
      const ended = bot.stop(signal);
      const reply = await asked;
      expect(quotationsOf(reply)[0]?.bold).toEqual([ANSWER]);
      expect(await ended).toEqual({ code: 0, signal: null });
      expect(logOf(bot)).toContain(`info: Stopping on ${signal}`);
      expect(discord.gateway.closures).toEqual([1000]);
      await stopCleanly(connected);
    },
  );

  it('WHEN Discord does not answer it soon THEN it is not waited for, and the bot exits 0', async ({
    expect,
  }) => {
    const connected = await connectBot();
    const { discord, bot } = connected;
    // A second try, after 1.7 s, would come through.
    discord.fault({ match: /callback/, hang: true });
    const asked = expect(discord.slash('ask', { question }, { timeoutMs: 4000 })).rejects.toThrow(
      'no answer',
    );
    await discord.until(() => discord.requests.some(({ path }) => path.endsWith('/callback')), 'no callback');
    expect(await bot.stop()).toEqual({ code: 0, signal: null });
    expect(logOf(bot).at(-1)).toBe('warning: Gave up on 1 unfinished replies');
    await asked;
    await stopCleanly(connected);
  });
});
