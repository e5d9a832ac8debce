/** Verbatim itself, as the process that people run, connected to a Discord of its own. */

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import {
  type BotProcess,
  DiscordStandin,
  type Reply,
  type StandinOptions,
} from '../../tools/discord-standin/src/index.js';

export interface Connected {
  discord: DiscordStandin;
  bot: BotProcess;
}

/** A Discord for Verbatim, which never pings. Its settings are empty rather than unset, so that no .env file fills them in. */
export const startDiscord = (options?: StandinOptions): Promise<DiscordStandin> =>
  DiscordStandin.start({
    bot: { script: 'dist/src/main.js', env: { DISCORD_GUILD_ID: '' } },
    reportsPings: true,
    ...options,
  });

/** A bot that is ready to be talked to. */
export async function connectBot(
  env: Record<string, string> = {},
  options?: StandinOptions,
): Promise<Connected> {
  const discord = await startDiscord(options);
  const bot = discord.startBot({ env });
  await discord.ready();
  return { discord, bot };
}

/** Stops both, and checks what holds at every end: no violation is left, and no line of the log has a token. */
export async function stopCleanly({ discord, bot }: Connected): Promise<void> {
  await discord.stop();
  await bot.exit;
  expect(discord.takeViolations()).toEqual([]);
  expectNoToken(discord, bot);
}

/** That neither the bot's token nor that of an interaction is in what a bot has written. */
export function expectNoToken(discord: DiscordStandin, bot: BotProcess): void {
  const output = [...bot.stdout, ...bot.stderr].join('\n');
  const tokens = [discord.token, ...discord.interactionTokens];
  expect(tokens.filter((token) => output.includes(token))).toEqual([]);
}

/** The bot's log as `level: sentence`; a line that is not an event of the log makes it throw. */
export const logOf = ({ stderr }: BotProcess): string[] =>
  stderr.map((line) => {
    const { level, message } = JSON.parse(line) as { level: string; message: string };
    return `${level}: ${message}`;
  });

/** Waits for a line of the log. */
export const logged = ({ discord, bot }: Connected, words: string | RegExp): Promise<void> =>
  discord.until(() => logOf(bot).some((line) => line.search(words) >= 0), `no log line with ${words}`);

/** How the tries to respond to an interaction were answered; undefined: not at all. */
export const callbacksOf = (discord: DiscordStandin, reply: Reply): (number | undefined)[] =>
  discord.requests
    .filter(({ path }) => path === `/interactions/${reply.id}/${reply.token}/callback`)
    .map(({ status }) => status);

/** A folder with these files, by name; whoever makes it removes it. */
export async function makeCorpus(
  files: Record<string, string | Uint8Array>,
): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await mkdtemp(path.join(tmpdir(), 'verbatim-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), content);
  }
  return { dir, remove: () => rm(dir, { recursive: true }) };
}

/** The body of an article's file, without its front matter. */
export async function bodyOf(file: string): Promise<string> {
  const content = await readFile(file, 'utf8');
  return content.replace(/^---\n[\s\S]*?\n---\n/, '');
}
