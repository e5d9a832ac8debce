import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { note, say } from '../src/reply.js';
import type { Command } from './command.js';
import { FOR_MANAGERS, SERVERS_ONLY, SLASH_COMMAND, SUBCOMMAND } from './definition.js';

const definition = {
  ...SERVERS_ONLY,
  ...FOR_MANAGERS,
  type: SLASH_COMMAND,
  name: 'texts',
  description: 'How the texts serve this server',
  options: [
    {
      type: SUBCOMMAND,
      name: 'unanswered',
      description: 'What was asked here and not answered since the bot started',
    },
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/texts unanswered`: what was asked in a server and not answered, for those who run it and choose the texts. */
export const texts: Command = {
  definition,
  run(_library, _options, { unanswered } = NOWHERE) {
    if (unanswered === null) return say(OFF);
    if (unanswered.length === 0)
      return say('Nothing was asked here since I started that the texts did not answer.');
    const lines = unanswered.map(({ question, times }) =>
      times === 1 ? question : `${question} (${times} times)`,
    );
    const cards = ['Asked here since I started, and not answered, the latest first:', ...lines];
    return { ...say(), cards: cards.map((line) => ({ items: [note(line)] })) };
  },
};

/** In the terminal, where there are no servers. */
const NOWHERE = { unanswered: null };

const OFF =
  'I keep no questions. Whoever runs the bot can switch on, with KEEP_UNANSWERED=on in its settings, that I remember until I stop what the texts did not answer.';
