import type { Article } from '../corpus/article.js';
import { type Found, Gathered } from '../corpus/gathered.js';
import { perArticle } from '../corpus/per-article.js';
import { termsOf } from '../english/terms.js';
import { firstOf } from '../text/suggestions.js';
import { joined, type TermIndex } from '../text/term-index.js';
import { thingOf, whoseOf } from './agreement.js';
import { canonicalTerms } from './counted.js';
import { figuresOf } from './extract.js';
import type { Figure, KnownFigure } from './figure.js';
import { Topics } from './topics.js';
import { wordingOf } from './wording.js';

/** Which figures to find; everything when neither is given. */
export interface FigureQuery {
  /** What is counted and whose, in free words (`workforce of Amazon`) or as `wordsIn` gives them. */
  readonly about?: string | readonly number[];
  /** In these articles only. */
  readonly articles?: readonly Article[] | null;
}

/** Something the corpus counts, or somebody whose figures it gives. */
export interface Topic {
  readonly name: string;
  /** How many figures are found about it. */
  readonly count: number;
}

/** Which topics to list; all when nothing is given. */
export interface TopicQuery {
  /** What their names have. */
  readonly typed?: string;
  /** Of the figures of these articles only. */
  readonly articles?: readonly Article[] | null;
  readonly most?: number;
}

/** The figures of a corpus. */
export interface FigureIndex {
  /** Best first, then by article and place. */
  find(query?: FigureQuery): readonly KnownFigure[];
  /** The words of a question that count, each as its number in the texts; `null` where one stands in none of them. */
  wordsIn(about: string): readonly number[] | null;
  /** A figure by its number among all, from 0; `null` where there are not as many. */
  at(number: number): KnownFigure | null;
  numberOf(figure: KnownFigure): number;
  /** What is counted and whose, most frequent first: what finds something, one form of each word. */
  topics(query?: TopicQuery): readonly Topic[];
}

/** Puts the figures of all articles together once. */
export async function createFigureIndex(articles: readonly Article[]): Promise<FigureIndex> {
  const figures = await Gathered.from<KnownFigure>(articles, figuresIn);
  const { terms } = figures;
  const topics = await Topics.of(figures.items);
  /** How many figures of all are found about a topic, counted once. */
  const counts = new Map<number, number>();
  const numbersOf = (asked: readonly (string | null)[], only: FigureQuery['articles'] = null): number[] =>
    asked.includes(null) ? [] : ranked(terms, only && figures.numbersIn(only), asked as readonly string[]);
  return {
    find({ about = '', articles: only = null } = {}) {
      const asked =
        typeof about === 'string' ? askedTerms(about) : about.map((number) => terms.termAt(number));
      if (asked.length > 0) return figures.chosen(numbersOf(asked, only));
      if (typeof about === 'string' && about.trim() !== '') return [];
      return only === null ? figures.items : figures.chosen(figures.numbersIn(only));
    },
    wordsIn(about) {
      const numbers = askedTerms(about).flatMap((term) => terms.numberOf(term) ?? []);
      return numbers.length > 0 && numbers.length === askedTerms(about).length ? numbers : null;
    },
    at: (number) => figures.at(number),
    numberOf: (figure) => figures.numberOf(figure),
    topics({ typed = '', articles: only = null, most = Number.POSITIVE_INFINITY } = {}) {
      const listed = new Set<string>();
      return firstOf(topics.having(typed, only && figures.numbersIn(only)), most, (topic) => {
        const name = topics.nameOf(topic);
        const count = (only === null && counts.get(topic)) || numbersOf(askedTerms(name), only).length;
        if (only === null) counts.set(topic, count);
        const key = joined(termsOf(name));
        if (count === 0 || listed.has(key)) return null;
        listed.add(key);
        return { name, count };
      });
    },
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

/** The figures that have every term, in what they count or whose they are rather than just nearby; of all, or among some. */
function ranked(index: TermIndex, among: readonly number[] | null, terms: readonly string[]): number[] {
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
  const isFound = (number: number) => has[number] === terms.length && isDirect[number] === 1;
  const found: number[] = [];
  for (const number of among ?? has.keys()) if (isFound(number)) found.push(number);
  return found.sort((a, b) => (scores[b] as number) - (scores[a] as number));
}
