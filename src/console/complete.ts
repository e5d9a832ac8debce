import type { Command } from '../../commands/command.js';
import { commandNamed } from '../../commands/index.js';
import type { Library } from '../library.js';
import { optionNames, parseLine, slashCommands } from './command-line.js';

/** Nobody reads further. */
const MAX_COMPLETIONS = 500;

/**
 * What Tab completes a typed line to, in the form that Node's readline takes: the completions, and the part of the
 * line that they replace. Commands first, then a command's options, then what the command suggests for an option.
 */
export async function complete(library: Library, line: string): Promise<[string[], string]> {
  const [, name, rest] = /^\/(\S*)(?:\s+(.*))?$/s.exec(line) ?? [];
  if (name === undefined) return [[], line];
  if (rest === undefined)
    return matching(
      slashCommands().map((known) => `/${known} `),
      line,
    );
  const command = commandNamed(name);
  if (!command) return [[], line];
  const names = optionNames(command);
  const [, option, typed] = new RegExp(`(?:^|.*\\s)(${names.join('|')}):\\s*(.*)$`, 's').exec(rest) ?? [];
  if (option !== undefined && typed !== undefined) {
    const values = isSuggested(command, option)
      ? await command.suggest?.(
          library,
          option,
          { ...parseLine(line).options, [option]: typed },
          MAX_COMPLETIONS,
        )
      : [];
    return [(values ?? []).map(({ value }) => value).filter((value) => value !== typed), typed];
  }
  return matching(
    names.map((known) => `${known}: `),
    /\S*$/.exec(rest)?.[0] ?? '',
  );
}

/** Whether Discord would ask for suggestions too. */
const isSuggested = ({ definition }: Command, option: string): boolean =>
  'options' in definition &&
  definition.options?.some((o) => o.name === option && 'autocomplete' in o && o.autocomplete) === true;

const matching = (completions: readonly string[], typed: string): [string[], string] => [
  completions.filter((completion) => completion.startsWith(typed)),
  typed,
];
