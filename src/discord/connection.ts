import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, DiscordAPIError, Events, GatewayCloseCodes, Routes, Status } from 'discord.js';
import { reasonOf, UserError } from '../errors.js';
import { log } from '../log.js';

/** Waits between tries to reach Discord: doubled from the first to the last. */
const FIRST_WAIT_MS = 1000;
const LAST_WAIT_MS = 60_000;

const REFUSED_TOKEN = 'Discord refuses the token. Copy it anew from the Bot page of the developer portal.';

/** What a gateway close that cannot be recovered means, and what to do (Gateway docs, Close Event Codes). */
const REFUSALS: Partial<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: REFUSED_TOKEN,
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not allow this bot its intents. It needs none that are privileged.',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord does not know the intents that this bot asks for. Update the bot.',
  [GatewayCloseCodes.InvalidShard]: 'Discord refuses the shard. Run one process per token.',
  [GatewayCloseCodes.ShardingRequired]:
    'Discord asks for more shards. Restart the bot; it takes as many as are needed.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer speaks this version of its gateway. Update the bot.',
};

/**
 * Logs in. While Discord cannot be reached it tries again, ever more slowly; only connecting costs one of the
 * 1,000 sessions a day, so a long outage costs none.
 *
 * @throws UserError when Discord refuses the token (exit code 2) or the session (1).
 */
export async function connect(client: Client, token: string): Promise<void> {
  client.rest.setToken(token);
  await reachDiscord(client);
  await client.login(token).catch((error) => {
    throw new UserError(`Discord does not let the bot in: ${reasonOf(error)}.`);
  });
}

async function reachDiscord(client: Client): Promise<void> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LAST_WAIT_MS)) {
    try {
      await client.rest.get(Routes.gatewayBot());
      return;
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === 401) throw new UserError(REFUSED_TOKEN, 2);
      const fields = { reason: reasonOf(error), seconds: wait / 1000 };
      log.warning('Discord cannot be reached ({reason}). Trying again in {seconds} s.', fields);
      await sleep(wait);
    }
  }
}

/** Whether what people do reaches the bot, all of it. */
export const isConnected = (client: Client): boolean =>
  client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);

/** Says in the log what becomes of the connection; a refusal that cannot be recovered ends the process with code 2. */
export function logConnection(client: Client): void {
  client.on(Events.ShardReconnecting, () => log.warning('The connection to Discord was lost. Reconnecting.'));
  client.on(Events.ShardResume, () => log.info('Connected again; nothing was missed.'));
  client.on(Events.ShardError, (error) =>
    log.warning('The connection has an error: {reason}', { reason: reasonOf(error) }),
  );
  client.on(Events.Error, (error) =>
    log.error('discord.js reports an error: {reason}', { reason: reasonOf(error) }),
  );
  client.on(Events.Warn, (reason) => log.warning('discord.js warns: {reason}', { reason }));
  client.on(Events.ShardDisconnect, ({ code }) => refuse(client, code));
  client.on(Events.Invalidated, () => refuse(client, GatewayCloseCodes.AuthenticationFailed));
}

function refuse(client: Client, code: number): void {
  log.error('{refusal}', {
    refusal: REFUSALS[code] ?? `Discord closed the connection for good (code ${code}).`,
    code,
  });
  // A restart helps where Discord asks for more shards, and nowhere else.
  process.exitCode = code === GatewayCloseCodes.ShardingRequired ? 1 : 2;
  void client.destroy().finally(() => process.exit());
}

/**
 * Keeps a packet that discord.js cannot read from ending the process: it is told in the log and passed over. Every
 * other unhandled rejection is a bug and ends the process as usual.
 */
export function passOverMalformedPackets(): void {
  process.on('unhandledRejection', (error) => {
    if (!isPacketError(error)) throw error;
    log.error('Discord sent something that cannot be read: {reason}', { reason: reasonOf(error) });
  });
}

/** Thrown where discord.js takes packets apart, before any of our code runs. */
const isPacketError = (error: unknown): boolean =>
  error instanceof Error && /discord\.js[\\/]src[\\/]client[\\/]websocket[\\/]/.test(error.stack ?? '');
