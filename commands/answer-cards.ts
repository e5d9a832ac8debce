import type { Article, Sentence, SentencePlace } from '../src/corpus/article.js';
import { citationOf, openingWordsOf } from '../src/corpus/citation.js';
import { type Excerpted, excerptOf, lineOf } from '../src/corpus/excerpt.js';
import { passageOf, shownWords } from '../src/corpus/passage.js';
import type { Source } from '../src/corpus/sources.js';
import type { Corroboration, Said } from '../src/corroboration.js';
import type { KnownFigure } from '../src/figures/figure.js';
import type { Library } from '../src/library.js';
import { DEFAULT_TOP } from '../src/limits.js';
import type { KnownQuestion } from '../src/questions/questions.js';
import {
  type Card,
  commandNote,
  type Item,
  note,
  type QuotedItem,
  quoted,
  type Reply,
  type Way,
} from '../src/reply.js';
import type { Span } from '../src/text/span.js';
import { MAX_CHOICE_LENGTH } from './definition.js';
import { figureNote } from './figure.js';
import { questionAt, wayToQuestion } from './known-questions.js';
import { packNumbers, unpackNumbers } from './memory.js';
import { numbersOf, sourceWith, wayToSource, wayToText } from './sources.js';

/** How an answer is introduced. */
const LEADS = {
  says: 'The texts say:',
  closest: 'Closest passage:',
  silent: 'The texts do not say.',
  'no such phrase': 'The texts do not say it in these words: no passage has the quoted phrase.',
} as const;

/** The same where more is told in its line. */
const SHORT = {
  says: 'The texts say',
  closest: 'Closest passage',
  silent: 'The texts do not say',
  'no such phrase': 'The texts do not say it in these words',
} as const;

/** How far the texts answer. */
export type Verdict = keyof typeof LEADS;

/** What `/ask` shows: everything that a reply is made of, and nothing of the question. */
export interface Shown {
  readonly verdict: Verdict;
  /** Best first, one a passage. */
  readonly places: readonly SentencePlace[];
  /** Where in a long sentence the first of them answers, as an offset in it; see `partsOf`. */
  readonly part: number;
  /** The number in the first of them that was asked for. */
  readonly figure: KnownFigure | null;
  /** Sentences of other articles that answer with the same. */
  readonly also: readonly SentencePlace[];
  /** Whether only some sources were looked in: then nothing is shown of others. */
  readonly onlyThere: boolean;
  /** The text or folder that is called what was asked. */
  readonly named: Source | null;
  /** Questions that the texts do answer, shown with a miss. */
  readonly instead: readonly KnownQuestion[];
}

/** The reply that shows an answer, or that there is none and the nearest passages. Only a sure answer is for all to see at once. */
export async function replyOf(library: Library, all: Shown): Promise<Reply> {
  const shown = { ...all, also: all.also.slice(0, MAX_ALSO) };
  const isMiss = shown.verdict === 'silent' || shown.verdict === 'no such phrase';
  return {
    kind: isMiss ? 'miss' : 'answer',
    private: shown.verdict !== 'says',
    question: null,
    cards: isMiss ? missCards(library, shown) : await answerCards(library, shown),
    layout: 'one-card',
    unit: 'passage',
    memory: await packShown(library, shown),
  };
}

/** A line for all to see in the place of what is not sure or no answer, from which whoever likes opens more privately. */
export const coverOf = (reply: Reply): Reply => ({
  ...reply,
  private: false,
  cards: [reply.kind === 'miss' ? missCover(reply) : closestCover(reply)],
});

const closestCover = ({ memory }: Reply): Card => ({
  items: [note(`${SHORT.closest}: it may not be the answer.`)],
  ways: [{ label: 'Show it', command: 'ask', memory: memory ?? '' }],
});

/** The first card of a miss; its buttons to further cards open them. */
function missCover({ cards: [first], memory }: Reply): Card {
  const { items = [], turns = [], ways = [] } = first ?? {};
  const opening = turns.map(({ label, card }) => ({
    label,
    command: 'ask',
    memory: memory ?? '',
    page: card,
  }));
  return { items, ways: [...opening, ...ways] };
}

/** Sentences of other articles that are shown below an answer; more would not be read. */
const MAX_ALSO = 3;

/** Questions that are offered in the place of one that the texts do not answer. */
export const MAX_INSTEAD = 2;

/** The letter of each verdict in a memory. */
const LETTERS: Readonly<Record<Verdict, string>> = {
  says: 's',
  closest: 'c',
  silent: 'n',
  'no such phrase': 'p',
};

/** At the end of a memory: only some sources were looked in. */
const ONLY_THERE = '~';

/**
 * The verdict's letter, the sentences' numbers and, each after `~`, the figure's, those of what is said also, the part, the
 * questions', and those of the source that is called what was asked.
 */
async function packShown(
  library: Library,
  { verdict, places, part, figure, also, onlyThere, instead, named }: Shown,
): Promise<string> {
  const asked = figure ? packNumbers([(await library.figures()).numberOf(figure)]) : '';
  const others = packNumbers(also.map(library.numberOf));
  const from = part > 0 ? packNumbers([part]) : '';
  const questions = packNumbers(instead.map(({ number }) => number));
  const source = named ? packNumbers(numbersOf(library, named)) : '';
  const rest =
    `~${[asked, others, from, questions, source].join('~')}`.replace(/~+$/, '') +
    (onlyThere ? ONLY_THERE : '');
  const letter = LETTERS[verdict];
  return letter + packNumbers(places.map(library.numberOf), letter.length + rest.length) + rest;
}

/** What a source takes. */
const MAX_SOURCE_NUMBERS = 3;

/** What a memory stands for; `null` when it is none that `packShown` makes. */
export async function unpackShown(library: Library, memory: string): Promise<Shown | null> {
  const verdict = (Object.keys(LETTERS) as Verdict[]).find((name) => LETTERS[name] === memory.charAt(0));
  const [sentences = '', asked = '', others = '', from = '', questions = '', source = ''] = memory
    .slice(1)
    .split('~');
  const placesOf = (packed: string, most: number) =>
    unpackNumbers(packed, most)?.map((number) => library.sentenceAt(number));
  const places = placesOf(sentences, DEFAULT_TOP);
  const also = placesOf(others, MAX_ALSO);
  if (!verdict || !places?.every((place) => place !== null) || !also?.every((place) => place !== null))
    return null;
  const [number] = unpackNumbers(asked, 1) ?? [];
  const [part = 0] = unpackNumbers(from, 1) ?? [];
  return {
    verdict,
    places,
    part,
    figure: number === undefined ? null : (await library.figures()).at(number),
    also,
    onlyThere: memory.endsWith(ONLY_THERE),
    named: sourceWith(library, unpackNumbers(source, MAX_SOURCE_NUMBERS) ?? []),
    instead: (unpackNumbers(questions, MAX_INSTEAD) ?? []).flatMap((one) => questionAt(library, one) ?? []),
  };
}

/** The answer, what stands around it where that is more, and the further passages. */
async function answerCards(library: Library, shown: Shown): Promise<Card[]> {
  const { verdict, part } = shown;
  const [place, ...rest] = shown.places;
  if (!place) return [];
  const said = await corroboration(library, place, shown);
  const others = rest.filter((one) => !said.also.some((also) => isSame(also, one)));
  const hasMore = isShortened(place, part) || said.also.length > 1 || said.otherwise.length > 1;
  const toOthers = others.length > 0 ? [{ label: countOf(others), card: hasMore ? 2 : 1 }] : [];
  const turns = [...(hasMore ? [{ label: 'Read on', card: 1 }] : []), ...toOthers];
  const ways = [wayToText(library, place), ...waysToNamed(library, shown)];
  const lead = LEADS[verdict];
  return [
    { lead, items: answerItems(place, shown, said), turns, ways },
    ...(hasMore ? [{ lead, items: aroundItems(place, said), turns: [...BACK, ...toOthers], ways }] : []),
    ...listOf(library, `${SHORT[verdict]} · Further passages:`, others),
  ];
}

const BACK = [{ label: 'Back', card: 0 }];

const isSame = (a: SentencePlace, b: SentencePlace): boolean =>
  a.article === b.article && a.sentence === b.sentence;

const answerItems = (
  place: SentencePlace,
  { figure, part }: Shown,
  { also, otherwise }: Corroboration,
): Item[] => [
  ...(figure ? [figureNote(figure)] : []),
  ...excerptItems(place, part),
  ...firstOf(ALSO, also),
  ...firstOf(OTHERWISE, otherwise),
];

const aroundItems = (place: SentencePlace, { also, otherwise }: Corroboration): Item[] => [
  ...quotedPassage(place),
  ...asidesOf(ALSO, also),
  ...asidesOf(OTHERWISE, otherwise),
];

const countOf = ({ length }: readonly unknown[]): string =>
  length === 1 ? '1 further passage' : `${length} further passages`;

function missCards(library: Library, shown: Shown): Card[] {
  const { verdict, places, instead, named } = shown;
  const ways = [...waysToNamed(library, shown), ...instead.map(wayToQuestion)];
  const turns = places.length > 0 ? [{ label: 'Show the nearest passages', card: 1 }] : [];
  const nearest = listOf(library, `${SHORT[verdict]}. Nearest passages, not an answer:`, places);
  const pointer = named
    ? [commandNote('sources', `has a ${named.folder === null ? 'text' : 'folder'} of that name.`)]
    : [];
  return [{ items: [note(LEADS[verdict]), ...pointer], turns, ways }, ...nearest];
}

const waysToNamed = (library: Library, { named }: Shown): Way[] =>
  named ? [wayToSource(library, named)] : [];

/** Passages that are no answer, on a card of their own, from which each can be opened in its text. */
function listOf(library: Library, lead: string, places: readonly SentencePlace[]): Card[] {
  if (places.length === 0) return [];
  const items = places.flatMap((place) => {
    const { above, answer, around } = excerptOf(place);
    return excerpted(place, above, { ...answer, cutFrom: around.cutFrom }, null);
  });
  const ways = places.map((place) => ({
    ...wayToText(library, place),
    label: openingWordsOf(wordsOf(place), MAX_CHOICE_LENGTH - MARKS),
    description: citationOf(place.article, spanOf(place)),
  }));
  return [{ lead, items, turns: BACK, choices: { placeholder: 'Open one in the text', ways } }];
}

/** Quotation marks, a space and an ellipsis. */
const MARKS = 4;

/** The words of a sentence in a line. */
const wordsOf = (place: SentencePlace): string =>
  shownWords(place.article, spanOf(place)).replace(/\s+/g, ' ');

/** What other articles have to it: the sentences that say it too, and those that give another figure. */
async function corroboration(library: Library, place: SentencePlace, shown: Shown): Promise<Corroboration> {
  const answering = shown.also.map((one) => ({ ...one, ...spanOf(one) }));
  if (shown.onlyThere) return { also: answering, otherwise: [] };
  const { also, otherwise } = await library.corroborationOf(place, shown.figure);
  const others = also.filter(({ article }) => !answering.some((one) => one.article === article));
  return { also: [...answering, ...others], otherwise };
}

const ALSO = 'Also';
const OTHERWISE = 'Another figure';

const asidesOf = (lead: string, said: readonly Said[]): Item[] => said.map((one) => asideOf(`${lead}:`, one));

/** The first alone, with how many there are: the others stand where one reads on. */
const firstOf = (lead: string, said: readonly Said[]): Item[] =>
  said
    .slice(0, 1)
    .map((one) => asideOf(said.length > 1 ? `${lead} (1 of ${said.length}):` : `${lead}:`, one));

function asideOf(lead: string, said: Said): Item {
  return { kind: 'aside', lead, article: said.article, ...lineOf(said, said), cutFrom: spanOf(said) };
}

function spanOf({ article, sentence }: SentencePlace): Span {
  const { start, end } = article.sentences[sentence] as Sentence;
  return { start, end };
}

/** The sentence in bold with its neighbours. */
function excerptItems(place: SentencePlace, part: number): QuotedItem[] {
  const { above, around, answer } = excerptOf(place, part);
  return excerpted(place, above, around, answer);
}

function excerpted(
  { article }: SentencePlace,
  above: Excerpted | null,
  { cutFrom, ...span }: Excerpted,
  emphasis: Span | null,
): QuotedItem[] {
  const apart = above ? [{ ...quoted(article, above), cutFrom: above.cutFrom }] : [];
  return [...apart, { ...quoted(article, span, emphasis), cutFrom }];
}

/** Whether the passage has more than the excerpt. */
function isShortened(place: SentencePlace, part: number): boolean {
  const { above, around } = excerptOf(place, part);
  const passage = passageOf(place);
  const start = passage[0]?.start ?? 0;
  const end = passage.at(-1)?.end ?? 0;
  return start < (above ?? around).start || end > around.end;
}

/** What is shown around a sentence, with the sentence in bold. */
function quotedPassage(place: SentencePlace): QuotedItem[] {
  const spans = joined(place.article, passageOf(place));
  return spans.map((span, i) => quoted(place.article, span, i === spans.length - 1 ? spanOf(place) : null));
}

/** Spans between which nothing stands are one. */
function joined({ text }: Article, [first, ...rest]: readonly Span[]): Span[] {
  const joint = first ? [first] : [];
  for (const span of rest) {
    const { start, end } = joint.at(-1) as Span;
    if (text.slice(end, span.start).trim() === '') joint.splice(-1, 1, { start, end: span.end });
    else joint.push(span);
  }
  return joint;
}
