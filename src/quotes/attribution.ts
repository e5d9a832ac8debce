import { headOf, isName, type Parsed } from '../english/appositions.js';
import type { Chunk } from '../english/chunks.js';
import type { VerbClass } from '../english/speech-verbs.js';
import { isComplement, mainSubject, subjectOf } from '../english/subjects.js';

/** Who says a quotation and by which word, as chunk and token indices of its sentence; -1 for none. */
export interface Attribution {
  readonly speaker: number;
  readonly cue: number;
  /** How sure it is: a verb right next to it, a verb of the sentence, or only that it stands in the sentence. */
  readonly by: 'adjacent' | 'sentence' | 'subject';
}

/** A verb that reports speech, with its subject. */
interface Cue {
  readonly chunk: number;
  /** -1 for a passive that does not tell who speaks. */
  readonly subject: number;
  readonly token: number;
  /** `null` for a verb that reports speech only right after a quotation (`“…,” beamed Ma`). */
  readonly cls: VerbClass | null;
  readonly nonFinite: boolean;
}

/** Above this cost a cue is too far off to report the quotation. */
const MAX_COST = 12;
const ADJACENT_COST = 2;
const INTRODUCING_COST = 0.9;
const PARENTHESIS_COST = 2.2;
const UNNAMED_COST = 2.5;
/** How far behind a passive its agent may stand, in chunks. */
const MAX_AGENT = 6;

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

/** The last speech that a sentence reports in whatever words (`Ma said that …`), or leads up to with a colon. */
export function speechIn(sentence: Parsed): Attribution | null {
  const cues = cuesOf(sentence);
  const said = cues.findLast(
    ({ cls, nonFinite, subject }) => (cls === 'say' || cls === 'tell') && !nonFinite && subject >= 0,
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

function cuesOf(sentence: Parsed): Cue[] {
  const cues: Cue[] = [];
  for (const [at, chunk] of sentence.chunks.entries()) {
    const according = accordingTo(sentence, at);
    if (according) cues.push(according);
    if (chunk.kind !== 'verb group' || chunk.auxiliary) continue;
    const subject = chunk.passive ? agentOf(sentence, at) : subjectOf(sentence, at);
    if (subject < 0 && !chunk.passive) continue;
    const { nonFinite = false, verbAt = chunk.from, verb } = chunk;
    cues.push({ chunk: at, subject, token: verbAt, cls: verb?.class ?? null, nonFinite });
  }
  return cues;
}

/** `was asked by Ma`, `was called “…” by Ma`: who spoke, or -1. */
function agentOf({ tokens, chunks }: Parsed, verb: number): number {
  for (let at = verb + 1; at < verb + MAX_AGENT && !/^(?:comma|stop)$/.test(chunks[at]?.kind ?? 'stop'); at++)
    if (tokens[chunks[at]?.from ?? -1]?.lower === 'by' && chunks[at + 1]?.kind === 'noun phrase')
      return at + 1;
  return -1;
}

/** `according to Ma`, `in the words of Ma`. */
function accordingTo({ tokens, chunks }: Parsed, at: number): Cue | null {
  const first = chunks[at] as Chunk;
  if (
    !/^(?:according|words)$/.test(tokens[first.to - 1]?.lower ?? '') ||
    tokens[first.to]?.tag !== 'preposition' ||
    chunks[at + 2]?.kind !== 'noun phrase'
  )
    return null;
  return { chunk: at, subject: at + 2, token: first.from, cls: 'say', nonFinite: false };
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
  if (!/^(?:break|stop)$/.test(chunks[head - 1]?.kind ?? 'stop')) return null;
  return isName(sentence, quote - 2) ? quote - 2 : head;
}

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

/** `Ma fired back with a list: “…”`: before a colon the last clause reports, whatever its verb. */
function introducing({ chunks }: Parsed, quote: number, cues: readonly Cue[]): Cue | undefined {
  if (chunks[quote - 1]?.kind !== 'colon') return undefined;
  return cues.findLast(
    ({ chunk, subject, nonFinite }) =>
      chunk < quote && subject >= 0 && !nonFinite && !isComplement(chunks, subject),
  );
}

function reported(sentence: Parsed, quote: number, cues: readonly Cue[]): Attribution | null {
  let best: Cue | null = null;
  let lowest = MAX_COST;
  const introduction = introducing(sentence, quote, cues);
  for (const cue of cues) {
    const cost = cue === introduction ? INTRODUCING_COST : costOf(sentence, quote, cue, cues);
    if (cost < lowest) [best, lowest] = [cue, cost];
  }
  if (!best) return null;
  return { speaker: best.subject, cue: best.token, by: lowest < ADJACENT_COST ? 'adjacent' : 'sentence' };
}

/** How unlikely it is that `cue` reports the quotation: 0 right after it, then rising with the distance. */
function costOf(sentence: Parsed, quote: number, cue: Cue, cues: readonly Cue[]): number {
  const { chunks } = sentence;
  if (cue.subject < 0)
    return cue.chunk < quote && isOnlyPunctuation(chunks, cue.chunk + 1, quote) ? UNNAMED_COST : MAX_COST;
  const first = Math.min(cue.chunk, cue.nonFinite ? cue.chunk : cue.subject);
  if (first > quote) return costAfter(sentence, quote, first, cue);
  if (cue.cls === null) return MAX_COST;
  if (cue.chunk > quote) return cue.subject < quote ? 3 : MAX_COST;
  if (isParenthesis(chunks, cue) && !isOnlyPunctuation(chunks, cue.chunk + 1, quote)) return PARENTHESIS_COST;
  const act = cue.cls === 'act' ? 0.3 + (isEmbedded(chunks, cue, cues) ? 2 : 0) : 0;
  if (isLeftBehind(chunks, cue, quote)) return MAX_COST;
  return 1 + act + distance(chunks, cue.chunk + 1, quote);
}

function costAfter({ tokens, chunks }: Parsed, quote: number, first: number, cue: Cue): number {
  const { fragment, last = '' } = tokens[chunks[quote]?.from ?? -1]?.quote ?? {};
  if (!isOnlyPunctuation(chunks, quote + 1, first)) {
    const subordinate =
      /^(?:subordinator|relative)$/.test(chunks[first - 1]?.kind ?? '') &&
      tokens[chunks[first - 1]?.from ?? -1]?.lower !== 'how';
    if (cue.cls === null || subordinate) return MAX_COST;
    return isParenthesis(chunks, cue) ? PARENTHESIS_COST : 6 + 0.3 * (first - quote);
  }
  if (chunks[first]?.kind === 'relative') return MAX_COST;
  if (cue.nonFinite) return cue.cls === null ? MAX_COST : 8;
  if (cue.cls === null) return /[,?!]/.test(last) ? 1.8 : MAX_COST;
  return (cue.cls === 'act' ? 1.5 : 0) + (fragment ? 1.6 : 0);
}

/** `…, she said, …`: reports the whole sentence. */
function isParenthesis(chunks: readonly Chunk[], { chunk, subject, cls }: Cue): boolean {
  const [first, last] = [Math.min(chunk, subject), Math.max(chunk, subject)];
  const after = chunks[last + 1]?.kind;
  return (
    cls === 'say' &&
    chunks[first - 1]?.kind === 'comma' &&
    (after === undefined || /^(?:comma|stop)$/.test(after))
  );
}

/** `She said that he praised “…”`: the words are in the mouth of the one who says that. */
const isEmbedded = (chunks: readonly Chunk[], cue: Cue, cues: readonly Cue[]): boolean =>
  cues.some(
    ({ chunk, cls, subject }) =>
      (cls === 'say' || cls === 'tell') &&
      subject < chunk &&
      chunk < cue.subject &&
      cue.subject < cue.chunk &&
      !chunks.slice(chunk, cue.subject).some(({ kind }) => /^(?:comma|break|conjunction|quote)$/.test(kind)),
  );

/** `When Ma said so, Lee answered “…”`: the clause of the cue is over before the quotation. */
function isLeftBehind(chunks: readonly Chunk[], cue: Cue, quote: number): boolean {
  if (chunks[cue.subject - 1]?.kind !== 'subordinator' || cue.subject > cue.chunk) return false;
  let at = cue.chunk + 1;
  while (at < quote && chunks[at]?.kind !== 'comma') at++;
  return chunks[at + 1]?.kind === 'noun phrase' && chunks[at + 2]?.kind === 'verb group' && at + 2 < quote;
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

/** `For Ma, it is “a gift”`: whose view the sentence gives. */
function inTheirEyes(sentence: Parsed): number | null {
  const { tokens, chunks } = sentence;
  const opens = /^(?:for|to)$/.test(tokens[chunks[0]?.from ?? -1]?.lower ?? '');
  return opens && isName(sentence, 1) && chunks[2]?.kind === 'comma' ? 1 : null;
}

/** A fragment in a sentence without a speech verb is laid in its subject's mouth. */
function inSentenceOf(sentence: Parsed, quote: number): Attribution | null {
  const viewer = inTheirEyes(sentence);
  const speaker = viewer ?? mainSubject(sentence, quote);
  const introduced = viewer !== null || /^(?:comma|colon)$/.test(sentence.chunks[quote - 1]?.kind ?? '');
  return speaker < 0 ? null : { speaker, cue: -1, by: introduced ? 'sentence' : 'subject' };
}
