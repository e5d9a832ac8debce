import { causedBefore, isShown } from './actors.js';
import {
  bearer,
  described,
  endsInOfficer,
  headOf,
  holderBefore,
  isApposition,
  isBare,
  isClauseEdge,
  isName,
  isRegion,
  lastWord,
  listStart,
  namedInAside,
  type Parsed,
} from './appositions.js';
import type { Chunk } from './chunks.js';
import { isPlace } from './places.js';
import type { Tagged } from './tags.js';

/** How far left of its verb a subject is looked for, in chunks. */
const WINDOW = 48;
const MAX_DEPTH = 4;
/** Longest aside between commas, in chunks. */
const MAX_ASIDE = 24;

const HANGS_ON = /^(?:preposition|time|adverb)$/;

/** The index of the chunk that is the subject of the verb group at `verb`, or -1. */
export function subjectOf(sentence: Parsed, verb: number, depth = 0): number {
  if (depth > MAX_DEPTH) return -1;
  const inverted = invertedSubject(sentence, verb);
  return inverted >= 0 ? inverted : subjectBefore(sentence, verb, verb - 1, depth);
}

/** The subject of `verb`, which ends at `end` or before. */
function subjectBefore(sentence: Parsed, verb: number, end: number, depth: number): number {
  const { chunks } = sentence;
  const nonFinite = chunks[verb]?.nonFinite === true;
  const before = skipBack(sentence, end);
  switch (chunks[before]?.kind) {
    case 'noun phrase':
      return nonFinite ? actorAt(sentence, before) : besides(sentence, before, verb, depth);
    case 'relative':
      return before;
    case 'subordinator':
      if (nonFinite && lastWord(sentence, before) === 'as' && isShown(sentence, before - 1))
        return before - 1;
      return nonFinite ? clauseSubject(sentence, verb) : beforeThat(sentence, before, verb);
    case 'comma':
    case 'break':
      if (nonFinite) return clauseSubject(sentence, verb);
      return afterComma(sentence, before, verb, depth);
    case 'quote':
      return endsInComma(sentence, before) ? beforeAside(sentence, before, verb) : -1;
    case 'preposition':
      if (isTo(sentence, before)) return causedBefore(sentence, before) ?? beforeTo(sentence, before, depth);
      return nonFinite ? clauseSubject(sentence, before) : -1;
    case 'conjunction':
      return nonFinite ? clauseSubject(sentence, verb) : coordinated(sentence, before, verb, depth);
    default:
      return nonFinite ? clauseSubject(sentence, verb) : -1;
  }
}

/** `Ma rose and, in a whisper, said`: behind a conjunction the subject of the verb before, else what an aside parts. */
function afterComma(sentence: Parsed, comma: number, verb: number, depth: number): number {
  const open = beforeAdjunct(sentence, comma - 1) ?? comma;
  const joined = [open, open - 1].find((at) => sentence.chunks[at]?.kind === 'conjunction');
  return joined === undefined
    ? beforeAside(sentence, comma, verb)
    : coordinated(sentence, joined, verb, depth);
}

/** What stands before an adjunct that ends at `phrase`. */
function beforeAdjunct(sentence: Parsed, phrase: number): number | null {
  if (sentence.chunks[phrase]?.kind !== 'noun phrase') return null;
  const head = headOf(sentence, phrase);
  return ADJUNCT.has(lastWord(sentence, head - 1)) ? head - 2 : null;
}

/** `under a note that says “…”`: what speaks. */
function beforeThat(sentence: Parsed, that: number, verb: number): number {
  const { chunks } = sentence;
  const says =
    chunks[verb]?.verb?.class === 'say' && /^(?:quote|comma|colon)$/.test(chunks[verb + 1]?.kind ?? '');
  return says && lastWord(sentence, that) === 'that' && chunks[that - 1]?.kind === 'noun phrase'
    ? that - 1
    : -1;
}

/** `Ma took to the stage to say`. */
const isTo = ({ tokens, chunks }: Parsed, at: number): boolean =>
  tokens[chunks[at]?.from ?? -1]?.lower === 'to';

/** A finite verb behind `to` is misread already (`to was to was to said`): each would ask every one before it. */
const beforeTo = (sentence: Parsed, to: number, depth: number): number =>
  depth < MAX_DEPTH ? clauseSubject(sentence, to) : -1;

/** The comma that closes an aside may stand within the quote marks: `Ma, author of “The Art,” said`. */
const endsInComma = ({ tokens, chunks }: Parsed, quote: number): boolean =>
  tokens[chunks[quote]?.from ?? -1]?.quote?.last === ',';

/** `Ma himself said`, `Ma once said`. */
const STRESS = /^(?:once|.+sel(?:f|ves))$/;

/** Times, adverbs and a stress may stand between subject and verb: `Ma on Monday said`. */
function skipBack(sentence: Parsed, from: number): number {
  const { chunks } = sentence;
  let at = from;
  while (/^(?:time|adverb)$/.test(chunks[at]?.kind ?? '') || STRESS.test(lastWord(sentence, at))) {
    at--;
    if (chunks[at]?.kind === 'preposition') at--;
  }
  return at;
}

/** Who does what a form in -ing behind the phrase tells: the phrase in `with Ma saying`, else the subject. */
function actorAt(sentence: Parsed, phrase: number): number {
  const { chunks } = sentence;
  if (isShown(sentence, phrase)) return phrase;
  const head = headOf(sentence, phrase);
  const governed = chunks[head - 1]?.kind === 'verb group' || chunks[head - 1]?.kind === 'preposition';
  if (governed && !isShown(sentence, head)) return clauseSubject(sentence, head);
  return isAside(sentence, phrase) ? -1 : holderOf(sentence, head);
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
    return reportsAfterQuote(sentence, verb) && !isSubjectOf(sentence, verb + 2, group.verb !== undefined)
      ? bearer(sentence, verb + 1)
      : -1;
  const opens = before === undefined || before === 'comma';
  return opens && endsThere && isPerson && group.verb?.class === 'say' ? verb + 1 : -1;
}

/** Whether the phrase before `at` is the subject of a verb there; `said a man named Ma` holds a participle. */
const isSubjectOf = ({ tokens, chunks }: Parsed, at: number, mayBeParticiple: boolean): boolean =>
  chunks[at]?.kind === 'verb group' &&
  (!mayBeParticiple || tokens[chunks[at].from]?.tag === 'auxiliary' || chunks[at].auxiliary === true);

/** A verb of saying, or any other where the quotation ends in the middle of the sentence (`“…!” beamed Ma`). */
function reportsAfterQuote({ tokens, chunks }: Parsed, verb: number): boolean {
  const group = chunks[verb] as Chunk;
  if (group.verb) return group.verb.class !== 'tell';
  const quote = chunks[verb - (chunks[verb - 1]?.kind === 'quote' ? 1 : 2)];
  return group.to - group.from === 1 && /[,?!]/.test(tokens[quote?.from ?? -1]?.quote?.last ?? '');
}

/** The phrase right before a finite verb is its subject, but for what only hangs on the subject. */
function besides(sentence: Parsed, phrase: number, verb: number, depth: number): number {
  const { chunks } = sentence;
  const head = headOf(sentence, phrase);
  const governed = chunks[head - 1]?.kind === 'preposition';
  if (governed && chunks[head - 2]?.auxiliary) return subjectOf(sentence, head - 2, depth + 1);
  const reduced = governed ? head - 2 : head - 1;
  if (isReduced(sentence, reduced) && chunks[reduced - 1]?.kind === 'noun phrase')
    return headOf(sentence, reduced - 1);
  const before = beforeAdjunct(sentence, phrase) ?? -1;
  if (/^(?:comma|conjunction)$/.test(chunks[before]?.kind ?? ''))
    return subjectBefore(sentence, verb, before, depth + 1);
  if (isAside(sentence, phrase)) return -1;
  if (endsInOfficer(sentence, head, phrase)) return phrase;
  if (isInserted(sentence, head, verb) && !isBare(sentence, head)) return subjectOfList(sentence, head);
  const whole = beforeRelative(sentence, head);
  return whole >= 0
    ? holderOf(sentence, headOf(sentence, whole))
    : holderOf(sentence, subjectOfList(sentence, head));
}

/** `Ma, a friend said, left`: commas part what somebody says of Ma; `Ma, a friend, said` does not. */
const isInserted = ({ chunks }: Parsed, subject: number, verb: number): boolean =>
  chunks[subject - 1]?.kind === 'comma' && chunks[verb + 1]?.kind === 'comma';

/** `the men who wrote to Lowe on Monday say`: the phrase that the relative clause before a verb describes, or -1. */
function beforeRelative({ chunks }: Parsed, object: number): number {
  let at = object - 1;
  while (chunks[at]?.kind === 'preposition' && /^(?:noun phrase|time)$/.test(chunks[at - 1]?.kind ?? ''))
    at -= 2;
  if (chunks[at]?.kind === 'preposition') at--;
  const group = chunks[at];
  const mayReport = group?.verb !== undefined && at === object - 1;
  if (group?.kind !== 'verb group' || mayReport || chunks[at - 1]?.kind !== 'relative') return -1;
  const whole = chunks[at - 2]?.kind === 'comma' ? at - 3 : at - 2;
  return chunks[whole]?.kind === 'noun phrase' ? whole : -1;
}

/** `Ma and Berg said`: the first of them. `Ma of Marks and Berg said`: what the list hangs on. Else the phrase. */
function subjectOfList(sentence: Parsed, phrase: number): number {
  const { chunks } = sentence;
  const first = listStart(sentence, phrase);
  const head = headOf(sentence, first);
  const edge = chunks[head - 1];
  const opens = isClauseEdge(edge) || edge?.verb?.class === 'say' || edge?.verb?.class === 'tell';
  return opens && (head === first || isName(sentence, first) || isBare(sentence, head)) ? head : phrase;
}

/** Prepositions that open no clause and no subject: `and in a whisper said`. */
const ADJUNCT = new Set('in at on with from during over under through by'.split(' '));

const holderOf = (sentence: Parsed, head: number): number =>
  isBare(sentence, head)
    ? (holderBefore(sentence, head) ?? bearer(sentence, head))
    : described(sentence, head);

/** `obtained` in `a letter obtained by the agency`, `seeking` in `a man seeking office`. */
const isReduced = ({ tokens, chunks }: Parsed, at: number): boolean => {
  const group = chunks[at];
  if (group?.kind !== 'verb group') return false;
  return group.nonFinite === true || (group.to - group.from === 1 && tokens[group.to]?.lower === 'by');
};

/** Letters behind a name: `Ph.D.`, `S.J.`. */
const DEGREE = /^(?:\p{L}{1,2}\.){2,}\p{L}?$|^ph\.?d\.?$/u;

/** A number, an age or a degree between commas is no subject: `Lee, 45, said`, `Lee, Ph.D., said`. */
const isAside = ({ tokens, chunks }: Parsed, phrase: number): boolean => {
  const { from, to } = chunks[phrase] as Chunk;
  const { tag, lower } = tokens[from] as Tagged;
  if (to - from !== 1) return false;
  return tag === 'number' || (chunks[phrase - 1]?.kind === 'comma' && DEGREE.test(lower) && !isPlace(lower));
};

/** `Ma, who founded it, said`: the phrase before the aside that a comma or dash closes. */
function beforeAside(sentence: Parsed, close: number, verb: number): number {
  const { chunks } = sentence;
  for (let at = close - 1; at > Math.max(0, close - WINDOW); at--) {
    const kind = chunks[at]?.kind;
    if (kind !== 'comma' && kind !== 'break') continue;
    if (chunks[at - 1]?.kind === 'relative') return at - 1;
    if (chunks[at - 1]?.kind !== 'noun phrase' || isAside(sentence, at - 1)) continue;
    if (isRegion(sentence, at - 1)) continue;
    const head = headOf(sentence, listStart(sentence, at - 1));
    if (isClauseEdge(chunks[head - 1]) && !isApposition(sentence, head))
      return namedInAside(sentence, head, at, close) ?? described(sentence, head);
  }
  return mainSubject(sentence, verb);
}

/** `Ma smiled and said`: the subject of the verb before; after a comma, that of the sentence. */
function coordinated(sentence: Parsed, conjunction: number, verb: number, depth: number): number {
  const { chunks } = sentence;
  if (chunks[conjunction - 1]?.kind === 'comma') return mainSubject(sentence, conjunction);
  let nearest: number | null = null;
  for (let at = conjunction - 1; at >= Math.max(0, conjunction - WINDOW); at--) {
    const chunk = chunks[at] as Chunk;
    if (chunk.kind !== 'verb group' || chunk.nonFinite) continue;
    const subject = subjectOf(sentence, at, depth + 1);
    if (nearest !== null && quotesAgain(sentence, chunk, verb)) return nearest;
    if ((chunk.verb && !chunk.passive) || subject > at || !isComplement(chunks, subject)) return subject;
    if (nearest === null) nearest = subject;
  }
  return nearest ?? -1;
}

/** `Lee said Ma stopped her and said, “…”`: a verb that comes again, with words of its own, is that of the story. */
const quotesAgain = ({ chunks }: Parsed, { verb }: Chunk, again: number): boolean =>
  verb !== undefined &&
  verb.lemma === chunks[again]?.verb?.lemma &&
  /^(?:comma|colon)$/.test(chunks[again + 1]?.kind ?? '');

/** `Ma praised him, saying`: the subject of the clause that a form in -ing hangs on. */
function clauseSubject(sentence: Parsed, verb: number): number {
  const { chunks } = sentence;
  for (let at = verb - 1; at >= Math.max(0, verb - WINDOW); at--) {
    const chunk = chunks[at] as Chunk;
    if (chunk.kind !== 'verb group') continue;
    if (chunk.nonFinite && isShown(sentence, at - 1)) return at - 1;
    if (chunk.nonFinite) continue;
    const subject = subjectOf(sentence, at, MAX_DEPTH);
    if (subject > at || (subject >= 0 && !isComplement(chunks, subject))) return subject;
  }
  return subjectAfter(sentence, verb);
}

/** A clause that another verb or noun governs (`said he won`, `the claim that he won`). */
export const isComplement = (chunks: readonly Chunk[], subject: number): boolean =>
  chunks[subject]?.kind === 'relative' ||
  (chunks[subject - 1]?.kind === 'subordinator' && chunks[subject - 2]?.kind !== 'comma') ||
  /^(?:verb group|preposition|noun phrase)$/.test(chunks[subject - 1]?.kind ?? '');

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
