import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client,
  Events,
  GatewayIntentBits,
  type GuildMember,
  OAuth2Scopes,
  Options,
  Partials,
  PermissionFlagsBits,
  type User,
} from 'discord.js';
import type { Config } from '../config.js';
import { reasonOf, UserError } from '../errors.js';
import { Libraries } from '../libraries.js';
import { log, startLog } from '../log.js';
import type { Model } from '../model/model.js';
import type { Signals } from '../signals.js';
import { connect, isConnected, logConnection, passOverMalformedPackets } from './connection.js';
import { Desk } from './desk.js';
import { keepFresh } from './health.js';
import { InFlight } from './in-flight.js';
import { handleInteraction } from './interactions.js';
import { handleMessage } from './mentions.js';
import { Queue } from './queue.js';
import { registerCommands, removeElsewhere } from './registration.js';
import { RepliedTo } from './replied-to.js';

/** What the invite link asks for: the least that answering takes. */
const PERMISSIONS = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.ReadMessageHistory,
];

/** A stop gives the replies in flight this long, then the goodbye to Discord; the process must be gone within 2 s. */
const REPLIES_MS = 1000;
const GOODBYE_MS = 300;

type BotConfig = Config & { readonly token: string };

/**
 * Runs the bot on Discord until SIGINT or SIGTERM, with networks that may still be loading. What keeps it from running (no
 * article, a refused token) is told in the log and becomes the exit code.
 */
export async function runBot(config: BotConfig, model: Promise<Model>, signals: Signals): Promise<void> {
  await startLog(config);
  try {
    await start(config, model, signals);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.error(error.message);
    process.exitCode = error.exitCode;
  }
}

async function start(config: BotConfig, model: Promise<Model>, signals: Signals): Promise<void> {
  const client = createClient(config.apiUrl);
  const inFlight = new InFlight();
  const queue = new Queue();
  signals.beforeStop((signal) => stop(signal, client, inFlight));
  const opened = openLibraries(config, model, queue);
  signals.onHangUp(() => reload(opened));
  const libraries = await opened;
  await libraries.warmUp();
  await libraries.watch();
  const desk = new Desk(libraries, queue, config);
  client.on(Events.InteractionCreate, (interaction) => inFlight.add(handleInteraction(desk, interaction)));
  const repliedTo = new RepliedTo(client);
  client.on(Events.MessageCreate, (message) => inFlight.add(handleMessage(desk, repliedTo, message)));
  client.once(Events.ClientReady, (ready) => inFlight.add(announce(ready, config.guildId)));
  logConnection(client);
  const { healthFile } = config;
  if (healthFile) client.once(Events.ClientReady, () => keepFresh(healthFile, () => isConnected(client)));
  passOverMalformedPackets();
  await connect(client, config.token);
}

const openLibraries = (config: BotConfig, model: Promise<Model>, queue: Queue): Promise<Libraries> =>
  Libraries.open(
    { ...config, waits: false, others: () => queue.waitingForReader },
    {
      warn: (message) => log.warning('{message}', { message }),
      info: (message) => log.info('{message}', { message }),
    },
    model,
  );

function createClient(apiUrl: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages arrive in channels that are not known yet.
    partials: [Partials.Channel],
    shards: 'auto',
    allowedMentions: { parse: [] },
    // Interaction edits and follow-ups are exempt from the limit of 50 a second that discord.js would hold them to.
    rest: {
      api: apiUrl,
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      // At the start a wait is told in the log, see connect.
      rejectOnRateLimit: ['/gateway/bot'],
    },
    // Nothing is looked up later, so no messages are kept, and nobody but the bot itself.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: isBotItself },
      GuildMemberManager: { maxSize: 0, keepOverLimit: isBotItself },
    }),
  });
}

const isBotItself = ({ id, client }: User | GuildMember): boolean => id === client.user?.id;

/** Where somebody adds the bot to a server; Discord's own address even when the API is another server's. */
function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: PERMISSIONS.reduce((sum, permission) => sum | permission).toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** Says in the log how to invite the bot, and registers the commands. */
async function announce(client: Client<true>, guildId: string | null): Promise<void> {
  log.info('Connected as {name}', { name: client.user.tag });
  log.info('Invite the bot to a server: {invite}', { invite: inviteLink(client.application.id) });
  try {
    await registerCommands(client, guildId);
    // It may take a while, and a stop need not wait for it.
    void removeElsewhere(client, guildId);
  } catch (error) {
    log.error('The commands could not be registered: {reason}. Those registered before still work.', {
      reason: reasonOf(error),
    });
  }
}

/** Reads all texts again, also while they are read first. */
async function reload(libraries: Promise<Libraries>): Promise<void> {
  log.info('Reading all texts again on SIGHUP');
  try {
    await (await libraries).reload();
  } catch (error) {
    log.warning('The texts could not be read again: {reason}', { reason: reasonOf(error) });
  }
}

/** Takes no more work, finishes what is in flight, leaves Discord. */
async function stop(signal: NodeJS.Signals, client: Client, inFlight: InFlight): Promise<void> {
  log.info('Stopping on {signal}', { signal });
  client.removeAllListeners(Events.InteractionCreate);
  client.removeAllListeners(Events.MessageCreate);
  client.removeAllListeners(Events.ShardReconnecting);
  const unfinished = await inFlight.settle(REPLIES_MS);
  if (unfinished > 0) log.warning('Gave up on {unfinished} unfinished replies', { unfinished });
  // A gateway that has gone silent would be waited for half a minute.
  await Promise.race([client.destroy(), sleep(GOODBYE_MS)]);
}
