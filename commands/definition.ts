import type {
  APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';
import type { Article } from '../src/corpus/article.js';
import {
  countLabel,
  findSource,
  MAX_LABEL_LENGTH,
  type Source,
  suggestSources,
} from '../src/corpus/sources.js';
import { UserError } from '../src/errors.js';
import type { Choice } from './command.js';

/*
 * What the definitions of several commands share. Discord's numbers are written out, checked against their types,
 * so that a definition loads nothing of Discord.
 */

export const SUBCOMMAND = 1 satisfies ApplicationCommandOptionType.Subcommand;
export const STRING = 3 satisfies ApplicationCommandOptionType.String;
/** Of an option that only Discord has people for. */
export const USER = 6 satisfies ApplicationCommandOptionType.User;
const BOOLEAN = 5 satisfies ApplicationCommandOptionType.Boolean;
export const SLASH_COMMAND = 1 satisfies ApplicationCommandType.ChatInput;
export const MESSAGE_COMMAND = 3 satisfies ApplicationCommandType.Message;

/** Usable in servers, in direct messages and in group messages; installed by a server or by a user. */
export const EVERYWHERE = {
  contexts: [0, 1, 2] satisfies InteractionContextType[],
  integration_types: [0, 1] satisfies ApplicationIntegrationType[],
};

/** Usable in the servers that have added the bot, where Discord asks for permissions. */
export const SERVERS_ONLY = {
  contexts: [0] satisfies InteractionContextType[],
  integration_types: [0] satisfies ApplicationIntegrationType[],
};

/** Shown to those who may manage the server (`1 << 5`); whoever runs the server can let others use it. */
export const FOR_MANAGERS = { default_member_permissions: String(1 << 5) };

/** Longest name and value of a choice (Discord developer docs, Application Command Option Choice). */
export const MAX_CHOICE_LENGTH = MAX_LABEL_LENGTH;

/** `source:`, which a command may describe otherwise. */
export const sourceOption = {
  type: STRING,
  name: 'source',
  description: 'Look in this text, or in this folder of texts, only',
  autocomplete: true,
  max_length: 200,
} satisfies APIApplicationCommandBasicOption;

/** `private:`, which is off unless it is given. */
export const privateOption = {
  type: BOOLEAN,
  name: 'private',
  description: 'Show the answer to you only',
} satisfies APIApplicationCommandBasicOption;

/**
 * Suggestions for `source`: the label to read, folder or id to send (of what has too long a one, the label).
 *
 * @param found where it is given, only sources that have some of it.
 */
export function sourceChoices(
  articles: readonly Article[],
  typed: string,
  most: number,
  found: Iterable<{ readonly article: Article }> | null = null,
): Choice[] {
  const having = found && new Set(Array.from(found, ({ article }) => article));
  const isWanted = ({ articles: members }: Source) =>
    having === null || members.some((article) => having.has(article));
  return suggestSources(articles, typed, most, isWanted).map(({ folder, articles: members, label }) => {
    const value = folder ?? members[0]?.id ?? '';
    const name = folder === null ? label : label + countLabel(members.length, 'text');
    return { name, value: value.length <= MAX_CHOICE_LENGTH ? value : label };
  });
}

/**
 * The source that `source` names; `null` when it is not given.
 *
 * @throws UserError when there is no such source, or more than one.
 */
export function sourceOf(articles: readonly Article[], value: string | boolean | undefined): Source | null {
  const typed = textOf(value);
  return typed === '' ? null : findSource(articles, typed);
}

/** The source that `source` names while it may not be typed in full yet: `undefined` where it names none. */
export function sourceIfAny(
  articles: readonly Article[],
  value: string | boolean | undefined,
): Source | null | undefined {
  try {
    return sourceOf(articles, value);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** An option's text without white space around it; '' when it is not given. */
export const textOf = (value: string | boolean | undefined): string =>
  typeof value === 'string' ? value.trim() : '';
