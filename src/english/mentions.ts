import type { Span } from '../text/span.js';
import { antecedent, endsInTitle, type Parsed } from './appositions.js';
import type { Chunk } from './chunks.js';
import { type Gender, isGivenName } from './given-names.js';
import { isCommonNoun } from './nouns.js';
import { isPerson } from './persons.js';
import type { Range } from './sentence-ranges.js';
import type { Tagged } from './tags.js';
import { FEMALE_NOUNS, MALE_NOUNS, ORGANISATION_WORDS, TITLES } from './titles.js';

/** A reference by name. */
export type Name = Extract<Reference, { kind: 'name' }>;

/** What a noun phrase refers to somebody by. */
export type Reference =
  /** `words` without titles; `titles` as they stand before it, lower case. */
  | {
      readonly kind: 'name';
      readonly words: readonly string[];
      readonly titles: readonly string[];
      readonly body: boolean;
    }
  /** `antecedent` is the chunk that a relative pronoun refers to. */
  | { readonly kind: 'pronoun'; readonly word: string; readonly antecedent?: number }
  /** `opener` and `head` are its first word and its noun, lower case. */
  | { readonly kind: 'description'; readonly opener: string; readonly head: string; readonly gender: Gender };

/** A noun phrase and what it says of whom it means. The span is what stands there, with its title. */
export interface Phrase extends Span {
  readonly reference: Reference;
  /** The name before a possessive or other nouns: `Ana Berg` in `Ana Berg’s plan`, `Ana Berg supporters`. */
  readonly owner?: Name | undefined;
}

const PARTICLES = new Set('de di da del della la le van von der den bin ibn al el du dos ben'.split(' '));
const SURNAME_PARTICLE = /^(?:van|von|de|di|da|del|della|bin|ibn)$/;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|esq|ph\.?d|m\.?d|mbe|obe|cbe)$/;
const CHAIN = /^(?:of|for|at|in|from|with|on|to|near|by)$/;
const MAX_CHAIN = 4;

/** The phrase that the noun phrase chunk `at` stands for. */
export function phraseOf(text: string, sentence: Parsed, at: number): Phrase {
  const { tokens, chunks } = sentence;
  const chunk = chunks[at] as Chunk;
  if (chunk.kind === 'relative') return relativePhrase(sentence, at);
  const last = tokens[chunk.to - 1] as Tagged;
  if (last.tag === 'pronoun' || last.tag === 'object')
    return { start: last.start, end: last.end, reference: { kind: 'pronoun', word: last.lower } };
  const run = nameRun(tokens, chunk);
  const phrase = run ? namePhrase(text, tokens, chunk, run) : descriptionPhrase(sentence, at);
  const owner = ownerOf(text, tokens, chunk);
  return owner ? { ...phrase, owner } : phrase;
}

/** Words of a name in full and the noun that it stands before. */
const MIN_OWNED = 3;

function ownerOf(text: string, tokens: readonly Tagged[], { from, to }: Range): Name | undefined {
  const possessive = lastOf(tokens, 'possessive', from, to - 1);
  const name = possessive < 0 && to - from >= MIN_OWNED ? lastOf(tokens, 'name', from, to) : -1;
  const owner = { from, to: possessive < 0 ? name + 1 : possessive };
  const run = owner.to > from && owner.to < to ? nameRun(tokens, owner) : null;
  const reference = run && namePhrase(text, tokens, owner, run).reference;
  if (reference?.kind !== 'name') return undefined;
  const isFull = reference.words.length > 1 && isGivenName((reference.words[0] ?? '').toLowerCase());
  return possessive >= 0 || isFull ? reference : undefined;
}

/** The last token with a tag behind the first of a range, or -1. */
function lastOf(tokens: readonly Tagged[], tag: Tagged['tag'], from: number, to: number): number {
  for (let at = to - 1; at > from; at--) if (tokens[at]?.tag === tag) return at;
  return -1;
}

function relativePhrase(sentence: Parsed, at: number): Phrase {
  const { start, end, lower: word } = sentence.tokens[(sentence.chunks[at] as Range).from] as Tagged;
  return { start, end, reference: { kind: 'pronoun', word, antecedent: antecedent(sentence, at) } };
}

/** The capitalised words that end a noun phrase, or null when it ends otherwise. */
function nameRun(tokens: readonly Tagged[], { from, to }: Range): Range | null {
  let end = to;
  while (end > from && tokens[end - 1]?.tag === 'possessive') end--;
  let start = end;
  while (start > from && isNamePart(tokens, start - 1, start < end)) start--;
  while (
    start < end &&
    tokens[start]?.tag !== 'name' &&
    !(start === from && SURNAME_PARTICLE.test(tokens[start]?.lower ?? ''))
  )
    start++;
  const isOffice = end - start > 1 && endsInTitle(tokens, { from: start, to: end });
  return start < end && !isOffice ? { from: start, to: end } : null;
}

const isNamePart = (tokens: readonly Tagged[], at: number, inside: boolean): boolean =>
  tokens[at]?.tag === 'name' || (inside && PARTICLES.has(tokens[at]?.lower ?? ''));

function namePhrase(text: string, tokens: readonly Tagged[], chunk: Range, run: Range): Phrase {
  let first = run.from;
  for (let at = run.from; at < run.to - 1; at++)
    if (TITLES.has(bare(tokens[at]?.lower ?? ''))) first = at + 1;
  if (first === run.from) first += wordsBeforeName(tokens, run);
  const parts = tokens.slice(first, run.to);
  const words = parts
    .filter((part) => !SUFFIX.test(bare(part.lower)))
    .map((part) => text.slice(part.start, part.end));
  const titles = tokens.slice(chunk.from, first).map((token) => bare(token.lower));
  const determined =
    tokens[chunk.from]?.tag === 'determiner' && chunk.from + 1 === run.from && titles.length < 2;
  const acronym = words.length === 1 && /^\p{Lu}[\p{Lu}&-]+$/u.test(words[0] ?? '');
  const body = determined || acronym || words.some((word) => ORGANISATION_WORDS.has(word.toLowerCase()));
  const start = (tokens[determined ? chunk.from : run.from] as Tagged).start;
  const end = (tokens[run.to - 1] as Tagged).end;
  return { start, end, reference: { kind: 'name', words, titles, body } };
}

/**
 * `State Ana Berg` (of `Secretary of State Ana Berg`), `Councillor Ana Berg`: how many words stand before the name. Words
 * that are no nouns belong to it, as in `San Jose Mercury`, `Qesra Ali Berg`; but not behind an office (`Minister of
 * Labour Gao Qi`).
 */
function wordsBeforeName(tokens: readonly Tagged[], { from, to }: Range): number {
  const word = (at: number): string => tokens[at]?.lower ?? '';
  const isOffice = /^(?:of|for)$/.test(word(from - 1)) && TITLES.has(word(from - 2));
  let at = from;
  const isNoun = (one: string): boolean => isCommonNoun(one) || isPerson(one);
  while (at < to - 1 && !isGivenName(word(at)) && (isOffice || isNoun(word(at)))) at++;
  if (at < to - 1) return isGivenName(word(at)) ? at - from : 0;
  return isOffice && to - from > 2 && isCommonNoun(word(from)) && !ORGANISATION_WORDS.has(word(to - 1))
    ? to - from - 2
    : 0;
}

const bare = (word: string): string => word.replace(/\.$/, '');

/** `a spokesman for the firm`: the phrase with the prepositions that hang on it. */
function descriptionPhrase({ tokens, chunks }: Parsed, at: number): Phrase {
  const chunk = chunks[at] as Range;
  let last = at;
  while (
    last < at + MAX_CHAIN &&
    CHAIN.test(tokens[chunks[last + 1]?.from ?? -1]?.lower ?? '') &&
    chunks[last + 2]?.kind === 'noun phrase'
  )
    last += 2;
  const end = (tokens[(chunks[last] as Range).to - 1] as Tagged).end;
  const head = tokens[chunk.to - 1]?.lower ?? '';
  const opener = tokens[chunk.from]?.lower ?? '';
  const gender = MALE_NOUNS.has(head) ? 'male' : FEMALE_NOUNS.has(head) ? 'female' : null;
  return {
    start: (tokens[chunk.from] as Tagged).start,
    end,
    reference: { kind: 'description', opener, head, gender },
  };
}
