import { IRREGULAR_PLURALS, SINGULAR_IN_S } from './lexicon.js';

/** The singular of an English noun in lower case; a word that is no plural comes back as it is. */
export function singular(word: string): string {
  const irregular = IRREGULAR_PLURALS.get(word);
  if (irregular !== undefined) return irregular;
  if (!isPlural(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes|zzes|oes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Whether a word in lower case has the form of a plural noun. */
export const isPlural = (word: string): boolean =>
  IRREGULAR_PLURALS.has(word) ||
  (word.length > 2 && word.endsWith('s') && !/(?:ss|us|is|'s)$/.test(word) && !SINGULAR_IN_S.has(word));
