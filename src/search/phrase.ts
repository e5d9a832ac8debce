import type { Article, Paragraph } from '../corpus/article.js';
import { fold } from '../text/fold.js';

/** What stands between quotation marks in a question. */
const PHRASE = /["“”„«]([^"“”„«»]*[\p{L}\p{N}][^"“”„«»]*)["“”»]/u;

/** The phrase that a question has in quotation marks, folded; `null` without any. */
export function phraseIn(question: string): string | null {
  const phrase = PHRASE.exec(question)?.[1];
  return phrase === undefined ? null : foldPhrase(phrase);
}

/** Whether a paragraph holds a folded phrase. */
export const holdsPhrase = ({ text }: Article, { start, end }: Paragraph, phrase: string): boolean =>
  foldPhrase(text.slice(start, end)).includes(phrase);

/** Folded, with single spaces, so that neither typography nor line breaks matter. */
const foldPhrase = (text: string): string => fold(text).replace(/\s+/g, ' ').trim();
