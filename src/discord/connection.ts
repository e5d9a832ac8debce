import { setTimeout as sleep } from 'node:timers/promises';
import {
  type APIGatewayBotInfo,
  type Client,
  DiscordAPIError,
  Events,
  GatewayCloseCodes,
  RateLimitError,
  Routes,
  Status,
} from 'discord.js';
import { z } from 'zod';
import { reasonOf, UserError } from '../errors.js';
import { log } from '../log.js';
import { PatientShards, waitAfter } from './patient-shards.js';

/** A start that takes longer is told in the log. */
const SLOW_MS = 5000;

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
  const gateway = await reachDiscord(client);
  client.options.ws = {
    ...client.options.ws,
    buildStrategy: (manager) => new PatientShards(manager, gateway),
  };
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token).catch((error) => {
    throw new UserError(`Discord does not let the bot in: ${reasonOf(error)}.`);
  });
  await sayIfSlow(ready);
}

/** Where the gateway is; tries until Discord tells it. */
async function reachDiscord(client: Client): Promise<APIGatewayBotInfo> {
  for (let failed = 1; ; failed++) {
    try {
      return gatewayIn(await sayIfSlow(client.rest.get(Routes.gatewayBot())));
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === 401) throw new UserError(REFUSED_TOKEN, 2);
      const isToWait = error instanceof RateLimitError;
      const wait = Math.max(waitAfter(failed), isToWait ? error.retryAfter : 0);
      const reason = isToWait ? 'it asks to wait, for there were too many requests' : reasonOf(error);
      const fields = { reason, seconds: Math.ceil(wait / 1000) };
      log.warning('Discord cannot be reached ({reason}). Trying again in {seconds} s.', fields);
      await sleep(wait);
    }
  }
}

/** Whether what people do reaches the bot, all of it. */
export const isConnected = (client: Client): boolean =>
  client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);

const GATEWAY = z.looseObject({
  url: z.string(),
  shards: z.int().positive(),
  session_start_limit: z.looseObject({
    total: z.number(),
    remaining: z.number(),
    reset_after: z.number(),
    max_concurrency: z.int().positive(),
  }),
});

/** @throws Error when it is no answer of Discord's, but a proxy's or a login page. */
function gatewayIn(answer: unknown): APIGatewayBotInfo {
  const { data } = GATEWAY.safeParse(answer);
  if (data) return data;
  throw new Error('something else answers in its place, such as a proxy or a login page');
}

async function sayIfSlow<T>(awaited: Promise<T>): Promise<T> {
  const timer = setTimeout(() => {
    log.warning('Discord has not answered for {seconds} s; it is still waited for.', {
      seconds: SLOW_MS / 1000,
    });
  }, SLOW_MS);
  return awaited.finally(() => clearTimeout(timer));
}

/**
 * Says in the log what becomes of the connection, one line for a loss and one for the return, with the shard where there are
 * several; a refusal that cannot be recovered ends the process with code 2.
 */
export function logConnection(client: Client): void {
  const known = new Set<number>();
  const up = new Set<number>();
  const named = (shard: number) => (client.ws.shards.size > 1 ? ` (shard ${shard})` : '');
  const back = (shard: number, what: string) => {
    if (known.has(shard)) log.info('Connected again{named}; {what}.', { named: named(shard), what });
    known.add(shard);
    up.add(shard);
  };
  client.on(Events.ShardReconnecting, (shard) => {
    if (up.delete(shard))
      log.warning('The connection to Discord{named} was lost. Reconnecting.', { named: named(shard) });
  });
  client.on(Events.ShardReady, (shard) => back(shard, 'what was asked meanwhile is lost'));
  client.on(Events.ShardResume, (shard) => back(shard, 'nothing was missed'));
  client.on(Events.ShardError, (error, shard) =>
    log.debug('The connection{named} has an error: {reason}', {
      named: named(shard),
      reason: reasonOf(error),
    }),
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
