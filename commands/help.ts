import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Library } from '../src/library.js';
import { type Card, commandNote, type Item, note, say } from '../src/reply.js';
import type { Command, Place } from './command.js';
import { EVERYWHERE, SLASH_COMMAND } from './definition.js';

const definition = {
  ...EVERYWHERE,
  type: SLASH_COMMAND,
  name: 'help',
  description: 'What you can ask, with examples, and what is stored',
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/help`: what can be asked, with examples that this corpus answers, and what the bot stores. */
export const help: Command = {
  definition,
  run: (library, _options, place) => guide(library, place),
};

async function guide(library: Library, place: Place | undefined) {
  const examples = await library.examples();
  return {
    ...say(),
    cards: [
      { items: [note(WORDS)] },
      group(
        'Ask',
        commandNote('ask', 'finds the sentence that answers; "…" in a question finds an exact phrase.'),
        note('Or mention me with a question.'),
        ...(examples.length > 0 ? [note(`For example: ${examples.join(' · ')}`)] : []),
      ),
      group(
        'Look around',
        commandNote('quote', 'finds who said what.'),
        commandNote('figure', 'looks up numbers, with what different texts say side by side.'),
        commandNote('sources', 'lists the texts and opens one in full.'),
      ),
      group(
        'Check',
        note(
          'Find sources, in a message’s Apps menu, tells of each of its statements whether the texts say it.',
        ),
      ),
      group(
        'Good to know',
        note('When the texts do not say, I tell you so.'),
        note('With private: True only you see an answer; Share shows it to all.'),
        note(place?.unanswered ? REMEMBERED : 'I store nothing: no questions, no names, no messages.'),
      ),
    ],
  };
}

const WORDS =
  'I answer only in the words of the texts that I have, as they stand there; in a row of a table each cell is named by its column.';

const REMEMBERED =
  'I store nothing. Until I stop I remember questions of a server that the texts do not answer, without names, for those who manage it.';

const group = (heading: string, ...items: readonly Item[]): Card => ({
  items: [note('', heading), ...items],
});
