import type { Name } from '../english/mentions.js';
import type { Chunk, NounPhrase } from '../english/noun-phrases.js';
import { ORGANISATION_WORDS, TITLES } from '../english/titles.js';
import { verbOf } from '../english/verbs.js';
import { type Analysis, firstFrom, wordsBetween } from './sentence.js';

/** Whether it is a chunk that is a pronoun. */
export const isPronoun = (phrase: Chunk | NounPhrase): boolean => 'pronoun' in phrase && phrase.pronoun;

/** Whether a determiner stands before it. */
export const isDefinite = (phrase: Chunk | NounPhrase): boolean => 'definite' in phrase && phrase.definite;

/** Whether a phrase is a name and no time. */
export const isName = ({ tags, times }: Analysis, { head }: NounPhrase): boolean =>
  (tags[head] === 'name' || (tags[head] === 'number' && tags[head - 1] === 'name')) &&
  (times[firstFrom(times, head + 1) - 1]?.end ?? 0) <= head;

/** The names of a sentence from token `from` on. */
export const namesIn = (analysis: Analysis, from = 0): Name[] =>
  analysis.chunks
    .flatMap((chunk) => [chunk, ...(chunk.possessor ? [chunk.possessor] : [])])
    .filter((phrase) => phrase.first >= from && !isPronoun(phrase) && isName(analysis, phrase))
    .map((phrase) => nameIn(analysis, phrase));

/** The words of a name, and what stands before it. */
export function nameIn(analysis: Analysis, phrase: Chunk | NounPhrase): Name {
  const words = nameOf(analysis, phrase).split(' ');
  const titles = wordsBetween(analysis, phrase.first, phrase.head).toLowerCase().split(/\.? /);
  const body =
    isDefinite(phrase) ||
    words.some((word) => ORGANISATION_WORDS.has(word.toLowerCase())) ||
    /^\p{Lu}[\p{Lu}&-]+$/u.test(words.join(' '));
  return { kind: 'name', words, titles: titles.filter((title) => TITLES.has(title)), body };
}

/** Titles that are part of a body's name as well (`General Mills`, `First Bank`). */
const PROPER = new Set(
  'general first house senate justice republican democratic conservative liberal private major king queen prince princess lord lady staff'.split(
    ' ',
  ),
);

/** The words of the phrase that are a name, else all of it, at most six words. */
export function nameOf(analysis: Analysis, { first, head, end }: NounPhrase): string {
  let from = first;
  const name = analysis.tags[head] === 'number' ? head - 1 : head;
  if (analysis.tags[name] === 'name') {
    from = name;
    while (from > first && belongs(analysis, from - 1)) from--;
  }
  while (from < head && analysis.tags[from] === 'number' && analysis.tokens[from + 1]?.text !== '-') from++;
  const last = end - from > 1 && isVerb(analysis, end - 1) ? end - 1 : end;
  return wordsBetween(analysis, Math.max(from, last - 6), last).replace(/['’]s?$/, '');
}

/** The `lapses` of `A claim lapses after 21 days`, the `costs` of `Entry costs 15 euros`, taken for plurals. */
function isVerb({ tokens, tags }: Analysis, i: number): boolean {
  const verb = tags[i] === 'plural' ? verbOf(tokens[i]?.text ?? '') : undefined;
  return verb?.form === 'third' && (verb.use === 'only' || tags[i + 1] === 'number');
}

/** Part of the name: another name, the hyphen of `Wal-Mart`, the first word of `Northern Rail`. */
function belongs({ tags, tokens }: Analysis, i: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  const title = token.lower.replace(/\.$/, '');
  if (TITLES.has(title) && !PROPER.has(title)) return false;
  if (tags[i] === 'name' || (token.text === '-' && token.glued && tokens[i + 1]?.glued === true)) return true;
  return (
    tags[i] === 'adjective' && /^\p{Lu}/u.test(token.text) && !/^(?:big|top|late|young|old)$/.test(title)
  );
}
