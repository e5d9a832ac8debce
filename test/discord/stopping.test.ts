import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quotationsOf } from './reading.js';
import { connectBot, logOf, startDiscord, stopCleanly } from './verbatim.js';

const question = 'how many jobs did SoftBank promise';

/** Settings with which a process sends itself a signal as soon as it minds SIGTERM. */
const signalAtOnce = (signal: string) => {
  const script = `const due = setInterval(() => {
    if (process.listenerCount('SIGTERM') === 0) return;
    clearInterval(due);
    process.kill(process.pid, '${signal}');
  }, 1);`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
};

/** Settings with which a process sends itself SIGTERM so long after its first thread, that of the networks, has begun. */
const stopWhileLoading = (afterMs: number) => {
  const script = `process.once('worker', (worker) => worker.once('online', () =>
    setTimeout(() => process.kill(process.pid, 'SIGTERM'), ${afterMs})));`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
};

describe('GIVEN a bot that has only begun to start', () => {
  it.each([10, 30, 50, 70, 90])(
    'WHEN it is stopped %i ms after it began to load the networks THEN it ends with exit 0',
    async (afterMs) => {
      const discord = await startDiscord();
      const bot = discord.startBot({ env: stopWhileLoading(afterMs) });
      expect(await bot.exit).toEqual({ code: 0, signal: null });
      await stopCleanly({ discord, bot });
    },
  );

  it.each(['SIGTERM', 'SIGINT'])(
    'WHEN %s comes THEN it ends with exit 0, before it has even a log',
    async (signal) => {
      const discord = await startDiscord();
      const bot = discord.startBot({ env: signalAtOnce(signal) });
      expect(await bot.exit).toEqual({ code: 0, signal: null });
      expect([bot.stderr, discord.requests]).toEqual([[], []]);
      await stopCleanly({ discord, bot });
    },
  );

  it('WHEN SIGHUP comes THEN it goes on', async () => {
    const connected = await connectBot(signalAtOnce('SIGHUP'));
    // The texts are only about to be read.
    expect(logOf(connected.bot).filter((line) => line.includes('SIGHUP'))).toEqual([]);
    await stopCleanly(connected);
  });
});

describe('GIVEN a bot whose log can go nowhere', () => {
  const FULL = '/dev/full';

  it.runIf(existsSync(FULL))('WHEN the disk is full THEN it answers all the same, and stops', async () => {
    const discord = await startDiscord();
    const log = openSync(FULL, 'w');
    const bot = discord.startBot({ log });
    closeSync(log);
    await discord.ready();
    expect(quotationsOf(await discord.slash('ask', { question }))).toHaveLength(1);
    expect(await bot.kill()).toEqual({ code: 0, signal: null });
    await stopCleanly({ discord, bot });
  });

  it('WHEN the reader goes away THEN it answers all the same, and stops', async () => {
    const connected = await connectBot();
    const { discord, bot } = connected;
    bot.leaveLog();
    discord.fault({ match: /callback/, status: 400 });
    for (let more = 0; more < 3; more++) await discord.slash('ask', { question });
    expect(quotationsOf(await discord.slash('ask', { question }))).toHaveLength(1);
    expect(await bot.kill()).toEqual({ code: 0, signal: null });
    await stopCleanly(connected);
  });
});
