import type { Article } from '../corpus/article.js';
import { perArticle } from '../corpus/per-article.js';
import { canonicalTerms, headOf } from './counted.js';
import { figuresOf } from './extract.js';
import type { Figure } from './figure.js';

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
  find(query?: FigureQuery): Figure[];
  /** What is counted and whose, most frequent first. */
  topics(): Topic[];
}

/** Reads every article once. */
export function createFigureIndex(articles: readonly Article[]): FigureIndex {
  const entries = articles.flatMap(figuresIn);
  const topics = topicsOf(entries.map(({ figure }) => figure));
  return {
    find: ({ about = '', articles: only = null } = {}) => {
      const wanted = only && new Set(only);
      const among = wanted ? entries.filter(({ figure }) => wanted.has(figure.article)) : entries;
      const terms = askedTerms(about);
      return about.trim() === '' ? among.map(({ figure }) => figure) : ranked(among, terms);
    },
    topics: () => topics,
  };
}

/** A figure with the stems it is found by. */
interface Entry {
  readonly figure: Figure;
  readonly counted: ReadonlySet<string>;
  readonly holder: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
}

/** What an article gives to the index. The figures of one sentence share the stems around them. */
export const figuresIn = perArticle(entriesOf, (entries, article) =>
  entries.map((entry) => ({ ...entry, figure: { ...entry.figure, article } })),
);

function entriesOf(article: Article): Entry[] {
  const around = new Map<number, ReadonlySet<string>>();
  return figuresOf(article).map((figure) => {
    const { start, end } = article.sentences[figure.sentence] ?? figure;
    const known = around.get(figure.sentence) ?? new Set(canonicalTerms(article.text.slice(start, end)));
    around.set(figure.sentence, known);
    return {
      figure,
      counted: new Set(canonicalTerms(`${figure.of ?? ''} ${figure.unit} ${unitAsWritten(article, figure)}`)),
      holder: new Set(canonicalTerms(`${figure.holder ?? ''} ${figure.scope ?? ''} ${figure.time ?? ''}`)),
      around: known,
    };
  });
}

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

const WEIGHT = { counted: 4, holder: 3, around: 1 } as const;

/** The figures that have every term, in what they count or whose they are rather than just nearby. */
function ranked(entries: readonly Entry[], terms: readonly string[]): Figure[] {
  return entries
    .map((entry) => ({ entry, score: score(entry, terms) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry.figure);
}

function score({ counted, holder, around }: Entry, terms: readonly string[]): number {
  let sum = 0;
  let direct = false;
  for (const term of terms) {
    if (counted.has(term)) sum += WEIGHT.counted;
    else if (holder.has(term)) sum += WEIGHT.holder;
    else if (around.has(term)) sum += WEIGHT.around;
    else return 0;
    direct ||= counted.has(term) || holder.has(term);
  }
  return direct ? sum : 0;
}

/** Counted nouns (plural, as a reader would ask) and holders, each with how many figures there are. */
function topicsOf(figures: readonly Figure[]): Topic[] {
  const counts = new Map<string, Topic>();
  for (const figure of figures) {
    const counted = figure.of === null ? '' : (figure.of.split(/\s+/).at(-1) ?? '');
    for (const name of [counted, figure.holder ?? '']) {
      if (name === '' || (name === counted && headOf(figure).length < 3)) continue;
      const known = counts.get(name.toLowerCase());
      counts.set(name.toLowerCase(), { name: known?.name ?? name, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
