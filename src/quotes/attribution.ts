import { headOf, isName, isOffice, listEnd, listStart, type Parsed } from '../english/appositions.js';
import type { Chunk } from '../english/chunks.js';
import { isComplement } from '../english/subjects.js';
import { type Attribution, type Cue, cuesOf } from './cues.js';
import { inSentenceOf, opensClause } from './unreported.js';

/** Above this cost a cue is too far off to report the quotation. */
const MAX_COST = 12;
const ADJACENT_COST = 2;
const INTRODUCING_COST = 0.9;
const PARENTHESIS_COST = 2.2;
const UNNAMED_COST = 2.5;
/** How far before a cue the dash may stand that opens an aside, in chunks. */
const MAX_ASIDE = 12;

/** The attribution of each quotation of a sentence, by its chunk index. A quotation that nothing reports is absent. */
export function attributionsOf(sentence: Parsed): Map<number, Attribution> {
  const cues = cuesOf(sentence);
  const found = new Map<number, Attribution>();
  for (const [at, chunk] of sentence.chunks.entries()) {
    if (chunk.kind !== 'quote') continue;
    const attribution = labelled(sentence, at) ?? reported(sentence, at, cues) ?? inSentenceOf(sentence, at);
    if (attribution) found.set(at, attribution);
  }
  return found;
}

/** The last speech that a sentence reports (`Ma said that …`, `Ma agreed.`), or leads up to with a colon. */
export function speechIn(sentence: Parsed): Attribution | null {
  const cues = cuesOf(sentence);
  const said = cues.findLast(
    (cue) =>
      !cue.nonFinite &&
      cue.subject >= 0 &&
      (cue.cls === 'act' ? sentence.chunks[cue.chunk + 1]?.kind === 'stop' : cue.cls !== null) &&
      !cue.embedded,
  );
  const cue = introducing(sentence, sentence.chunks.length, cues) ?? said;
  return cue ? { speaker: cue.subject, cue: cue.token, by: 'sentence' } : null;
}

/** `That is how Ma put it`, `Those were the words of Ma`: who spoke just before. */
export function pointingBack(sentence: Parsed): Attribution | null {
  const { tokens, chunks } = sentence;
  const opening = tokens
    .slice(chunks[0]?.from, (chunks[0]?.from ?? 0) + MAX_POINTER)
    .map(({ lower }) => lower);
  if (!POINTS_BACK.test(opening.join(' '))) return null;
  const [cue] = cuesOf(sentence);
  return cue?.cls && cue.subject >= 0 ? { speaker: cue.subject, cue: cue.token, by: 'sentence' } : null;
}

const MAX_POINTER = 5;
const POINTS_BACK =
  /^(?:that|this|those|these|such) (?:is|was|are|were) (?:how|what|the (?:words?|view|verdict|answer|message) (?:of|from))\b/;

/** The last of those who speak together: `Ma, Lee and Berg said`. One who speaks alone is the last. */
export function lastSpeaker(sentence: Parsed, { speaker, cue }: Attribution): number {
  const { chunks } = sentence;
  const last = listEnd(sentence, speaker);
  if (last === speaker || listStart(sentence, last) !== speaker || isOffice(sentence, last)) return speaker;
  const isInverted = cue >= 0 && cue < (chunks[speaker]?.from ?? 0);
  return isInverted && chunks[last + 1]?.kind === 'verb group' ? speaker : last;
}

/** `Ma: “…”`, as in an interview, and `“…” — Ma`, as under a motto. */
function labelled(sentence: Parsed, quote: number): Attribution | null {
  const speaker = labelBefore(sentence, quote) ?? labelAfter(sentence, quote);
  return speaker === null ? null : { speaker, cue: -1, by: 'adjacent' };
}

function labelBefore(sentence: Parsed, quote: number): number | null {
  const { chunks } = sentence;
  if (chunks[quote - 1]?.kind !== 'colon' || chunks[quote - 2]?.kind !== 'noun phrase') return null;
  const head = headOf(sentence, quote - 2);
  if (head > 0 && chunks[head - 1]?.kind !== 'stop' && !isParting(sentence, head - 1)) return null;
  return isName(sentence, quote - 2) ? quote - 2 : head;
}

/** Dashes, brackets and semicolons part a sentence; a currency sign does not (`they want $900: “…”`). */
const isParting = ({ tokens, chunks }: Parsed, at: number): boolean =>
  chunks[at]?.kind === 'break' && !/^\p{Sc}/u.test(tokens[chunks[at]?.from ?? -1]?.lower ?? '');

function labelAfter(sentence: Parsed, quote: number): number | null {
  const name = signature(sentence, quote + 1);
  return name !== null && /^(?:comma|stop|break|quote)$/.test(sentence.chunks[name + 1]?.kind ?? 'stop')
    ? name
    : null;
}

/** A name behind a dash, or a sign that does the same, at `at`. */
export function signature({ tokens, chunks }: Parsed, at: number): number | null {
  const dash = tokens[chunks[at]?.from ?? -1]?.lower ?? '';
  const name = chunks[at + 1];
  return /^[-–—―~|:]/.test(dash) && tokens[(name?.to ?? 0) - 1]?.tag === 'name' ? at + 1 : null;
}

/** What leads up to a quotation with a colon, if anything does. */
function introducing({ chunks }: Parsed, quote: number, cues: readonly Cue[]): Cue | undefined {
  if (chunks[quote - 1]?.kind !== 'colon') return undefined;
  const last = cues.findLast((cue) => leadsUpTo(chunks, quote, cue));
  const [first] = cues;
  const isOpening = first?.chunk === 0 && chunks[0]?.kind === 'preposition' && !last?.cls;
  return isOpening ? first : last;
}

/**
 * `Ma fired back with a list: “…”`: before a colon the last clause reports, whatever its verb (but `According to Ma, the
 * crew left: “…”`); or the form of a verb of speaking right before it (`with Ma adding: “…”`, `Article 3, which says: “…”`),
 * or the clause within (`they say Ma told him: “…”`).
 */
function leadsUpTo(
  chunks: readonly Chunk[],
  quote: number,
  { chunk, subject, nonFinite, cls }: Cue,
): boolean {
  if (chunk >= quote || subject < 0) return false;
  if (cls === 'say' && chunk === quote - 2) return true;
  if (nonFinite) return false;
  return (cls === 'tell' && chunks[subject - 1]?.kind === 'verb group') || !isComplement(chunks, subject);
}

function reported(sentence: Parsed, quote: number, cues: readonly Cue[]): Attribution | null {
  let best: Cue | null = null;
  let lowest = MAX_COST;
  const introduction = introducing(sentence, quote, cues);
  for (const cue of cues) {
    const cost = cue === introduction ? INTRODUCING_COST : costOf(sentence, quote, cue);
    if (cost < lowest) [best, lowest] = [cue, cost];
  }
  if (!best) return null;
  return { speaker: best.subject, cue: best.token, by: lowest < ADJACENT_COST ? 'adjacent' : 'sentence' };
}

/** `Ma said that those who complain “should leave”`: the verb only tells who should. */
function isOfThoseDescribed({ tokens, chunks }: Parsed, quote: number, { subject, chunk }: Cue): boolean {
  if (!tokens[chunks[quote]?.from ?? -1]?.quote?.predicate) return false;
  const who = chunks[subject]?.kind === 'relative' ? subject : subject + 1;
  return (
    /^(?:relative|subordinator)$/.test(chunks[who]?.kind ?? '') &&
    chunk === who + 1 &&
    chunks[who - 1]?.kind === 'noun phrase'
  );
}

/** How unlikely it is that `cue` reports the quotation: 0 right after it, then rising with the distance. */
function costOf(sentence: Parsed, quote: number, cue: Cue): number {
  const { chunks } = sentence;
  if (cue.subject < 0)
    return cue.chunk < quote && isOnlyPunctuation(chunks, cue.chunk + 1, quote) ? UNNAMED_COST : MAX_COST;
  const first = Math.min(cue.chunk, cue.nonFinite ? cue.chunk : cue.subject);
  if (first > quote) return costAfter(sentence, quote, first, cue);
  if (cue.cls === null || isOfThoseDescribed(sentence, quote, cue)) return MAX_COST;
  if (cue.chunk > quote) return cue.subject < quote ? 3 : MAX_COST;
  if (isParenthesis(sentence, cue) && !isOnlyPunctuation(chunks, cue.chunk + 1, quote))
    return PARENTHESIS_COST;
  if (isLeftBehind(sentence, cue, quote) || isClosedOff(sentence, cue, quote)) return MAX_COST;
  const act = cue.cls === 'act' ? 0.3 : 0;
  const embedded = cue.embedded && !speaksItself(sentence, cue, quote) ? 2 : 0;
  return 1 + act + embedded + distance(chunks, cue.chunk + 1, quote);
}

/** `She said he told them “…”`: the one whose report is reported speaks; `it` and `those who complain of it “…”` do not. */
function speaksItself({ tokens, chunks }: Parsed, { chunk, subject, cls }: Cue, quote: number): boolean {
  const phrase = chunks[subject];
  if (cls === 'act' || tokens[phrase?.from ?? -1]?.lower === 'it') return false;
  return phrase?.kind !== 'relative' || chunk + 1 === quote;
}

function costAfter(sentence: Parsed, quote: number, first: number, cue: Cue): number {
  const { tokens, chunks } = sentence;
  const { fragment, last = '' } = tokens[chunks[quote]?.from ?? -1]?.quote ?? {};
  if (!isOnlyPunctuation(chunks, quote + 1, first)) {
    if (cue.cls === null) return MAX_COST;
    if (cue.cls === 'say' && isAs(sentence, first - 1) && isOnlyPunctuation(chunks, quote + 1, first - 1))
      return 1;
    const subordinate =
      /^(?:subordinator|relative)$/.test(chunks[first - 1]?.kind ?? '') &&
      tokens[chunks[first - 1]?.from ?? -1]?.lower !== 'how';
    if (subordinate) return MAX_COST;
    return isParenthesis(sentence, cue) ? PARENTHESIS_COST : 6 + 0.3 * (first - quote);
  }
  if (chunks[first]?.kind === 'relative' || isMainClause(sentence, quote, cue)) return MAX_COST;
  if (cue.nonFinite) return cue.cls === null ? MAX_COST : 8;
  if (cue.cls === null) return /[,?!]/.test(last) && opensClause(chunks, quote) ? 1.8 : MAX_COST;
  return (cue.cls === 'act' ? 1.5 : 0) + (fragment ? 1.6 : 0);
}

/** `Though he called it “a gift,” Lee complained`: the quotation ends one clause, the cue is the verb of the other. */
function isMainClause({ chunks }: Parsed, quote: number, { chunk, subject }: Cue): boolean {
  if (chunks[0]?.kind !== 'subordinator' || opensClause(chunks, quote)) return false;
  for (let at = 1; at < quote; at++) if (chunks[at]?.kind === 'comma') return false;
  return !/^(?:comma|quote)$/.test(chunks[Math.max(chunk, subject) + 1]?.kind ?? '');
}

/** `…, she said, …`, `…, as she said, …`: reports the whole sentence. */
function isParenthesis(sentence: Parsed, { chunk, subject, cls }: Cue): boolean {
  const { chunks } = sentence;
  const [start, last] = [Math.min(chunk, subject), Math.max(chunk, subject)];
  const first = isAs(sentence, start - 1) ? start - 1 : start;
  const after = chunks[last + 1]?.kind;
  return (
    cls === 'say' &&
    chunks[first - 1]?.kind === 'comma' &&
    (after === undefined || /^(?:comma|stop)$/.test(after))
  );
}

const isAs = ({ tokens, chunks }: Parsed, at: number): boolean =>
  tokens[chunks[at]?.from ?? -1]?.lower === 'as';

/** `When Ma said so, Lee answered “…”`: the clause of the cue is over before the quotation. */
function isLeftBehind(sentence: Parsed, cue: Cue, quote: number): boolean {
  const { chunks } = sentence;
  if (chunks[cue.subject - 1]?.kind !== 'subordinator' || cue.subject > cue.chunk) return false;
  if (cue.cls === 'say' && isAs(sentence, cue.subject - 1)) return false;
  let at = cue.chunk + 1;
  while (at < quote && chunks[at]?.kind !== 'comma') at++;
  return chunks[at + 1]?.kind === 'noun phrase' && chunks[at + 2]?.kind === 'verb group' && at + 2 < quote;
}

/** `It fails — as Ma admits — “…”`: the cue stands within an aside that is over before the quotation. */
function isClosedOff(sentence: Parsed, { chunk, subject }: Cue, quote: number): boolean {
  const [first, last] = [Math.min(chunk, subject), Math.max(chunk, subject)];
  return isParted(sentence, Math.max(0, first - MAX_ASIDE), first) && isParted(sentence, last, quote);
}

function isParted(sentence: Parsed, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isParting(sentence, at)) return true;
  return false;
}

/** Distance in chunks, a verb of its own counting more. */
function distance(chunks: readonly Chunk[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += chunks[at]?.kind === 'verb group' && chunks[at]?.verb ? 0.3 : 0.1;
  return sum;
}

function isOnlyPunctuation(chunks: readonly Chunk[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (!/^(?:comma|break|adverb)$/.test(chunks[at]?.kind ?? '')) return false;
  return true;
}
