import type { ApplicationCommand, Client, Collection } from 'discord.js';
import { commands } from '../../commands/index.js';

/**
 * Registers the commands, globally or in one server: compares with what Discord has and writes only on a
 * difference, because every write counts towards a daily limit and makes commands flicker.
 *
 * @returns whether anything was written.
 */
export async function registerCommands(client: Client<true>, guildId: string | null): Promise<boolean> {
  const definitions = commands.map(({ definition }) => definition);
  const { application } = client;
  const registered = guildId
    ? await application.commands.fetch({ guildId, withLocalizations: true })
    : await application.commands.fetch({ withLocalizations: true });
  if (sameCommands(registered, definitions)) return false;
  if (guildId) await application.commands.set(definitions, guildId);
  else await application.commands.set(definitions);
  return true;
}

type Definition = (typeof commands)[number]['definition'];

function sameCommands(
  registered: Collection<string, ApplicationCommand>,
  definitions: readonly Definition[],
): boolean {
  if (registered.size !== definitions.length) return false;
  return definitions.every((definition) =>
    // `equals` takes a definition as it is sent, though its type asks for what Discord adds to it.
    registered.some((command) =>
      command.equals(definition as Parameters<ApplicationCommand['equals']>[0], true),
    ),
  );
}
