import type { RESTPostAPIContextMenuApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Checked } from '../src/claims/checker.js';
import { statementsIn } from '../src/claims/statements.js';
import { openingWordsOf } from '../src/corpus/citation.js';
import type { Library } from '../src/library.js';
import { MAX_READ } from '../src/limits.js';
import { type Card, type Item, note, opening, quoted, type Reply, say } from '../src/reply.js';
import type { Command } from './command.js';
import { EVERYWHERE, MESSAGE_COMMAND, textOf } from './definition.js';

const definition = {
  ...EVERYWHERE,
  type: MESSAGE_COMMAND,
  name: 'Find sources',
} satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** Claims of a message that are checked, and how much of each and of its passage is shown: six messages at most. */
const MAX_CLAIMS = 10;
const MAX_REPEATED = 300;
const MAX_PASSAGE = 400;

/** Windows that are read for a whole message, so that ten claims take no longer than six questions. */
const WINDOWS = 6 * MAX_READ;

/** "Find sources" in a message's menu: for each of its statements whether the texts say it, differ, or have nothing on it. */
export const findSources: Command = {
  definition,
  // Ten claims are looked up one after another, and those of others before them.
  isSlow: true,
  async run(library, options) {
    const message = textOf(options.message);
    if (message === '') return say('That message has no text to look up.');
    const { claims, others } = statementsIn(message);
    if (claims.length === 0) return say('That message makes no statement that I could look up.');
    const checked = await checkAll(library, claims.slice(0, MAX_CLAIMS));
    return checkedReply(checked, restOf(claims.length - checked.length, others));
  },
};

/** One claim after another, so that those of others have their turn between them. */
async function checkAll(library: Library, claims: readonly string[]): Promise<Checked[]> {
  const windows = Math.min(MAX_READ, Math.floor(WINDOWS / claims.length));
  const checked: Checked[] = [];
  for (const claim of claims) checked.push(await library.check(claim, windows));
  return checked;
}

/** A card a passage, with the claims that it speaks to; at the end those on which there is nothing. */
function cardsOf(checked: readonly Checked[]): Card[] {
  const passages = new Map<string, Checked[]>();
  for (const one of checked) {
    const { article, sentence } = one.sentence ?? {};
    const key = article ? `${article.id} ${sentence}` : '';
    passages.set(key, [...(passages.get(key) ?? []), one]);
  }
  const unknown = passages.get('') ?? [];
  passages.delete('');
  return [...[...passages.values()].map(cardOf), ...unknown.map((one) => ({ items: [missLine(one)] }))];
}

const missLine = ({ claim, reason }: Checked): Item =>
  note(reason ?? `I find nothing on this in the texts: ${repeated(claim)}`);

function cardOf(claims: readonly Checked[]): Card {
  const [{ sentence: place } = {}] = claims;
  const span = place?.article.sentences[place.sentence];
  const passage: Item[] = place && span ? [opening(quoted(place.article, span), MAX_PASSAGE)] : [];
  return { items: [...claims.map(lineOf), ...passage] };
}

const repeated = (claim: string): string => openingWordsOf(claim, MAX_REPEATED);

function lineOf({ verdict, claim, differences: [first] }: Checked): Item {
  if (verdict === 'supported') return note(`The texts say this: ${repeated(claim)}`);
  if (verdict === 'nothing') return note(`Closest passage to ${repeated(claim)}:`);
  const named = first ? ` – “${first.claim}” here, “${first.text}” in the text` : '';
  return note(`The texts differ: ${repeated(claim)}${named}`);
}

/** What of a message was not checked. */
function restOf(left: number, others: number): Card[] {
  const lines = [
    ...(left > 0
      ? [`${left} further ${left === 1 ? 'statement was' : 'statements were'} not looked up.`]
      : []),
    ...(others > 0
      ? [`${others} ${others === 1 ? 'sentence states' : 'sentences state'} nothing to look up.`]
      : []),
  ];
  return lines.length === 0 ? [] : [{ items: lines.map((line) => note(line)) }];
}

/** A reply that shows what the texts say to some claims, and further cards. */
export const checkedReply = (checked: readonly Checked[], more: readonly Card[] = []): Reply => ({
  kind: 'notice',
  private: true,
  question: null,
  cards: [...cardsOf(checked), ...more],
  layout: 'flow',
  unit: 'page',
  memory: null,
});
