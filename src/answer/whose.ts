import { type Side, sidesOf } from '../english/opposites.js';
import { isPlace } from '../english/places.js';
import { stem, termsOf } from '../english/terms.js';
import { tokensOf } from '../english/tokens.js';
import { verbOf } from '../english/verbs.js';
import { asksForNumber, figureAsked } from '../figures/asked.js';
import { canonical, headOf } from '../figures/counted.js';
import type { Figure } from '../figures/figure.js';
import { figuresIn } from '../figures/figure-index.js';
import { beginningOf } from './missing.js';
import type { Question } from './question.js';
import type { ReadSentence } from './reading.js';

/** Sentences among which one is looked for whose figure is that of who was asked about: those that a reply lists. */
const MAX_LOOKED_AT = 5;

/** The sentences in the order in which they answer, and whether the first gives the number, or the words, of somebody else. */
export interface Told {
  readonly read: readonly ReadSentence[];
  readonly isAnothers: boolean;
}

/** A sentence with its figures, and the one of them that is asked for. */
interface Counting {
  readonly one: ReadSentence;
  readonly figures: readonly Figure[];
  readonly figure: Figure | null;
}

/**
 * Whether the number that the first sentence gives is that of who was asked about, and of what they do. Where it is another's,
 * the first sentence that has the asked one's of the same thing goes before it.
 */
export function toldOf(question: Pick<Question, 'text' | 'names'>, read: readonly ReadSentence[]): Told {
  const asked = { read, isAnothers: false };
  if (!asksForNumber(question.text)) return asked;
  const near = read.slice(0, MAX_LOOKED_AT).map((one) => countingOf(question.text, one));
  const [first, ...others] = near;
  if (first && doesTheOpposite(question.text, wordsOf(first.one))) return { read, isAnothers: true };
  const whom = first ? askedIn(question, near) : [];
  if (!first || whom.length === 0 || !isAnothers(first, whom)) return asked;
  const places = question.names.filter((name) => isPlace(name.toLowerCase()));
  const own = others.find(
    ({ figure, one }) =>
      figure !== null &&
      countedIn(figure) === countedIn(first.figure) &&
      hasAny(figure.holder, whom) &&
      places.every((place) => hasAny(wordsOf(one), termsOf(place))),
  );
  return own
    ? { read: [own.one, ...read.filter((one) => one !== own.one)], isAnothers: false }
    : { read, isAnothers: true };
}

function countingOf(question: string, one: ReadSentence): Counting {
  const { article } = one.found.window;
  const figures = figuresIn(article).flatMap(({ item }) =>
    item.sentence === one.sentence ? [{ ...item, article }] : [],
  );
  return { one, figures, figure: figureAsked(question, figures) };
}

/** The terms of whom a question names: its names, places aside, and in small letters the names of those whose figures are near. */
function askedIn({ text, names }: Pick<Question, 'text' | 'names'>, near: readonly Counting[]): string[] {
  const counted = near.flatMap(({ figures }) => figures.flatMap(({ of, unit }) => termsOf(`${of} ${unit}`)));
  const holders = near.flatMap(({ figures }) =>
    figures.flatMap(({ holder }) => (isNamed(holder) ? [holder] : [])),
  );
  const known = new Set(holders.flatMap(termsOf));
  const own = names.filter((name) => !isPlace(name.toLowerCase())).flatMap(termsOf);
  const typed = termsOf(text).filter((term) => known.has(term) && !counted.includes(term));
  return [...own, ...typed];
}

/** The figure that is asked for, of none each one, is of somebody with a name, and nobody who was asked about stands in the sentence. */
function isAnothers({ one, figures, figure }: Counting, whom: readonly string[]): boolean {
  const told = figure ? [figure] : figures;
  const isOthers = ({ holder }: Figure) => isNamed(holder) && !hasAny(holder, whom);
  return told.length > 0 && told.every(isOthers) && !hasAny(wordsOf(one), whom);
}

/** Jobs that are created answer nobody who asks how many are cut. */
function doesTheOpposite(question: string, sentence: string): boolean {
  const asked = sidesOfVerbs(question);
  const told = sidesOfVerbs(sentence);
  const isOneSide = (a: Side, b: Side) => a.group === b.group && a.side === b.side;
  return (
    asked.some((a) => told.some((b) => a.group === b.group && a.side !== b.side)) &&
    !asked.some((a) => told.some((b) => isOneSide(a, b)))
  );
}

const sidesOfVerbs = (text: string): readonly Side[] =>
  tokensOf(text).flatMap(({ lower }) => (verbOf(lower) ? sidesOf(lower) : []));

/** What a figure counts, in one word for all that mean the same. */
const countedIn = (figure: Figure | null): string | null => figure && canonical(stem(headOf(figure)));

const isNamed = (holder: string | null): holder is string => /\p{Lu}/u.test(holder ?? '');

const wordsOf = ({ found, sentence }: ReadSentence): string => beginningOf(found.window.article, sentence);

const hasAny = (words: string | null, terms: readonly string[]): boolean =>
  termsOf(words ?? '').some((term) => terms.includes(term));
