import { type Chunk, chunksOf, nounPhraseAt } from './noun-phrases.js';
import type { Tag } from './parts-of-speech.js';
import { tagsOf } from './tagger.js';
import { type Token, tokensOf } from './tokens.js';
import { verbOf } from './verbs.js';
import { AUXILIARIES, PREPOSITIONS } from './word-classes.js';

/** A question as people type it, taken apart; places are indices of tokens. */
export interface QuestionParts {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  /** Where the words that ask end (`when`, `how many jobs`, `by whom`); 0 where the verb asks, or nothing. */
  readonly asked: number;
  /** Whether an auxiliary stands behind them. */
  readonly isClause: boolean;
  /** The noun phrases behind them, in order; none is a pronoun. */
  readonly phrases: readonly Chunk[];
}

/** The words from one token to before another, as they stand. */
export const wordsFrom = ({ text, tokens }: QuestionParts, from: number, to = tokens.length): string =>
  from >= to ? '' : text.slice(tokens[from]?.start, tokens[to - 1]?.end);

/** The lower-case word at a place, '' where none is. */
export const lowerAt = ({ tokens }: QuestionParts, at: number): string => tokens[at]?.lower ?? '';

/** Where a phrase begins with its article, or with whose it is. */
export function startOf({ tags }: QuestionParts, { first, possessor }: Chunk): number {
  const from = possessor?.first ?? first;
  return tags[from - 1] === 'determiner' ? from - 1 : from;
}

const ASKING = /^(?:who|whom|whose|what|which|when|where|why|how)(?:'?s|'re|'d|'ll)?$/;

/** What is asked for by how much there is of it: `how long`, `how many people`. */
const DEGREE: ReadonlySet<Tag> = new Set(['adjective', 'adverb', 'determiner']);

/** Takes a question, or a part of one, apart. */
export function questionParts(text: string): QuestionParts {
  const tokens = tokensOf(text).filter(({ text: mark }) => !/^[?!.…]$/.test(mark));
  const tags = tagsOf(tokens);
  const asked = endOfAsked(tokens, tags);
  const isClause = isVerbOfClause(tokens, asked);
  const phrases = chunksOf(tokens, tags, new Uint8Array(tokens.length)).filter(
    ({ first, pronoun }) => first >= asked && !pronoun,
  );
  return {
    text,
    tokens,
    tags,
    asked,
    isClause,
    phrases: phrases.map((phrase) => withoutVerb(tokens, tags, asked, phrase)),
  };
}

/** `is`, `did`; `what's` has its own. */
const isVerbOfClause = (tokens: readonly Token[], at: number): boolean =>
  AUXILIARIES.has(tokens[at]?.lower ?? '') ||
  (at > 0 && (tokens[at - 1]?.possessive === true || CONTRACTED.test(tokens[at - 1]?.lower ?? '')));

const CONTRACTED = /^(?:who|what|how|where|when|why)(?:'?s|'re|'d|'ll)$/;

function endOfAsked(tokens: readonly Token[], tags: readonly Tag[]): number {
  const lowerAt = (at: number) => tokens[at]?.lower ?? '';
  const start = PREPOSITIONS.has(lowerAt(0)) || lowerAt(0) === 'to' ? 1 : 0;
  if (!ASKING.test(lowerAt(start))) return 0;
  let end = start + 1;
  if (tokens[start]?.possessive || isVerbOfClause(tokens, end)) return end;
  const isDegree = lowerAt(start) === 'how' && DEGREE.has(tags[end] ?? 'stop');
  if (isDegree) end++;
  const counts = isDegree && /^(?:much|many|few)$/.test(lowerAt(end - 1));
  if (!counts && !/^(?:whose|what|which)$/.test(lowerAt(start))) return end;
  const phrase = nounPhraseAt({ tokens, tags, taken: new Uint8Array(tokens.length) }, end);
  if (phrase?.first === end && !isVerbOfClause(tokens, end)) return phrase.end;
  return isNounAfterAll(tokens, tags, end) ? end + 1 : end;
}

/** `which shield got`, `by which case`: what reads as a verb, and is none behind `which`. */
function isNounAfterAll(tokens: readonly Token[], tags: readonly Tag[], at: number): boolean {
  if (tags[at] !== 'verb' || AUXILIARIES.has(tokens[at]?.lower ?? '')) return false;
  return at === tokens.length - 1 || verbOf(tokens[at]?.lower ?? '')?.form === 'base';
}

/** `does the host need`: a verb in its base form that reads as the noun of its own subject is the verb. */
function withoutVerb(tokens: readonly Token[], tags: readonly Tag[], asked: number, phrase: Chunk): Chunk {
  const last = phrase.end - 1;
  const lower = tokens[last]?.lower ?? '';
  const isSubject = phrase.first <= asked + 2 && MODAL.test(tokens[asked]?.lower ?? '');
  const isVerb =
    isSubject && !tags.slice(phrase.end).includes('verb') && BARE.test(verbOf(lower)?.form ?? '');
  if (last <= phrase.first || !(isVerb || /^ok(?:ay)?$/.test(lower))) return phrase;
  return { ...phrase, head: last - 1, end: last };
}

const BARE = /^(?:base|invariable)$/;
const MODAL = /^(?:do|does|did|can|could|will|would|shall|should|may|might|must)$/;
