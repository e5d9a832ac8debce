import type { Command, Options } from '../../commands/command.js';
import { MESSAGE_COMMAND, USER } from '../../commands/definition.js';
import { commandNamed, commands } from '../../commands/index.js';
import { UserError } from '../errors.js';

/** A line as somebody types it in the terminal: a command and its options. */
export interface TypedCommand {
  readonly command: Command;
  readonly options: Options;
}

/**
 * Reads `/sources source: trump`, `/ask how many jobs`, or a bare line, which means `/ask`. What stands before the
 * first `name:` of an option is the command's first option.
 *
 * @throws UserError for a command that does not exist, and for an option that names somebody on Discord.
 */
export function parseLine(line: string): TypedCommand {
  const [, name = 'ask', rest = ''] = /^\/(\S*)\s*(.*)$/s.exec(line.trim()) ?? [null, 'ask', line];
  const command = commandNamed(name);
  if (!command) {
    const names = slashCommands()
      .map((known) => `/${known}`)
      .join(', ');
    throw new UserError(`There is no command /${name}. There are ${names}; a line without / is a question.`);
  }
  return { command, options: parseOptions(command, rest) };
}

function parseOptions(command: Command, text: string): Options {
  const names = optionNames(command);
  const [first] = names;
  if (first === undefined) return {};
  const person = namesOf(command, true).find((name) => new RegExp(`(?:^|\\s)${name}:`).test(text));
  if (person !== undefined)
    throw new UserError(
      `“${person}:” names somebody on Discord; here there is nobody to name. Leave it out.`,
    );
  const parts = text.split(new RegExp(`(?:^|\\s)(${names.join('|')}):\\s*`));
  const options: Record<string, string | boolean> = {};
  if (parts[0]?.trim()) options[first] = parts[0].trim();
  for (let i = 1; i < parts.length; i += 2) options[parts[i] as string] = (parts[i + 1] ?? '').trim();
  return options.private === undefined
    ? options
    : { ...options, private: !/^(?:false|no)$/i.test(String(options.private)) };
}

/** The names of the commands that can be typed; what hangs in a message's menu cannot. */
export const slashCommands = (): string[] =>
  commands
    .filter(({ definition }) => definition.type !== MESSAGE_COMMAND)
    .map(({ definition }) => definition.name);

/** The names of a command's options that can be typed, in order: none is a person of Discord's; a menu command has none. */
export const optionNames = (command: Command): string[] => namesOf(command, false);

const namesOf = ({ definition }: Command, ofPeople: boolean): string[] =>
  'options' in definition && definition.options
    ? definition.options.flatMap(({ type, name }) => ((type === USER) === ofPeople ? [name] : []))
    : [];
