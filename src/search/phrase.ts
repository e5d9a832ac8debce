import type { Article } from '../corpus/article.js';
import { fold } from '../text/fold.js';
import type { TextIndex } from './text-index.js';

/** Folded, with single spaces, so that neither typography nor line breaks matter. */
export const foldPhrase = (text: string): string => fold(text).replace(/\s+/g, ' ').trim();

/** The folded paragraph of every passage; made when a phrase is first asked for. */
const folded = new WeakMap<TextIndex, readonly string[]>();

/**
 * The passages, of one article if it is given, whose paragraph holds a folded phrase. Every paragraph is read, as
 * the index knows words only; so the time is linear in the texts.
 */
export function passagesWithPhrase(index: TextIndex, phrase: string, article: number | null): number[] {
  let texts = folded.get(index);
  if (!texts) {
    texts = index.passages.map((_, id) => foldedParagraph(index, id));
    folded.set(index, texts);
  }
  return [...index.passages.keys()].filter(
    (id) =>
      (article === null || index.passages[id]?.article === article) && (texts[id] as string).includes(phrase),
  );
}

function foldedParagraph(index: TextIndex, id: number): string {
  const passage = index.passages[id];
  const { text, paragraphs, sentences } = index.articles[passage?.article ?? 0] as Article;
  const first = index.sentences[passage?.firstSentence ?? 0]?.sentence ?? 0;
  const paragraph = paragraphs[sentences[first]?.paragraph ?? 0];
  return foldPhrase(text.slice(paragraph?.start, paragraph?.end));
}
