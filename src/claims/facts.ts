import type { Article } from '../corpus/article.js';
import { perArticle } from '../corpus/per-article.js';
import { firstEndingAfter } from '../corpus/spans.js';
import { negates, type Side, sidesOf } from '../english/opposites.js';
import { isPlace } from '../english/places.js';
import { termsOfWord } from '../english/terms.js';
import { TITLES } from '../english/titles.js';
import type { Token } from '../english/tokens.js';
import type { Figure } from '../figures/figure.js';
import { figuresIn } from '../figures/figure-index.js';
import { analyse } from '../figures/sentence.js';
import type { Span } from '../text/span.js';
import { clocksIn } from './clocks.js';

/** A number with what it counts and whose it is, as far as two of them are compared. */
export type Amount = Pick<Figure, 'value' | 'unit' | 'change' | 'of' | 'holder' | 'start' | 'end'>;

/** A word and what it excludes. */
export interface Sided extends Span {
  readonly word: string;
  readonly sides: readonly Side[];
}

/** A name: its words as index terms, and the word before it, '' at the beginning. */
export interface Named extends Span {
  readonly terms: readonly string[];
  readonly before: string;
  readonly isPlace: boolean;
}

/** What a sentence, or a claim, says that can be compared; all places are offsets into its text. */
export interface Facts {
  readonly text: string;
  readonly amounts: readonly Amount[];
  /** The numbers that stand in none of them: `the default is 30`, `a dozen are free`. */
  readonly numbers: readonly Amount['value'][];
  readonly years: readonly (Span & { readonly value: number })[];
  /** Minutes since midnight, with whether the half of the day is told. */
  readonly clocks: readonly (Span & { readonly value: number; readonly isSure: boolean })[];
  readonly names: readonly Named[];
  readonly sided: readonly Sided[];
  /** Its index terms in order, each with its token's number. */
  readonly terms: readonly { readonly term: string; readonly at: number }[];
  /** Numbers of the tokens that turn what is said around. */
  readonly negations: readonly number[];
}

/** The facts of a sentence of an article. */
export function factsOfSentence(article: Article, sentence: number): Facts {
  const span = article.sentences[sentence] as Span;
  const all = amountsIn(article);
  const own: Amount[] = [];
  for (let at = firstEndingAfter(all, span.start); at < all.length; at++) {
    const amount = all[at] as Amount;
    if (amount.start >= span.end) break;
    own.push(amount);
  }
  return factsOf(article.text, span, own);
}

const amountsIn = perArticle((article): readonly Amount[] => figuresIn(article).map(({ item }) => item));

/** The facts of a claim, as of a text of that one sentence. */
export function factsOfClaim(claim: string): Facts {
  const whole = { start: 0, end: claim.length };
  return factsOf(claim, whole, amountsIn(textOf(claim)));
}

function factsOf(text: string, { start, end }: Span, amounts: readonly Amount[]): Facts {
  const analysis = analyse(text, start, end);
  const { tokens, tags, quantities } = analysis;
  const isWithin = (span: Span) => amounts.some((a) => span.start < a.end && span.end > a.start);
  const terms = tokens.flatMap((token, at) =>
    token.kind === 'mark' ? [] : termsOfWord(token.text).map((term) => ({ term, at })),
  );
  const bare = quantities
    .map(({ first, end: after, value }) => ({
      start: (tokens[first] as Token).start,
      end: (tokens[after - 1] as Token).end,
      value,
    }))
    .filter((one) => !isWithin(one));
  return {
    text,
    amounts,
    numbers: bare.map(({ value }) => value),
    years: tokens
      .filter((token) => YEAR.test(token.text) && !isWithin(token))
      .map((token) => ({ ...spanOf(token), value: Number(token.text) })),
    clocks: clocksIn(tokens),
    names: namesOf(tokens, tags),
    sided: tokens.flatMap((token) => {
      const sides = token.kind === 'word' ? sidesOf(token.lower) : [];
      return sides.length === 0 ? [] : [{ ...spanOf(token), word: token.lower, sides }];
    }),
    terms,
    negations: [...tokens.keys()].filter((at) => negates((tokens[at] as Token).lower)),
  };
}

const YEAR = /^(?:1[0-9]|20)\d\d$/;

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Runs of words with a capital, and places however they are written. */
function namesOf(tokens: readonly Token[], tags: readonly string[]): Named[] {
  const names: Named[] = [];
  for (const [at, token] of tokens.entries()) {
    const place = token.kind === 'word' && isPlace(token.lower);
    if (token.kind !== 'word' || !(place || (tags[at] === 'name' && token.capital))) continue;
    const terms = TITLES.has(token.lower) ? [] : termsOfWord(token.text);
    const last = names.at(-1);
    if (last && last.end >= token.start - 1 && token.start > last.end - 1 && tags[at - 1] === 'name')
      names[names.length - 1] = {
        ...last,
        end: token.end,
        terms: [...last.terms, ...terms],
        isPlace: last.isPlace || place,
      };
    else if (terms.length > 0)
      names.push({ ...spanOf(token), terms, before: tokens[at - 1]?.lower ?? '', isPlace: place });
  }
  return names;
}

/** A text of one sentence. */
const textOf = (text: string): Article => {
  const whole = { start: 0, end: text.length };
  return {
    source: null,
    publisher: null,
    author: null,
    date: null,
    url: null,
    language: null,
    id: '',
    title: '',
    titleGiven: false,
    distinction: null,
    isMarkdown: false,
    text,
    paragraphs: [
      {
        ...whole,
        kind: 'body',
        level: 0,
        group: 0,
        line: 1,
        wrapped: true,
        place: null,
        speaker: null,
        number: 1,
        firstSentence: 0,
        endSentence: 1,
      },
    ],
    sentences: [{ ...whole, paragraph: 0, kind: 'body' }],
    words: 0,
  };
};
