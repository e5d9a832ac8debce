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
  /** The noun phrases and pronouns behind them, in order. */
  readonly phrases: readonly Chunk[];
}

const ASKING = /^(?:who|whom|whose|what|which|when|where|why|how|whos|whats|hows)$/;

/** What is asked for by how much there is of it: `how long`, `how many people`. */
const DEGREE: ReadonlySet<Tag> = new Set(['adjective', 'adverb', 'determiner']);

/** Takes a question, or a part of one, apart. */
export function questionParts(text: string): QuestionParts {
  const tokens = tokensOf(text).filter(({ text: mark }) => !/^[?!.…]$/.test(mark));
  const tags = tagsOf(tokens);
  const asked = endOfAsked(tokens, tags);
  const isClause = isVerbOfClause(tokens, asked);
  const phrases = chunksOf(tokens, tags, new Uint8Array(tokens.length)).filter(({ first }) => first >= asked);
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
  (at > 0 &&
    (tokens[at - 1]?.possessive === true || /^(?:who|what|how)s$/.test(tokens[at - 1]?.lower ?? '')));

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
  const isMistaken = tags[end] === 'verb' && !isVerbOfClause(tokens, end) && isVerbOfClause(tokens, end + 1);
  return isMistaken ? end + 1 : end;
}

/** `does the host need`: a verb in its base form that reads as the noun of its own subject is the verb. */
function withoutVerb(tokens: readonly Token[], tags: readonly Tag[], asked: number, phrase: Chunk): Chunk {
  const last = phrase.end - 1;
  const isSubject = phrase.first <= asked + 2 && MODAL.test(tokens[asked]?.lower ?? '');
  if (!isSubject || last <= phrase.first || tags.slice(phrase.end).includes('verb')) return phrase;
  return verbOf(tokens[last]?.lower ?? '')?.form === 'base'
    ? { ...phrase, head: last - 1, end: last }
    : phrase;
}

const MODAL = /^(?:do|does|did|can|could|will|would|shall|should|may|might|must)$/;
