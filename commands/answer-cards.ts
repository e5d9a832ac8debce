import type { SentencePlace } from '../src/corpus/article.js';
import { passageOf } from '../src/corpus/passage.js';
import type { KnownFigure } from '../src/figures/figure.js';
import type { Library } from '../src/library.js';
import { DEFAULT_TOP } from '../src/limits.js';
import { type Card, type Item, note, type QuotedItem, quoted, type Reply } from '../src/reply.js';
import { figureNote } from './figure.js';
import { packNumbers, unpackNumbers } from './memory.js';

/** How an answer is introduced. */
const LEADS = {
  says: 'The texts say:',
  closest: 'Closest passage:',
  silent: 'The texts do not say.',
  'no such phrase': 'The texts do not say it in these words: no passage has the quoted phrase.',
} as const;

/** How far the texts answer. */
export type Verdict = keyof typeof LEADS;

/** What `/ask` shows: everything that a reply is made of, and nothing of the question. */
export interface Shown {
  readonly verdict: Verdict;
  /** Best first, one a passage. */
  readonly places: readonly SentencePlace[];
  /** The number in the first of them that was asked for. */
  readonly figure: KnownFigure | null;
  /** Sentences of other articles that answer with the same. */
  readonly also: readonly SentencePlace[];
  /** Whether only some sources were looked in: then nothing is shown of others. */
  readonly onlyThere: boolean;
}

/** The reply that shows an answer, or that there is none and the nearest passages. */
export async function replyOf(library: Library, all: Shown): Promise<Reply> {
  const shown = { ...all, also: all.also.slice(0, MAX_ALSO) };
  const isMiss = shown.verdict === 'silent' || shown.verdict === 'no such phrase';
  return {
    kind: isMiss ? 'miss' : 'answer',
    private: isMiss,
    question: null,
    cards: isMiss ? missCards(shown) : await answerCards(library, shown),
    layout: 'one-card',
    unit: 'passage',
    memory: await packShown(library, shown),
  };
}

/** Sentences of other articles that are shown below an answer; more would not be read. */
const MAX_ALSO = 3;

/** The letter of each verdict in a memory. */
const LETTERS: Readonly<Record<Verdict, string>> = {
  says: 's',
  closest: 'c',
  silent: 'n',
  'no such phrase': 'p',
};

/** At the end of a memory: only some sources were looked in. */
const ONLY_THERE = '~';

/** The verdict's letter, the sentences' numbers and, each after `~`, the figure's and those of what is said also. */
async function packShown(
  library: Library,
  { verdict, places, figure, also, onlyThere }: Shown,
): Promise<string> {
  const asked = figure ? packNumbers([(await library.figures()).numberOf(figure)]) : '';
  const others = packNumbers(also.map(library.numberOf));
  const rest = `~${asked}~${others}`.replace(/~+$/, '') + (onlyThere ? ONLY_THERE : '');
  const letter = LETTERS[verdict];
  return letter + packNumbers(places.map(library.numberOf), letter.length + rest.length) + rest;
}

/** What a memory stands for; `null` when it is none that `packShown` makes. */
export async function unpackShown(library: Library, memory: string): Promise<Shown | null> {
  const verdict = (Object.keys(LETTERS) as Verdict[]).find((name) => LETTERS[name] === memory.charAt(0));
  const [sentences = '', asked = '', others = ''] = memory.slice(1).split('~');
  const placesOf = (packed: string, most: number) =>
    unpackNumbers(packed, most)?.map((number) => library.sentenceAt(number));
  const places = placesOf(sentences, DEFAULT_TOP);
  const also = placesOf(others, MAX_ALSO);
  if (!verdict || !places?.every((place) => place !== null) || !also?.every((place) => place !== null))
    return null;
  const [number] = unpackNumbers(asked, 1) ?? [];
  return {
    verdict,
    places,
    figure: number === undefined ? null : (await library.figures()).at(number),
    also,
    onlyThere: memory.endsWith(ONLY_THERE),
  };
}

function answerCards(library: Library, { verdict, places, figure, also, onlyThere }: Shown): Promise<Card[]> {
  const others = places.length - 1;
  const cards = places.map(async (place, index) => {
    const first = index === 0;
    const lead = first ? LEADS[verdict] : `Further passage ${index} of ${others}:`;
    return {
      items: [
        note(lead),
        ...(first && figure ? [figureNote(figure)] : []),
        ...quotedPassage(place),
        ...(onlyThere
          ? listed(ALSO, first ? also : [])
          : await corroboration(library, place, first ? also : [])),
        ...(first && others > 0
          ? [note(others === 1 ? '1 further passage.' : `${others} further passages.`)]
          : []),
      ],
    };
  });
  return Promise.all(cards);
}

function missCards({ verdict, places }: Shown): Card[] {
  const cover: Card = { items: [note(LEADS[verdict])] };
  if (places.length === 0) return [cover];
  const nearest = places.map((place, index): Card => {
    const lead = note(`Nearest passage ${index + 1} of ${places.length}, not an answer:`);
    return { items: [lead, ...quotedPassage(place).map((item) => ({ ...item, emphasis: null }))] };
  });
  return [{ ...cover, next: 'Show the nearest passages' }, ...nearest];
}

/** What other articles have to it: the sentences that say it too, and those that give another figure. */
async function corroboration(
  library: Library,
  place: SentencePlace,
  answering: readonly SentencePlace[],
): Promise<Item[]> {
  const { also, otherwise } = await library.corroborationOf(place);
  const others = also.filter(({ article }) => !answering.some((one) => one.article === article));
  return [
    ...listed(ALSO, [...answering, ...others]),
    ...listed('Another figure for the same thing here:', otherwise),
  ];
}

const ALSO = 'Also said here:';

function listed(lead: string, places: readonly SentencePlace[]): Item[] {
  const sentences = places.flatMap(({ article, sentence }) => {
    const span = article.sentences[sentence];
    return span ? [quoted(article, span)] : [];
  });
  return sentences.length === 0 ? [] : [note(lead), ...sentences];
}

/** What is shown around a sentence, with the sentence in bold. */
function quotedPassage(place: SentencePlace): QuotedItem[] {
  const { article, sentence } = place;
  const spans = passageOf(place);
  return spans.map((span, i) =>
    quoted(article, span, i === spans.length - 1 ? (article.sentences[sentence] ?? null) : null),
  );
}
