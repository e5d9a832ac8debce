import { setTimeout as sleep } from 'node:timers/promises';
import { type APIApplicationCommand, type Client, DiscordAPIError, Routes } from 'discord.js';
import { commands } from '../../commands/index.js';
import { reasonOf } from '../errors.js';
import { log } from '../log.js';
import { rememberCommands } from './command-links.js';

/** Where commands are registered: in the server with that id, or (`null`) everywhere. */
type Scope = string | null;

type Definition = (typeof commands)[number]['definition'];

/**
 * Registers the commands in one scope: compares with what Discord has and writes only on a difference, because every write
 * counts towards a daily limit and makes commands flicker.
 *
 * @throws DiscordAPIError when Discord refuses them.
 */
export async function registerCommands(client: Client<true>, scope: Scope): Promise<void> {
  const fields = scope === null ? [...FIELDS, ...GLOBAL_FIELDS] : FIELDS;
  const definitions = commands.map(({ definition }) => only(fields, definition));
  const before = await registeredIn(client, scope);
  const isSame =
    before.length === definitions.length &&
    definitions.every((definition) => before.some((command) => isEqual(only(fields, command), definition)));
  rememberCommands(isSame ? before : await write(client, scope, definitions));
  log.info(isSame ? 'The commands {where} are up to date' : 'Registered the commands {where}', {
    where: nameOf(scope),
  });
}

/**
 * Servers that are looked through for commands of another start. They are registered in one server while somebody
 * develops, hence in one that the bot was in early; more would be requests for nothing at every start.
 */
const MAX_SERVERS = 100;

/** Between two of them, in milliseconds: a fifth of the 50 requests a second that Discord takes, which replies need too. */
const PAUSE_MS = 100;

/**
 * Removes what an earlier start registered in other scopes, so that nothing stands twice in the menu. One request after
 * another; what goes wrong is told in the log.
 */
export async function removeElsewhere(client: Client<true>, scope: Scope): Promise<void> {
  const servers = [...client.guilds.cache.values()].sort((a, b) => a.joinedTimestamp - b.joinedTimestamp);
  const others = [null, ...servers.slice(0, MAX_SERVERS).map(({ id }) => id)].filter((one) => one !== scope);
  try {
    for (const other of others) {
      if (isStopped(client)) return;
      await removeFrom(client, other);
      await sleep(PAUSE_MS);
    }
  } catch (error) {
    log.warning('Whether commands of an earlier start are left could not be looked up: {reason}', {
      reason: reasonOf(error),
    });
  }
  if (servers.length > MAX_SERVERS)
    log.info(
      'Commands of an earlier start were looked for in the {some} servers that the bot joined first, of {all}',
      { some: MAX_SERVERS, all: servers.length },
    );
}

const isStopped = ({ token }: Client): boolean => token === null;

async function removeFrom(client: Client<true>, scope: Scope): Promise<void> {
  try {
    if ((await registeredIn(client, scope)).length === 0) return;
    await write(client, scope, []);
    log.info('Removed the commands that an earlier start registered {where}', { where: nameOf(scope) });
  } catch (error) {
    // Where the bot was added without commands, or has been removed meanwhile, it has none.
    if (!(error instanceof DiscordAPIError && (error.status === 403 || error.status === 404))) throw error;
  }
}

const nameOf = (scope: Scope): string => (scope === null ? 'everywhere' : `in server ${scope}`);

const registeredIn = async ({ rest, application }: Client<true>, scope: Scope) =>
  (await rest.get(pathOf(application.id, scope))) as APIApplicationCommand[];

/** Puts commands in the place of all that are registered there. */
const write = async ({ rest, application }: Client<true>, scope: Scope, body: readonly object[]) =>
  (await rest.put(pathOf(application.id, scope), { body })) as APIApplicationCommand[];

const pathOf = (application: string, scope: Scope) =>
  scope === null
    ? Routes.applicationCommands(application)
    : Routes.applicationGuildCommands(application, scope);

/** What a definition says; what Discord adds besides (ids, a version, defaults that come to be) is not compared. */
const FIELDS = ['type', 'name', 'description', 'options', 'default_member_permissions'] as const;

/** What only commands for everywhere have; Discord gives back something else in a server. */
const GLOBAL_FIELDS = ['contexts', 'integration_types'] as const;

type Field = (typeof FIELDS)[number] | (typeof GLOBAL_FIELDS)[number];

const only = (fields: readonly Field[], command: Definition | APIApplicationCommand): object =>
  Object.fromEntries(
    Object.entries(command).filter(([name]) => (fields as readonly string[]).includes(name)),
  );

/** Whether two values say the same: Discord leaves out, or fills in, what is false, null or empty. */
function isEqual(a: unknown, b: unknown): boolean {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  const [left, right] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  return [...Object.keys(left), ...Object.keys(right)].every((key) => isEqual(left[key], right[key]));
}

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);
