import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { shorten } from '../src/corpus/citation.js';
import { say } from '../src/reply.js';
import type { Command } from './command.js';
import { FOR_MANAGERS, SERVERS_ONLY, SLASH_COMMAND } from './definition.js';

const definition = {
  ...SERVERS_ONLY,
  ...FOR_MANAGERS,
  type: SLASH_COMMAND,
  name: 'reload',
  description: 'Read all texts again, and tell what is wrong with them',
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Files that are named; the log names more. */
const MAX_NAMED = 5;

/** Longest line about a file, in UTF-16 units. */
const MAX_LINE = 300;

/** `/reload`: reads every text again, unless that was just done, and says what came of it; for those who run a server. */
export const reload: Command = {
  definition,
  isSlow: true,
  async run(library) {
    const { texts, leftOut, lines, isRecent } = await library.reload();
    const read = texts === 1 ? 'One text was read' : `${texts} texts were read`;
    const left = leftOut === 0 ? 'none left out' : `${leftOut} ${leftOut === 1 ? 'file' : 'files'} left out`;
    const more = lines.length - MAX_NAMED;
    return say(
      `${read}, ${left}${lines.length > 0 ? ':' : '.'}`,
      ...lines.slice(0, MAX_NAMED).map((line) => shorten(line, MAX_LINE)),
      ...(more > 0 ? [`${more} more; the bot’s log says which.`] : []),
      ...(isRecent ? ['That was less than half a minute ago; ask again later to have all read anew.'] : []),
    );
  },
};
