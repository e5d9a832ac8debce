import type { RESTPostAPIContextMenuApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { openingWordsOf } from '../src/corpus/citation.js';
import { sentenceSpans } from '../src/english/sentences.js';
import type { Library } from '../src/library.js';
import { MAX_QUESTION_LENGTH, MAX_READ } from '../src/limits.js';
import { type Card, note, opening, quoted, type Reply, say } from '../src/reply.js';
import type { Command } from './command.js';
import { EVERYWHERE, MESSAGE_COMMAND, textOf } from './definition.js';

const definition = {
  ...EVERYWHERE,
  type: MESSAGE_COMMAND,
  name: 'Find sources',
} satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** Sentences of a message that are looked up, and how much of each and of its passage is shown: six messages at most. */
const MAX_SENTENCES = 10;
const MAX_REPEATED = 200;
const MAX_PASSAGE = 400;

/** Windows that are read for a whole message, so that ten sentences take no longer than four questions. */
const READS = 4 * MAX_READ;

/** "Find sources" in a message's menu: for each of its sentences the closest passage, or that the texts do not say it. */
export const findSources: Command = {
  definition,
  isRead: true,
  async run(library, options) {
    const message = textOf(options.message);
    const sentences = sentenceSpans(message).map(({ start, end }) => message.slice(start, end));
    if (sentences.length === 0) return say('That message has no text to look up.');
    const looked = sentences.slice(0, MAX_SENTENCES);
    const windows = Math.min(MAX_READ, Math.floor(READS / looked.length));
    // One after another, so that they do not wait for each other.
    const cards: Card[] = [];
    for (const sentence of looked) cards.push(await cardFor(library, sentence, windows));
    const left = sentences.length - MAX_SENTENCES;
    return reply(
      left > 0 ? [...cards, { items: [note(`${left} further sentences were not looked up.`)] }] : cards,
    );
  },
};

async function cardFor(library: Library, sentence: string, windows: number): Promise<Card> {
  const repeated = note(openingWordsOf(sentence, MAX_REPEATED));
  const answer = await library.answer(sentence.slice(0, MAX_QUESTION_LENGTH), { top: 1, windows });
  const [closest] = answer.candidates;
  if (!answer.answered || !closest) return { items: [repeated, note('The texts do not say this.')] };
  return {
    items: [repeated, note('Closest passage:'), opening(quoted(closest.article, closest), MAX_PASSAGE)],
  };
}

const reply = (cards: readonly Card[]): Reply => ({
  kind: 'notice',
  private: true,
  question: null,
  cards,
  layout: 'flow',
  unit: 'page',
  memory: null,
});
