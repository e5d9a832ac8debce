import type { Article } from '../corpus/article.js';
import { type Found, Gathered } from '../corpus/gathered.js';
import { perArticle } from '../corpus/per-article.js';
import { firstEndingAfter } from '../corpus/spans.js';
import { termsOf } from '../english/terms.js';
import type { Span } from '../text/span.js';
import { Suggestions } from '../text/suggestions.js';
import { joined, type TermIndex } from '../text/term-index.js';
import { quotationsOf } from './extract.js';
import { keywordsOf } from './keywords.js';
import type { Quotation } from './quotation.js';
import { type SpeakerCount, Speakers } from './speakers.js';
import { Variants } from './variants.js';

export type { SpeakerCount };

/** What quotations are asked for; an absent field asks for all. */
export interface QuoteQuery {
  /** Full name, last name or description ("the president-elect"), in any case. */
  readonly speaker?: string | undefined;
  /** Words of the quotation or of the sentence around it. */
  readonly about?: string | undefined;
  /** In these articles only. */
  readonly articles?: readonly Article[] | null;
}

/** The quotations of a corpus. */
export interface QuoteIndex {
  /** Named speakers over all articles, the most quoted first, then by name. */
  speakers(): readonly SpeakerCount[];
  /** Those whose name has what was typed, at most so many. */
  speakersWith(typed: string, most: number): readonly SpeakerCount[];
  /** What the quotations are about: words that begin with what was typed, the most frequent first. */
  keywordsWith(typed: string, most: number): readonly string[];
  /** In the order of the articles; with `about`, best match first. */
  find(query?: QuoteQuery): readonly Quotation[];
  /** A quotation by its number among all, from 0; `null` where there are not as many. */
  at(number: number): Quotation | null;
  numberOf(quotation: Quotation): number;
  /** The same words as other articles report them. */
  variantsOf(quotation: Quotation): Quotation[];
}

/** Puts the quotations of all articles together once, for asking by speaker, words and article. */
export async function createQuoteIndex(articles: readonly Article[]): Promise<QuoteIndex> {
  const quotations = await Gathered.from<Quotation>(articles, quotationsIn);
  const { items, terms } = quotations;
  const variants = await Variants.among(items, terms);
  const speakers = await Speakers.of(items);
  const names = new Suggestions(speakers.counts, ({ name }) => name);
  const keywords = new Suggestions(await keywordsOf(items), (word) => word);
  return {
    speakers: () => speakers.counts,
    speakersWith: (typed, most) => names.having(typed, most),
    keywordsWith: (typed, most) => keywords.beginningWith(typed, most),
    at: (number) => quotations.at(number),
    numberOf: (quotation) => quotations.numberOf(quotation),
    find({ speaker, about, articles: only = null } = {}) {
      if (speaker === undefined && about === undefined && only === null) return items;
      const isAsked = speaker === undefined ? () => true : speakers.calledSo(speaker);
      const among = quotations.numbersIn(only).filter(isAsked);
      return quotations.chosen(about === undefined ? among : rank(terms, among, new Set(termsOf(about))));
    },
    variantsOf: (quotation) => variants.of(quotations.numberOf(quotation)),
  };
}

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
