import {
  bearer,
  described,
  headOf,
  holderBefore,
  isApposition,
  isBare,
  isClauseEdge,
  namedInAside,
  type Parsed,
} from './appositions.js';
import type { Chunk } from './chunks.js';

/** How far left of its verb a subject is looked for, in chunks. */
const WINDOW = 48;
const MAX_DEPTH = 4;
/** Longest aside between commas, in chunks. */
const MAX_ASIDE = 24;

const HANGS_ON = /^(?:preposition|time|adverb)$/;

/** The index of the chunk that is the subject of the verb group at `verb`, or -1. */
export function subjectOf(sentence: Parsed, verb: number, depth = 0): number {
  if (depth > MAX_DEPTH) return -1;
  const { chunks } = sentence;
  const inverted = invertedSubject(sentence, verb);
  if (inverted >= 0) return inverted;
  const nonFinite = chunks[verb]?.nonFinite === true;
  const before = skipBack(chunks, verb - 1);
  switch (chunks[before]?.kind) {
    case 'noun phrase':
      return besides(sentence, before, nonFinite, depth);
    case 'relative':
      return before;
    case 'comma':
    case 'break':
      return nonFinite ? clauseSubject(sentence, verb) : beforeAside(sentence, before, verb);
    case 'quote':
      return endsInComma(sentence, before) ? beforeAside(sentence, before, verb) : -1;
    case 'preposition':
      return nonFinite || isTo(sentence, before) ? clauseSubject(sentence, before) : -1;
    case 'conjunction':
      return coordinated(sentence, before, depth);
    default:
      return nonFinite || before < 0 ? clauseSubject(sentence, verb) : -1;
  }
}

/** `Ma took to the stage to say`. */
const isTo = ({ tokens, chunks }: Parsed, at: number): boolean =>
  tokens[chunks[at]?.from ?? -1]?.lower === 'to';

/** The comma that closes an aside may stand within the quote marks: `Ma, author of “The Art,” said`. */
const endsInComma = ({ tokens, chunks }: Parsed, quote: number): boolean =>
  tokens[chunks[quote]?.from ?? -1]?.quote?.last === ',';

/** Times and adverbs may stand between subject and verb: `Ma on Monday said`. */
function skipBack(chunks: readonly Chunk[], from: number): number {
  let at = from;
  while (chunks[at]?.kind === 'time' || chunks[at]?.kind === 'adverb') {
    at--;
    if (chunks[at]?.kind === 'preposition') at--;
  }
  return at;
}

/**
 * `“…,” said Ma`: verb first. Right after a quotation any verb will do, after a comma or at the beginning one that
 * says.
 */
function invertedSubject(sentence: Parsed, verb: number): number {
  const { tokens, chunks } = sentence;
  const group = chunks[verb] as Chunk;
  const subject = chunks[verb + 1];
  if (group.nonFinite || group.auxiliary || subject?.kind !== 'noun phrase' || group.to - group.from > 2)
    return -1;
  if (tokens[subject.from]?.tag === 'object' || tokens[subject.from]?.lower === 'it') return -1;
  const before = chunks[verb - 1]?.kind;
  const after = chunks[verb + 2]?.kind;
  const isPerson = tokens[subject.to - 1]?.tag === 'name' || tokens[subject.from]?.tag === 'pronoun';
  const endsThere = after === undefined || after === 'comma' || after === 'stop' || after === 'colon';
  if (before === 'quote' || (before === 'comma' && chunks[verb - 2]?.kind === 'quote'))
    return reportsAfterQuote(sentence, verb) && (group.verb || after !== 'verb group')
      ? bearer(sentence, verb + 1)
      : -1;
  const opens = before === undefined || before === 'comma';
  return opens && endsThere && isPerson && group.verb?.class === 'say' ? verb + 1 : -1;
}

/** A verb of saying, or any other where the quotation ends in the middle of the sentence (`“…!” beamed Ma`). */
function reportsAfterQuote({ tokens, chunks }: Parsed, verb: number): boolean {
  const group = chunks[verb] as Chunk;
  if (group.verb) return group.verb.class !== 'tell';
  const quote = chunks[verb - (chunks[verb - 1]?.kind === 'quote' ? 1 : 2)];
  return group.to - group.from === 1 && /[,?!]/.test(tokens[quote?.from ?? -1]?.quote?.last ?? '');
}

/** The phrase right before a verb is its subject, but for objects and what stands between auxiliary and verb. */
function besides(sentence: Parsed, phrase: number, nonFinite: boolean, depth: number): number {
  const { chunks } = sentence;
  const head = headOf(sentence, phrase);
  const before = chunks[head - 1]?.kind;
  if (before === 'preposition' && chunks[head - 2]?.auxiliary)
    return subjectOf(sentence, head - 2, depth + 1);
  const reduced = before === 'preposition' ? head - 2 : head - 1;
  const group = chunks[reduced];
  const isReduced = group?.nonFinite || (before === 'preposition' && isPastParticiple(sentence, reduced));
  if (!nonFinite && isReduced && chunks[reduced - 1]?.kind === 'noun phrase')
    return headOf(sentence, reduced - 1);
  const absolute = sentence.tokens[chunks[head - 1]?.from ?? -1]?.lower === 'with';
  if (nonFinite && (before === 'verb group' || before === 'preposition') && !absolute)
    return clauseSubject(sentence, head);
  if (isAside(sentence, phrase)) return -1;
  return isBare(sentence, head)
    ? (holderBefore(sentence, head) ?? bearer(sentence, head))
    : described(sentence, head);
}

/** `obtained` in `a letter obtained by the agency`. */
const isPastParticiple = ({ tokens, chunks }: Parsed, at: number): boolean => {
  const group = chunks[at];
  if (group?.kind !== 'verb group' || group.to - group.from > 1) return false;
  return tokens[group.from]?.lower.endsWith('ed') === true && tokens[group.to]?.lower === 'by';
};

/** A number or an age between commas is no subject: `Lee, 45, said`. */
const isAside = ({ tokens, chunks }: Parsed, phrase: number): boolean => {
  const chunk = chunks[phrase] as Chunk;
  return tokens[chunk.to - 1]?.tag === 'number' && chunk.to - chunk.from === 1;
};

/** `Ma, who founded it, said`: the phrase before the aside that a comma or dash closes. */
function beforeAside(sentence: Parsed, close: number, verb: number): number {
  const { chunks } = sentence;
  for (let at = close - 1; at > Math.max(0, close - WINDOW); at--) {
    const kind = chunks[at]?.kind;
    if (kind !== 'comma' && kind !== 'break') continue;
    if (chunks[at - 1]?.kind === 'relative') return at - 1;
    if (chunks[at - 1]?.kind !== 'noun phrase' || isAside(sentence, at - 1)) continue;
    const head = headOf(sentence, at - 1);
    if (isClauseEdge(chunks[head - 1]) && !isApposition(sentence, head))
      return namedInAside(sentence, head, at, close) ?? described(sentence, head);
  }
  return mainSubject(sentence, verb);
}

/** `Ma smiled and said`: the subject of the verb before; after a comma, that of the sentence. */
function coordinated(sentence: Parsed, conjunction: number, depth: number): number {
  const { chunks } = sentence;
  if (chunks[conjunction - 1]?.kind === 'comma') return mainSubject(sentence, conjunction);
  let nearest = -1;
  for (let at = conjunction - 1; at >= Math.max(0, conjunction - WINDOW); at--) {
    const chunk = chunks[at] as Chunk;
    if (chunk.kind !== 'verb group' || chunk.nonFinite) continue;
    if (chunk.verb && !chunk.passive) return subjectOf(sentence, at, depth + 1);
    if (nearest < 0) nearest = at;
  }
  return nearest < 0 ? -1 : subjectOf(sentence, nearest, depth + 1);
}

/** `Ma praised him, saying`: the subject of the clause that a form in -ing hangs on. */
function clauseSubject(sentence: Parsed, verb: number): number {
  const { chunks } = sentence;
  for (let at = verb - 1; at >= Math.max(0, verb - WINDOW); at--) {
    const chunk = chunks[at] as Chunk;
    if (chunk.kind !== 'verb group' || chunk.nonFinite) continue;
    const subject = subjectOf(sentence, at, MAX_DEPTH);
    if (subject >= 0 && !isComplement(chunks, subject)) return subject;
  }
  return subjectAfter(sentence, verb);
}

/** A clause that another verb or noun governs (`said he won`, `the claim that he won`). */
export const isComplement = (chunks: readonly Chunk[], subject: number): boolean =>
  chunks[subject]?.kind === 'relative' ||
  (chunks[subject - 1]?.kind === 'subordinator' && chunks[subject - 2]?.kind !== 'comma') ||
  chunks[subject - 1]?.kind === 'verb group' ||
  chunks[subject - 1]?.kind === 'preposition';

/** `Calling it “a gift,” Ma left`: the first subject after the comma. */
function subjectAfter({ chunks }: Parsed, from: number): number {
  for (let at = from; at < Math.min(chunks.length, from + WINDOW); at++) {
    const edge = chunks[at - 1]?.kind;
    if (chunks[at]?.kind === 'noun phrase' && (edge === 'comma' || edge === 'quote') && at > from + 1)
      return at;
  }
  return -1;
}

/** The subject of the main clause among the chunks from `start` to `end`, or -1. */
export function mainSubject(sentence: Parsed, end: number, start = 0): number {
  const { chunks, tokens } = sentence;
  let first = -1;
  for (let at = afterIntroduction(chunks, start, end); at < end; at++) {
    const chunk = chunks[at] as Chunk;
    if (chunk.kind !== 'noun phrase' || isAside(sentence, at)) continue;
    if (tokens[chunk.from]?.tag === 'object' || chunks[at - 1]?.kind === 'preposition') continue;
    if (first < 0) first = at;
    if (isFollowedByVerb(chunks, at)) return at;
  }
  return first;
}

/** Whether a verb follows, perhaps after what hangs on the phrase or stands between commas. */
export function isFollowedByVerb(chunks: readonly Chunk[], phrase: number): boolean {
  let at = phrase + 1;
  while (HANGS_ON.test(chunks[at]?.kind ?? '') || chunks[at - 1]?.kind === 'preposition') at++;
  if (chunks[at]?.kind !== 'comma' && chunks[at]?.kind !== 'break')
    return /^(?:verb group|relative)$/.test(chunks[at]?.kind ?? '');
  for (let close = at; close < Math.min(chunks.length, at + MAX_ASIDE); close++)
    if (/^(?:comma|break)$/.test(chunks[close]?.kind ?? '') && isFiniteVerb(chunks[close + 1])) return true;
  return false;
}

const isFiniteVerb = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'verb group' && chunk.nonFinite !== true;

/** `In an interview on Monday, …`: where the main clause begins. */
function afterIntroduction(chunks: readonly Chunk[], start: number, end: number): number {
  let from = start;
  while (/^(?:conjunction|adverb|comma)$/.test(chunks[from]?.kind ?? '')) from++;
  const introduces = /^(?:preposition|subordinator|verb group)$/.test(chunks[from]?.kind ?? '');
  if (!introduces) return from;
  for (let at = from; at < end; at++)
    if (chunks[at]?.kind === 'comma' && chunks[at + 1]?.kind === 'noun phrase') return at + 1;
  return from;
}
