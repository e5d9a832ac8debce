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
import { connect, isConnected, logConnection, passOverMalformedPackets } from './connection.js';
import { CoolDown } from './cool-down.js';
import { keepFresh } from './health.js';
import { InFlight } from './in-flight.js';
import { handleInteraction } from './interactions.js';
import { handleMessage } from './mentions.js';
import { registerCommands } from './registration.js';

/** What the invite link asks for: the least that answering takes. */
const PERMISSIONS = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.ReadMessageHistory,
];

/** A stop gives the replies in flight this long, then the goodbye to Discord; the whole process must be gone within 5 s. */
const STOP_MS = 4000;
const GOODBYE_MS = 500;

type BotConfig = Config & { readonly token: string };

/**
 * Runs the bot on Discord until SIGINT or SIGTERM. What keeps it from running (no article, a refused token) is told
 * in the log and becomes the exit code.
 */
export async function runBot(config: BotConfig): Promise<void> {
  await startLog(config);
  try {
    await start(config);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.error(error.message);
    process.exitCode = error.exitCode;
  }
}

async function start(config: BotConfig): Promise<void> {
  const client = createClient(config.apiUrl);
  const inFlight = new InFlight();
  stopOnSignal(client, inFlight);
  const opened = Libraries.open(
    { ...config, waits: false },
    {
      warn: (message) => log.warning('{message}', { message }),
      info: (message) => log.info('{message}', { message }),
    },
  );
  reloadOnSignal(opened);
  const libraries = await opened;
  await libraries.warmUp();
  await libraries.watch();
  client.on(Events.InteractionCreate, (interaction) =>
    inFlight.add(handleInteraction(libraries, interaction)),
  );
  const coolDown = new CoolDown();
  client.on(Events.MessageCreate, (message) => inFlight.add(handleMessage(libraries, coolDown, message)));
  client.once(Events.ClientReady, (ready) => inFlight.add(announce(ready, config.guildId)));
  logConnection(client);
  const { healthFile } = config;
  if (healthFile) client.once(Events.ClientReady, () => keepFresh(healthFile, () => isConnected(client)));
  passOverMalformedPackets();
  await connect(client, config.token);
}

function createClient(apiUrl: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages arrive in channels that are not known yet.
    partials: [Partials.Channel],
    shards: 'auto',
    allowedMentions: { parse: [] },
    // Interaction edits and follow-ups are exempt from the limit of 50 a second that discord.js would hold them to.
    rest: { api: apiUrl, globalRequestsPerSecond: Number.POSITIVE_INFINITY },
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

/** Where somebody adds the bot to a server; Discord's own address even when the API goes through a proxy. */
function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: PERMISSIONS.reduce((sum, permission) => sum | permission).toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** Registers the commands and says in the log how to invite the bot. */
async function announce(client: Client<true>, guildId: string | null): Promise<void> {
  log.info('Connected as {name}', { name: client.user.tag });
  log.info('Invite the bot to a server: {invite}', { invite: inviteLink(client.application.id) });
  try {
    const written = await registerCommands(client, guildId);
    log.info(written ? 'Registered the commands {where}' : 'The commands {where} are up to date', {
      where: guildId === null ? 'everywhere' : `in server ${guildId}`,
    });
  } catch (error) {
    log.error('The commands could not be registered: {reason}. Those registered before still work.', {
      reason: reasonOf(error),
    });
  }
}

/**
 * On SIGHUP, also while they are read first: reads all texts again. On Windows, and for a bot that was started by hand, it
 * means that the window was closed.
 */
function reloadOnSignal(libraries: Promise<Libraries>): void {
  if (process.platform === 'win32' || process.stdin.isTTY) return;
  process.on('SIGHUP', async () => {
    log.info('Reading all texts again on SIGHUP');
    try {
      await (await libraries).reload();
    } catch (error) {
      log.warning('The texts could not be read again: {reason}', { reason: reasonOf(error) });
    }
  });
}

/** On SIGINT or SIGTERM: takes no more work, finishes what is in flight, leaves Discord, exits 0. */
function stopOnSignal(client: Client, inFlight: InFlight): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info('Stopping on {signal}', { signal });
    client.removeAllListeners(Events.InteractionCreate);
    client.removeAllListeners(Events.MessageCreate);
    client.removeAllListeners(Events.ShardReconnecting);
    const unfinished = await inFlight.settle(STOP_MS);
    if (unfinished > 0) log.warning('Gave up on {unfinished} unfinished replies', { unfinished });
    // A gateway that has gone silent would be waited for half a minute.
    await Promise.race([client.destroy(), sleep(GOODBYE_MS)]);
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
