import { itemsIn } from '../answer/numbered.js';
import { wordsIn } from '../answer/question.js';
import type { Article } from '../corpus/article.js';
import type { PerArticle } from '../corpus/per-article.js';
import { contentOf, digestOf, type Reading, readingOf } from '../corpus/read.js';
import { figuresIn } from '../figures/figure-index.js';
import { candidatesIn } from '../questions/candidates.js';
import { quotationsIn } from '../quotes/quote-index.js';
import { windowsIn } from '../search/finder.js';
import { piecesIn } from '../search/pieces.js';

/** All that is made of an article alone and takes a while; plain data, by name. */
const PARTS: Readonly<Record<string, PerArticle<unknown>>> = {
  digest: digestOf,
  figures: figuresIn,
  items: itemsIn,
  pieces: piecesIn,
  questions: candidatesIn,
  quotations: quotationsIn,
  windows: windowsIn,
  words: wordsIn,
};

/** What came of reading a file, and what was made of the article. */
export interface Extract {
  readonly reading: Reading;
  /** By the name of the part; empty where there is no article. */
  readonly parts: Readonly<Record<string, unknown>>;
}

/** Reads the bytes of a file and makes everything of them that does not take other articles. */
export async function extract(file: string, bytes: Buffer): Promise<Extract> {
  const reading = readingOf(file, await contentOf(file, bytes));
  const { article } = reading;
  return { reading, parts: article === null ? {} : partsOf(article) };
}

const partsOf = (article: Article): Record<string, unknown> =>
  Object.fromEntries(Object.entries(PARTS).map(([name, part]) => [name, part(article)]));

/** Hands the parts of an extract to those who would make them of its article otherwise. */
export function giveParts({ reading: { article }, parts }: Extract): void {
  if (article === null) return;
  for (const [name, part] of Object.entries(PARTS)) part.give(article, parts[name]);
}
