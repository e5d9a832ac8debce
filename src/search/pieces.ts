import type { Article } from '../corpus/article.js';
import { perArticle } from '../corpus/per-article.js';
import { piecesOf } from '../model/tokenizer.js';

/** The word pieces of an article's sentences, one after the other; `ends[i]` is where those of sentence i end. */
export interface Pieces {
  readonly all: Uint16Array;
  readonly ends: Uint32Array;
  /** Those of the title, where the text does not begin with it anyway. */
  readonly title: Uint16Array;
}

/** An article in word pieces. */
export const piecesIn = perArticle((article): Pieces => {
  const { text, sentences } = article;
  const own = sentences.map(({ start, end }) => piecesOf(text.slice(start, end)));
  const ends = new Uint32Array(own.length);
  let end = 0;
  for (const [i, { length }] of own.entries()) {
    end += length;
    ends[i] = end;
  }
  const all = new Uint16Array(end);
  for (const [i, pieces] of own.entries()) all.set(pieces, (ends[i] as number) - pieces.length);
  return { all, ends, title: piecesOf(isTitled(article) ? article.title : '') };
});

/** Whether an article has a title that is not its first heading too. */
export const isTitled = ({ titleGiven, title, text, sentences: [first] }: Article): boolean =>
  titleGiven && !(first?.kind === 'heading' && text.slice(first.start, first.end) === title);

/** The pieces of one sentence, a view of those of all. */
export const piecesAt = ({ all, ends }: Pieces, sentence: number): Uint16Array =>
  all.subarray(ends[sentence - 1] ?? 0, ends[sentence]);
