import type { APIApplicationCommand } from 'discord.js';

/** The ids under which the commands are registered, by name. */
const ids = new Map<string, string>();

/** Takes note of the commands as Discord has registered them. */
export function rememberCommands(registered: readonly APIApplicationCommand[]): void {
  for (const { name, id } of registered) ids.set(name, id);
}

/** The markup that Discord shows as a command to click; until it is registered, its plain name. */
export function commandLink(command: string): string {
  const id = ids.get(command);
  return id === undefined ? `/${command}` : `</${command}:${id}>`;
}
