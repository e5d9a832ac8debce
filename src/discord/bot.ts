import {
  Client,
  Events,
  GatewayIntentBits,
  OAuth2Scopes,
  Options,
  Partials,
  PermissionFlagsBits,
} from 'discord.js';
import type { Config } from '../config.js';
import { loadArticles } from '../corpus/load.js';
import { reasonOf } from '../errors.js';
import { createLibrary } from '../library.js';
import { log, startLog } from '../log.js';
import { connect, logConnection } from './connection.js';
import { CoolDown } from './cool-down.js';
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

/** A stop gives the replies in flight this long, and the whole process must be gone within 5 s. */
const STOP_MS = 4000;

/**
 * Runs the bot on Discord until SIGINT or SIGTERM.
 *
 * @throws UserError when the corpus has no article, or Discord refuses the token or the intents.
 */
export async function runBot(config: Config & { readonly token: string }): Promise<void> {
  await startLog(config);
  const corpus = await loadArticles(config.corpusDir, (warning) =>
    log.warning('Left out {warning}', { warning }),
  );
  const library = createLibrary(corpus);
  log.info('Read {count} articles from {dir}', { count: corpus.articles.length, dir: corpus.dir });
  const client = createClient(config.apiUrl);
  const inFlight = new InFlight();
  client.on(Events.InteractionCreate, (interaction) => inFlight.add(handleInteraction(library, interaction)));
  const coolDown = new CoolDown();
  client.on(Events.MessageCreate, (message) => inFlight.add(handleMessage(library, coolDown, message)));
  client.once(Events.ClientReady, (ready) => inFlight.add(announce(ready, config.guildId)));
  stopOnSignal(client, inFlight);
  logConnection(client);
  await connect(client, config.token);
}

function createClient(apiUrl: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages arrive in channels that are not known yet.
    partials: [Partials.Channel],
    shards: 'auto',
    allowedMentions: { parse: [] },
    rest: { api: apiUrl },
    // Nothing is looked up later, so nothing is kept.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
  });
}

/** Registers the commands and says in the log how to invite the bot. */
async function announce(client: Client<true>, guildId: string | null): Promise<void> {
  log.info('Connected as {name}', { name: client.user.tag });
  const invite = client.generateInvite({
    scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
    permissions: PERMISSIONS,
  });
  log.info('Invite the bot to a server: {invite}', { invite });
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

/** On SIGINT or SIGTERM: takes no more work, finishes what is in flight, leaves Discord, exits 0. */
function stopOnSignal(client: Client, inFlight: InFlight): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info('Stopping on {signal}', { signal });
    client.removeAllListeners(Events.InteractionCreate);
    client.removeAllListeners(Events.MessageCreate);
    const unfinished = await inFlight.settle(STOP_MS);
    if (unfinished > 0) log.warning('Gave up on {unfinished} unfinished replies', { unfinished });
    await client.destroy();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
