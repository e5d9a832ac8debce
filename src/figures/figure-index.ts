import type { Article } from '../corpus/article.js';
import { type Found, Gathered } from '../corpus/gathered.js';
import { perArticle } from '../corpus/per-article.js';
import { Suggestions } from '../text/suggestions.js';
import { joined, type TermIndex } from '../text/term-index.js';
import { eachInTurn } from '../turns.js';
import { thingOf, whoseOf } from './agreement.js';
import { canonicalTerms, headOf } from './counted.js';
import { figuresOf } from './extract.js';
import type { Figure, KnownFigure } from './figure.js';
import { wordingOf } from './wording.js';

/** Which figures to find; everything when neither is given. */
export interface FigureQuery {
  /** What is counted and whose, in free words: `workforce of Amazon`. */
  readonly about?: string;
  /** In these articles only. */
  readonly articles?: readonly Article[] | null;
}

/** Something the corpus counts, or somebody whose figures it gives. */
export interface Topic {
  readonly name: string;
  readonly count: number;
}

/** The figures of a corpus. */
export interface FigureIndex {
  /** Best first, then by article and place. */
  find(query?: FigureQuery): readonly KnownFigure[];
  /** A figure by its number among all, from 0; `null` where there are not as many. */
  at(number: number): KnownFigure | null;
  numberOf(figure: KnownFigure): number;
  /** What is counted and whose, most frequent first. */
  topics(): readonly Topic[];
  /** Those whose name has what was typed, at most so many. */
  topicsWith(typed: string, most: number): readonly Topic[];
}

/** Puts the figures of all articles together once. */
export async function createFigureIndex(articles: readonly Article[]): Promise<FigureIndex> {
  const figures = await Gathered.from<KnownFigure>(articles, figuresIn);
  const topics = await topicsOf(figures.items);
  const names = new Suggestions(topics, ({ name }) => name);
  return {
    find({ about = '', articles: only = null } = {}) {
      const isAboutAll = about.trim() === '';
      if (isAboutAll && only === null) return figures.items;
      const among = figures.numbersIn(only);
      return figures.chosen(isAboutAll ? among : ranked(figures.terms, among, askedTerms(about)));
    },
    at: (number) => figures.at(number),
    numberOf: (figure) => figures.numberOf(figure),
    topics: () => topics,
    topicsWith: (typed, most) => names.having(typed, most),
  };
}

/** What an article gives to the index. The figures of one sentence share the stems around them. */
export const figuresIn = perArticle((article): Found<KnownFigure>[] => {
  let before = -1;
  return figuresOf(article).map((figure) => {
    const { article: _, ...rest } = figure;
    const { start, end } = article.sentences[figure.sentence] ?? figure;
    const isShared = figure.sentence === before;
    before = figure.sentence;
    const around = isShared ? null : joined(canonicalTerms(article.text.slice(start, end)));
    return {
      item: { ...rest, wording: wordingOf(figure), thing: thingOf(figure), whose: whoseOf(figure) },
      terms: [
        joined(canonicalTerms(`${figure.of ?? ''} ${figure.unit} ${unitAsWritten(article, figure)}`)),
        joined(canonicalTerms(`${figure.holder ?? ''} ${figure.scope ?? ''} ${figure.time ?? ''}`)),
        around,
      ],
    };
  });
});

/** What is asked about: all of it where nothing but words of the asking stand there (`people`). */
function askedTerms(about: string): string[] {
  const all = [...new Set(canonicalTerms(about))];
  const terms = all.filter((term) => !ASKING.has(term));
  return terms.length > 0 ? terms : all;
}

/** `MB` of `8 MB`. */
const unitAsWritten = ({ text }: Article, { start, end }: Figure): string =>
  text.slice(start, end).replace(/[^\p{L}\s]+/gu, ' ');

/** Words of the asking: `how many people does Walmart employ`. */
const ASKING = new Set(['mani', 'number', 'figur', 'count', 'amount', 'person']);

/** What a term in each field is worth. */
const WEIGHTS = [4, 3, 1] as const;

/** The field of what stands around. */
const AROUND = 2;

/** The figures that have every term, in what they count or whose they are rather than just nearby. */
function ranked(index: TermIndex, among: readonly number[], terms: readonly string[]): number[] {
  const has = new Uint16Array(index.size);
  const isDirect = new Uint8Array(index.size);
  const scores = new Uint32Array(index.size);
  for (const term of terms) {
    index.each(term, (number, field) => {
      has[number] = (has[number] as number) + 1;
      scores[number] = (scores[number] as number) + (WEIGHTS[field] ?? 0);
      if (field !== AROUND) isDirect[number] = 1;
    });
  }
  return among
    .filter((number) => has[number] === terms.length && isDirect[number] === 1)
    .sort((a, b) => (scores[b] as number) - (scores[a] as number));
}

/** Counted nouns (plural, as a reader would ask) and holders, each with how many figures there are. */
async function topicsOf(figures: readonly Figure[]): Promise<Topic[]> {
  const counts = new Map<string, Topic>();
  await eachInTurn(figures, (figure) => {
    const counted = figure.of === null ? '' : (figure.of.split(/\s+/).at(-1) ?? '');
    for (const name of [counted, figure.holder ?? '']) {
      if (name === '' || (name === counted && headOf(figure).length < 3)) continue;
      const known = counts.get(name.toLowerCase());
      counts.set(name.toLowerCase(), { name: known?.name ?? name, count: (known?.count ?? 0) + 1 });
    }
  });
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
