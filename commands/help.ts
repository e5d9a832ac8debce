import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Library } from '../src/library.js';
import { say } from '../src/reply.js';
import type { Command } from './command.js';
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
  // Its examples are questions, which may still have to be tried.
  isSlow: true,
  run: (library) => guide(library),
};

async function guide(library: Library) {
  const examples = await library.examples();
  const lines = [
    'I answer questions about a few texts, only in the texts’ own words: every quotation stands there exactly as shown.',
    '/ask finds the sentence that answers; "…" in a question finds an exact phrase. You can also mention me with a question.',
    ...(examples.length > 0 ? [`For example: ${examples.join(' · ')}`] : []),
    '/quote finds who said what. /figure looks up numbers and sets what different texts say side by side.',
    '/sources lists the texts and opens one in full. Find sources, in a message’s Apps menu, looks up what it says.',
    'When the texts do not say, I tell you so. With private: True only you see an answer; Share shows it to all.',
    'I store nothing: no questions, no names, no messages.',
  ];
  return say(...lines);
}
