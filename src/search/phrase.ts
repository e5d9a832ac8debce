import type { Article, Paragraph } from '../corpus/article.js';
import { fold } from '../text/fold.js';

/** What stands between quotation marks in a question. */
const PHRASE = /["“”„«]([^"“”„«»]*[\p{L}\p{N}][^"“”„«»]*)["“”»]/u;

/** The phrase that a question has in quotation marks, folded; `null` without any. */
export function phraseIn(question: string): string | null {
  const phrase = PHRASE.exec(question)?.[1];
  return phrase === undefined ? null : foldPhrase(phrase);
}

/** A test whether a paragraph holds a folded phrase; each paragraph is folded once. */
export function holdsPhrase(phrase: string): (article: Article, paragraph: Paragraph) => boolean {
  const known = new Map<Paragraph, boolean>();
  return ({ text }, paragraph) => {
    const holds =
      known.get(paragraph) ?? foldPhrase(text.slice(paragraph.start, paragraph.end)).includes(phrase);
    known.set(paragraph, holds);
    return holds;
  };
}

/** Whether a text has a folded phrase. */
export const hasPhrase = (text: string, phrase: string): boolean => foldPhrase(text).includes(phrase);

/** Folded, with single spaces, so that neither typography nor line breaks matter. */
const foldPhrase = (text: string): string => fold(text).replace(/\s+/g, ' ').trim();
