import type { Article } from '../corpus/article.js';
import { fold } from '../text/fold.js';
import type { TextIndex } from './text-index.js';

/** Folded, with single spaces, so that neither typography nor line breaks matter. */
export const foldPhrase = (text: string): string => fold(text).replace(/\s+/g, ' ').trim();

/**
 * The passages, of one article if it is given, whose paragraph holds a folded phrase. Every paragraph is read, as the index knows words only; so
 * the time is linear in the texts.
 */
export function passagesWithPhrase(index: TextIndex, phrase: string, article: number | null): number[] {
  return [...index.passages.keys()].filter((id) => {
    const passage = index.passages[id];
    if (article !== null && passage?.article !== article) return false;
    const { text, paragraphs, sentences } = index.articles[passage?.article ?? 0] as Article;
    const first = index.sentences[passage?.firstSentence ?? 0]?.sentence ?? 0;
    const paragraph = paragraphs[sentences[first]?.paragraph ?? 0];
    return foldPhrase(text.slice(paragraph?.start, paragraph?.end)).includes(phrase);
  });
}
