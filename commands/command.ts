import type {
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Library } from '../src/library.js';
import type { Reply } from '../src/reply.js';

/**
 * What was given for a command's options, by name; text as typed, which may be a choice's name, its value or neither.
 * A message command gets the message's text as `message`.
 */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** A suggestion for an option. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** A question that the texts did not answer. */
export interface UnansweredQuestion {
  readonly question: string;
  /** How often it was asked. */
  readonly times: number;
}

/** What a command may know of where it is used, beside the texts that are seen there. */
export interface Place {
  /** What was asked in this server and not answered since the start, the latest first; `null` where it is not kept. */
  readonly unanswered: readonly UnansweredQuestion[] | null;
}

/** A command: its definition as Discord registers it, and what it does with a library. */
export interface Command {
  readonly definition:
    | RESTPostAPIChatInputApplicationCommandsJSONBody
    | RESTPostAPIContextMenuApplicationCommandsJSONBody;
  /** Whether it may take longer than Discord waits; then only the asker sees the reply. */
  readonly isSlow?: boolean;
  /** Whether the network reads for it, which it does for one question after another. */
  readonly isRead?: boolean;
  /**
   * @param place only on Discord.
   * @throws UserError when an option names what is not there.
   */
  run(library: Library, options: Options, place?: Place): Reply | Promise<Reply>;
  /** Rebuilds a reply of this command from its memory; `null` when the memory is none of this command's. */
  reopen?(library: Library, memory: string): Reply | null | Promise<Reply | null>;
  /** Suggestions for an option that is being typed, with all that is given so far; best first, no more than `most`. */
  suggest?(
    library: Library,
    option: string,
    given: Options,
    most: number,
  ): readonly Choice[] | Promise<readonly Choice[]>;
}
