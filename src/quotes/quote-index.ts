import type { Article } from '../corpus/article.js';
import { type Found, Gathered } from '../corpus/gathered.js';
import { perArticle } from '../corpus/per-article.js';
import { firstEndingAfter } from '../corpus/spans.js';
import { termsOf } from '../english/terms.js';
import type { Span } from '../text/span.js';
import { firstOf, Suggestions } from '../text/suggestions.js';
import { joined, type TermIndex } from '../text/term-index.js';
import { quotationsOf } from './extract.js';
import { keywordsOf } from './keywords.js';
import type { Quotation } from './quotation.js';
import { type SpeakerCount, Speakers } from './speakers.js';
import { Variants } from './variants.js';

export type { SpeakerCount };

/** What quotations are asked for; an absent field asks for all. */
export interface QuoteQuery {
  /** Full name, last name or description ("the president-elect"), in any case; or as `speakersCalled` gives them. */
  readonly speaker?: string | readonly number[] | undefined;
  /** Words of the quotation or of the sentence around it; or as `wordsIn` gives them. */
  readonly about?: string | readonly number[] | undefined;
  /** In these articles only. */
  readonly articles?: readonly Article[] | null;
}

/** What is suggested: what has, or begins with, what was typed, and finds something with the rest of the query. */
export interface SuggestionQuery extends QuoteQuery {
  readonly typed: string;
  readonly most: number;
}

/** A word that quotations are found by, and how many are. */
export interface KeywordCount {
  readonly word: string;
  readonly count: number;
}

/** The quotations of a corpus. */
export interface QuoteIndex {
  /** Named speakers over all articles, the most quoted first, then by name. */
  speakers(): readonly SpeakerCount[];
  /** Those who are quoted, whose name has what was typed, with how many quotations are shown; without `speaker`. */
  speakersWith(query: SuggestionQuery): readonly SpeakerCount[];
  /** What the quotations are about: words that begin with what was typed, the most frequent first, counted so; without `about`. */
  keywordsWith(query: SuggestionQuery): Promise<readonly KeywordCount[]>;
  /** In the order of the articles; with `about`, best match first. */
  find(query?: QuoteQuery): readonly Quotation[];
  /** Those who are called so, each as a number, the most quoted first. */
  speakersCalled(name: string): readonly number[];
  /** The words of a subject that quotations are found by, each as its number in the texts. */
  wordsIn(about: string): readonly number[];
  /** A quotation by its number among all, from 0; `null` where there are not as many. */
  at(number: number): Quotation | null;
  numberOf(quotation: Quotation): number;
  /** The same words as other articles report them. */
  variantsOf(quotation: Quotation): Quotation[];
}

/** Quotations whose words are counted where only some are asked for: no more than are read while somebody types. */
const MAX_COUNTED = 200;

/** Puts the quotations of all articles together once, for asking by speaker, words and article. */
export async function createQuoteIndex(articles: readonly Article[]): Promise<QuoteIndex> {
  const quotations = await Gathered.from<Quotation>(articles, quotationsIn);
  const { items, terms } = quotations;
  const variants = await Variants.among(items, terms);
  const speakers = await Speakers.of(items);
  const names = new Suggestions(speakers.counts, ({ name }) => name);
  const keywords = suggestionsOf(await keywordsOf(items));
  const numbersOf = ({ speaker, about, articles: only = null }: QuoteQuery): readonly number[] => {
    const voices = typeof speaker === 'string' ? speakers.calledSo(speaker) : speaker;
    const isAsked = voices === undefined ? () => true : speakers.isOneOf(voices);
    const among = quotations.numbersIn(only).filter(isAsked);
    if (about === undefined) return among;
    const asked =
      typeof about === 'string' ? termsOf(about) : about.flatMap((number) => terms.termAt(number) ?? []);
    return rank(terms, among, new Set(asked));
  };
  /** How many are shown: in some articles only what is found there, else the other reports of it too. */
  const countOf = (query: QuoteQuery) =>
    query.articles ? numbersOf(query).length : variants.countWith(numbersOf(query));
  const isAll = (query: QuoteQuery) => !query.speaker && !query.about && !query.articles;
  return {
    speakers: () => speakers.counts,
    speakersWith({ typed, most, about, articles: only = null }) {
      const query = { about, articles: only };
      const found = isAll(query)
        ? names
        : new Suggestions(speakers.countsIn(numbersOf(query)), ({ name }) => name);
      return firstOf(found.having(typed), most, ({ name }) => ({
        name,
        count: countOf({ ...query, speaker: name }),
      }));
    },
    async keywordsWith({ typed, most, speaker, articles: only = null }) {
      const query = { speaker, articles: only };
      const own = isAll(query)
        ? keywords
        : suggestionsOf(await keywordsOf(quotations.chosen(numbersOf(query).slice(0, MAX_COUNTED))));
      return firstOf(own.beginningWith(typed), most, (word) => ({
        word,
        count: countOf({ ...query, about: word }),
      }));
    },
    at: (number) => quotations.at(number),
    numberOf: (quotation) => quotations.numberOf(quotation),
    find: (query = {}) => (isAll(query) ? items : quotations.chosen(numbersOf(query))),
    speakersCalled: (name) => speakers.calledSo(name),
    wordsIn: (about) => [...new Set(termsOf(about))].flatMap((term) => terms.numberOf(term) ?? []),
    variantsOf: (quotation) => variants.of(quotations.numberOf(quotation)),
  };
}

const suggestionsOf = (words: readonly string[]) => new Suggestions(words, (word) => word);

/** What an article gives to the index. The quotations of one sentence share the terms around them. */
export const quotationsIn = perArticle((article): Found<Quotation>[] => {
  let before: Span | null = null;
  return quotationsOf(article).map(({ article: _, ...quotation }) => {
    const span = sentenceAround(article, quotation);
    const isShared = span.start === before?.start && span.end === before.end;
    before = span;
    const around = isShared ? null : joined(termsOf(slice(article, span)));
    return { item: quotation, terms: [joined(termsOf(slice(article, quotation))), around] };
  });
});

const slice = ({ text }: Article, { start, end }: Span): string => text.slice(start, end);

/** From the beginning of the first sentence that the quotation touches to the end of the last. */
function sentenceAround({ sentences }: Article, { start, end }: Span): Span {
  const first = firstEndingAfter(sentences, start);
  let last = first;
  while ((sentences[last + 1]?.start ?? end) < end) last++;
  return {
    start: Math.min(start, sentences[first]?.start ?? start),
    end: Math.max(end, sentences[last]?.end ?? end),
  };
}

/** A word of the quotation counts twice as much as one of its sentence, a rare one more than a frequent one. */
function rank(index: TermIndex, chosen: readonly number[], terms: ReadonlySet<string>): number[] {
  const isChosen = new Uint8Array(index.size);
  for (const number of chosen) isChosen[number] = 1;
  const scores = new Float64Array(index.size);
  for (const term of terms) {
    const inside: number[] = [];
    const around: number[] = [];
    index.each(term, (number, field) => {
      if (isChosen[number] === 1) (field === 0 ? inside : around).push(number);
    });
    const weight = Math.log(1 + chosen.length / (1 + inside.length + around.length));
    for (const number of inside) scores[number] = (scores[number] as number) + 2 * weight;
    for (const number of around) scores[number] = (scores[number] as number) + weight;
  }
  return chosen
    .filter((number) => (scores[number] as number) > 0)
    .sort((a, b) => (scores[b] as number) - (scores[a] as number));
}
