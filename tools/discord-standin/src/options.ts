/** What somebody fills in for a slash command, as Discord passes it on. */

import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  type ApplicationCommandType,
} from 'discord-api-types/v10';

/** Values by the option's name. */
export type Values = Record<string, string | number | boolean>;

/**
 * The options of an interaction, checked against the command as it is registered: an unknown one is an error of the
 * test, and so is a required one left out, except while `focused` is still being typed.
 */
export function optionsOf(command: APIApplicationCommand, values: Values, focused?: string) {
  const defined = (command.options ?? []) as APIApplicationCommandBasicOption[];
  const missing = defined.find(({ name, required }) => required && !(name in values));
  if (missing && focused === undefined)
    throw new Error(`/${command.name} needs a value for "${missing.name}"`);
  return Object.entries(values).map(([name, value]) => {
    const option = defined.find((candidate) => candidate.name === name);
    if (!option) throw new Error(`/${command.name} has no option "${name}"`);
    if (name === focused && !('autocomplete' in option && option.autocomplete)) {
      throw new Error(`/${command.name} does not complete its option "${name}"`);
    }
    return { name, type: option.type, value, ...(name === focused && { focused: true }) };
  });
}

/** The command of that name and kind among those that are registered. */
export function commandNamed(
  commands: readonly APIApplicationCommand[],
  name: string,
  type: ApplicationCommandType,
): APIApplicationCommand {
  const command = commands.find((registered) => registered.name === name && registered.type === type);
  if (command) return command;
  throw new Error(`no command "${name}"; there are: ${commands.map((registered) => registered.name)}`);
}

/** What an interaction says of a command with these options. */
export const commandData = ({ id, name, type }: APIApplicationCommand, fields: object) => ({
  data: { id, name, type, ...fields },
});

/** A subcommand that takes no values, checked against the command as it is registered. */
export function subcommandOf(command: APIApplicationCommand, name: string) {
  const type = ApplicationCommandOptionType.Subcommand;
  if (command.options?.some((option) => option.type === type && option.name === name))
    return { name, type, options: [] };
  throw new Error(`/${command.name} has no subcommand "${name}"`);
}
