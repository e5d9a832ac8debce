import type { Tag } from './parts-of-speech.js';
import type { Range } from './sentence-ranges.js';
import type { SpeechVerb } from './speech-verbs.js';
import type { Tagged } from './tags.js';
import { TITLES } from './titles.js';
import { verbOf } from './verbs.js';
import { TIME_NOUNS } from './word-classes.js';

/**
 * Partial parsing by a finite-state cascade (S. Abney, "Partial parsing via finite-state cascades", 1996): tokens
 * become noun phrases and verb groups, from which subjects are found.
 */
export type ChunkKind =
  | 'noun phrase'
  | 'verb group'
  | 'preposition'
  | 'subordinator'
  | 'relative'
  | 'conjunction'
  | 'time'
  | 'adverb'
  | 'quote'
  | 'comma'
  | 'colon'
  | 'break'
  | 'stop';

/** A run of tokens that acts as one. */
export interface Chunk extends Range {
  readonly kind: ChunkKind;
  /** The speech verb of a verb group, and its token. */
  readonly verb?: SpeechVerb;
  readonly verbAt?: number;
  /** A verb group that has no finite verb (`saying`). */
  readonly nonFinite?: boolean;
  /** A verb group of auxiliaries only (`has in the past described`). */
  readonly auxiliary?: boolean;
  /** `was called`, `was held`: the subject hears or bears it, it does not speak. */
  readonly passive?: boolean;
}

const NOMINAL = new Set<Tag>(['name', 'noun', 'number', 'possessive']);
const VERBAL = new Set<Tag>(['auxiliary', 'verb', 'participle', 'adverb']);
const BE = new Set("is are was were be been being 's 're got gets get am".split(' '));

/** The chunks of one sentence. */
export function chunksOf(tokens: readonly Tagged[], { from, to }: Range): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = from; at < to; ) {
    const chunk = nounPhrase(tokens, at, to) ?? verbGroup(tokens, at, to) ?? single(tokens, at);
    chunks.push(chunk);
    at = chunk.to;
  }
  return chunks;
}

function nounPhrase(tokens: readonly Tagged[], from: number, end: number): Chunk | null {
  const first = tokens[from] as Tagged;
  if (first.tag === 'pronoun' || first.tag === 'object') return { kind: 'noun phrase', from, to: from + 1 };
  let to = from;
  while (to < end && tokens[to]?.tag === 'determiner') to++;
  const determined = to > from;
  while (to < end && continuesPhrase(tokens, to, determined && to === from + 1)) to++;
  while (to > from && tokens[to - 1]?.tag === 'adverb') to--;
  if (to === from) return null;
  const isTime = to - from < 3 && TIME_NOUNS.has(tokens[to - 1]?.lower ?? '');
  return { kind: isTime ? 'time' : 'noun phrase', from, to };
}

function continuesPhrase(tokens: readonly Tagged[], at: number, afterDeterminer: boolean): boolean {
  const { tag } = tokens[at] as Tagged;
  if (tag === 'possessive') return isOwner(tokens, at);
  if (tag === 'participle') return isAttributive(tokens, at);
  return NOMINAL.has(tag) || (tag === 'adverb' && afterDeterminer);
}

/** Forms in -ing that stand before an office: `Acme managing director Ana Berg`. */
const ATTRIBUTIVE =
  /^(?:acting|commanding|consulting|contributing|founding|managing|presiding|running|sitting|visiting)$/;

const isAttributive = (tokens: readonly Tagged[], at: number): boolean => {
  const next = tokens[at + 1];
  return (
    ATTRIBUTIVE.test(tokens[at]?.lower ?? '') &&
    next?.tag === 'noun' &&
    (next.lower === 'mate' || next.lower === 'partner' || TITLES.has(next.lower))
  );
};

const OWNER = /^(?:name|noun|time|number)$/;
const NEVER_OWNED = /^(?:determiner|preposition|auxiliary|adverb|verb|participle)$/;

/** `Ma's plan`; but `the plan's dead` and `he'd` hold a verb. */
function isOwner(tokens: readonly Tagged[], at: number): boolean {
  const owner = tokens[at - 1]?.tag ?? '';
  const { lower } = tokens[at] as Tagged;
  if (!OWNER.test(owner) || (lower !== "'" && lower !== "'s")) return false;
  return lower === "'" || owner === 'name' || !NEVER_OWNED.test(tokens[at + 1]?.tag ?? '');
}

function verbGroup(tokens: readonly Tagged[], from: number, end: number): Chunk | null {
  let to = from;
  let verbAt = -1;
  let finite = false;
  let auxiliary = true;
  while (to < end && continuesVerb(tokens, to, from)) {
    const token = tokens[to] as Tagged;
    if (token.verb && token.tag !== 'adverb') verbAt = to;
    if (token.tag === 'verb' || token.tag === 'participle') auxiliary = false;
    if (token.tag === 'auxiliary' || token.tag === 'verb') finite = true;
    to++;
  }
  if (to === from || (!finite && !/participle/.test(tokens[to - 1]?.tag ?? ''))) return null;
  const group = { kind: 'verb group', from, to, nonFinite: !finite, auxiliary } as const;
  const verb = tokens[verbAt]?.verb;
  if (!verb) return { ...group, passive: isPast(tokens[to - 1]) && followsBe(tokens, from, to - 1) };
  return { ...group, verb, verbAt, passive: isPassive(tokens, from, verbAt) };
}

function continuesVerb(tokens: readonly Tagged[], at: number, from: number): boolean {
  const { tag, lower } = tokens[at] as Tagged;
  if (VERBAL.has(tag)) return true;
  if (tag === 'possessive') return at === from;
  const leads = at > from && (lower === 'to' || lower === 'on' || lower === 'as' || lower === 'by');
  if (!leads) return false;
  const next = tokens[at + 1];
  return (
    next?.verb !== undefined ||
    (lower === 'on' && next?.lower === 'to') ||
    (lower === 'to' && next?.tag === 'verb')
  );
}

function isPassive(tokens: readonly Tagged[], from: number, verbAt: number): boolean {
  const verb = tokens[verbAt] as Tagged;
  if (verb.tag === 'participle' || (verb.lower === verb.verb?.lemma && !verb.verb.past)) return false;
  return followsBe(tokens, from, verbAt);
}

function followsBe(tokens: readonly Tagged[], from: number, verb: number): boolean {
  let at = verb - 1;
  while (at >= from && tokens[at]?.tag === 'adverb') at--;
  return at >= from && BE.has(tokens[at]?.lower ?? '');
}

const isPast = (token: Tagged | undefined): boolean =>
  token?.tag === 'verb' && /^(?:past|participle)$/.test(verbOf(token.lower)?.form ?? '');

const SINGLE_KINDS: Partial<Record<Tag, ChunkKind>> = {
  preposition: 'preposition',
  subordinator: 'subordinator',
  relative: 'relative',
  conjunction: 'conjunction',
  time: 'time',
  adverb: 'adverb',
  quote: 'quote',
  comma: 'comma',
  colon: 'colon',
  stop: 'stop',
};

const single = (tokens: readonly Tagged[], at: number): Chunk => ({
  kind: SINGLE_KINDS[(tokens[at] as Tagged).tag] ?? 'break',
  from: at,
  to: at + 1,
});
