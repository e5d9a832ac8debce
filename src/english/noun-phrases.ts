import { singular } from './nouns.js';
import { isMark, type Tag } from './parts-of-speech.js';
import type { Token } from './tokens.js';

/** A noun phrase without its determiner; token indices. */
export interface NounPhrase {
  readonly first: number;
  /** The noun that the rest describes. */
  readonly head: number;
  /** The token after the head. */
  readonly end: number;
}

/** What phrases are read from: `taken` tells a token of a number (1) or a time (2). */
interface Words {
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  readonly taken: Uint8Array;
}

const MODIFIER: ReadonlySet<Tag> = new Set(['adjective', 'noun', 'name', 'gerund']);
const NOMINAL: ReadonlySet<Tag> = new Set(['noun', 'plural', 'name', 'gerund']);

/** Longest phrase, in tokens; what is longer is cut, which keeps the time linear. */
const MAX_LENGTH = 12;

const isHyphen = (token: Token | undefined): boolean => token?.kind === 'mark' && /^[-‐‑]$/.test(token.text);

/**
 * The noun phrase that begins at token `i`: adjectives and nouns up to the first plural that no other plural
 * follows, else up to the last noun. Bare numbers inside it belong to it (`new 737 Max jets`).
 */
export function nounPhraseAt({ tokens, tags, taken }: Words, i: number): NounPhrase | null {
  if (isMark(tags[i])) return null;
  let head = -1;
  let at = i;
  for (const limit = Math.min(i + MAX_LENGTH, tokens.length); at < limit; at++) {
    const tag = tags[at] as Tag;
    if (tokens[at]?.possessive || (taken[at] === 2 && taken[i] !== 2)) break;
    if (at > i && isParticiple(tags, at)) break;
    if (NOMINAL.has(tag)) head = at;
    if (tag === 'plural' && !goesOn(tags, at + 1)) break;
    if (tag === 'plural' || MODIFIER.has(tag)) continue;
    if (!links(tokens, tags, at, i)) break;
  }
  return head < 0 ? null : { first: i, head, end: head + 1 };
}

/** `prices rising 8 %`: a form in -ing after a noun and before none is what the noun does. */
const isParticiple = (tags: readonly Tag[], at: number): boolean =>
  tags[at] === 'gerund' && !NOMINAL.has(tags[at + 1] ?? 'stop');

/** After a plural, only another plural (`sports cars`), or nouns up to one, are still the same phrase. */
const goesOn = (tags: readonly Tag[], i: number): boolean =>
  tags[i] === 'plural' || (tags[i] === 'noun' && tags[i + 1] === 'plural');

/** What may stand between two words of a phrase: a hyphen, `and` before its head, `-ly` before an adjective. */
function links(tokens: readonly Token[], tags: readonly Tag[], at: number, from: number): boolean {
  const next = tags[at + 1];
  if (next === undefined) return false;
  if (isHyphen(tokens[at])) return tokens[at]?.glued === true && tokens[at + 1]?.glued === true;
  if (tags[at] === 'number') return at > from && (next === 'name' || next === 'noun' || next === 'plural');
  if (/^(?:and|or|&)$/.test((tokens[at] as Token).lower)) return at > from && leadsToPlural(tags, at + 1);
  return (
    tags[at] === 'adverb' &&
    (next === 'adjective' || (at === from && (MODIFIER.has(next) || next === 'plural')))
  );
}

function leadsToPlural(tags: readonly Tag[], i: number): boolean {
  for (let at = i; at < i + 4; at++) {
    if (tags[at] === 'plural') return at > i || tags[at - 2] !== 'plural';
    if (!MODIFIER.has(tags[at] as Tag)) return false;
  }
  return false;
}

/** The phrase with its head in the singular, lower case but for names: `full-time employee`, `US job`. */
export function singularOf(tokens: readonly Token[], tags: readonly Tag[], phrase: NounPhrase): string {
  const parts: string[] = [];
  for (let at = phrase.first; at < phrase.end; at++) {
    const token = tokens[at] as Token;
    if (/^(?:and|or|&)$/.test(token.lower)) continue;
    const space = at > phrase.first && !token.glued ? ' ' : '';
    const word = at === phrase.head ? singular(token.lower) : token.lower;
    const named = tags[at] === 'name' || token.text === token.text.toUpperCase();
    parts.push(space + (named && at !== phrase.head ? token.text : word));
  }
  return parts.join('');
}

/** A noun phrase or pronoun anywhere in the sentence, with what stands before it. */
export interface Chunk extends NounPhrase {
  readonly pronoun: boolean;
  /** The preposition or `to` that governs it. */
  readonly preposition: string | null;
  /** The phrase whose `'s` stands before it. */
  readonly possessor: NounPhrase | null;
  readonly definite: boolean;
}

const PHRASE: ReadonlySet<Tag> = new Set(['adjective', 'noun', 'plural', 'name', 'gerund', 'number']);

/**
 * All noun phrases and pronouns of a sentence, in order, determiners left out. No phrase holds a `taken` token, one
 * of a number or a time.
 */
export function chunksOf(tokens: readonly Token[], tags: readonly Tag[], taken: Uint8Array): Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < tokens.length; ) {
    const predicate = tags[i] === 'gerund' && tags[i - 1] === 'auxiliary';
    const chunk =
      taken[i] || isMark(tags[i]) || predicate ? null : chunkAt(tokens, tags, i, taken, chunks.at(-1));
    if (chunk) chunks.push(chunk);
    i = chunk ? chunk.end : i + 1;
  }
  return chunks;
}

function chunkAt(
  tokens: readonly Token[],
  tags: readonly Tag[],
  i: number,
  taken: Uint8Array,
  previous: Chunk | undefined,
): Chunk | null {
  const start = tags[i] === 'determiner' ? i + 1 : i;
  const definite = start > i;
  const chunkOf = (first: number, head: number, possessor: NounPhrase | null): Chunk => ({
    first,
    head,
    end: head + 1,
    pronoun: tags[i] === 'pronoun',
    preposition: prepositionBefore(tokens, tags, i, previous),
    possessor,
    definite,
  });
  if (tags[i] === 'pronoun') return chunkOf(i, i, null);
  if (!definite && !inPhrase(tokens, tags, i)) return null;
  if (isCompared(tokens, start)) return null;
  let from = start;
  let head = -1;
  let possessor: NounPhrase | null = null;
  const limit = Math.min(start + MAX_LENGTH, tokens.length);
  for (let at = start; at < limit && !taken[at] && inPhrase(tokens, tags, at); at++) {
    if (head >= from && (isParticiple(tags, at) || isCompared(tokens, at))) break;
    if (NOMINAL.has(tags[at] as Tag) || isNumbered(tokens, tags, at, head)) head = at;
    if (!tokens[at]?.possessive || head !== at) continue;
    possessor = { first: from, head: at, end: at + 1 };
    from = at + 1;
    head = -1;
  }
  if (head < 0 && definite && !possessor) head = lastAdjective(tags, start, taken);
  if (head >= 0) return chunkOf(from, head, possessor);
  return possessor ? chunkOf(possessor.first, possessor.head, null) : null;
}

/** `boats longer than`, `no more than`. */
const isCompared = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.lower === 'than' && /(?:er|more|less|worse)$/.test(tokens[at]?.lower ?? '');

/** `Terminal 5`, `OM-60`, `psi20`: the number at `at`, which counts nothing, ends the name whose word is at `head`. */
const isNumbered = (tokens: readonly Token[], tags: readonly Tag[], at: number, head: number): boolean =>
  tags[at] === 'number' &&
  head >= 0 &&
  (head === at - 1 || (head === at - 2 && isHyphen(tokens[at - 1]) && tokens[at]?.glued === true));

/** `the poor`, `the daily`: an adjective stands for the noun, but not in `a raw 5 kg steak`. -1 when there is none at `i`. */
function lastAdjective(tags: readonly Tag[], i: number, taken: Uint8Array): number {
  let at = i;
  while (at < i + 4 && tags[at] === 'adjective') at++;
  return at > i && !taken[at] ? at - 1 : -1;
}

/** The preposition before token `i`; `and` hands on that of the phrase before it. */
function prepositionBefore(
  tokens: readonly Token[],
  tags: readonly Tag[],
  i: number,
  previous: Chunk | undefined,
): string | null {
  const before = tokens[i - 1];
  if (!before) return null;
  if (tags[i - 1] === 'preposition' || tags[i - 1] === 'to') return before.lower;
  return /^(?:and|or)$/.test(before.lower) && previous?.end === i - 1 ? previous.preposition : null;
}

function inPhrase(tokens: readonly Token[], tags: readonly Tag[], at: number): boolean {
  if (PHRASE.has(tags[at] as Tag)) return true;
  return isHyphen(tokens[at]) && tokens[at]?.glued === true && tokens[at + 1]?.glued === true;
}
