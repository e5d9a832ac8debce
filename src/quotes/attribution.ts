import type { Chunk } from './chunks.js';
import { mainSubject, type Parsed, subjectOf } from './subjects.js';

/** Who says a quotation and by which word, as chunk and token indices of its sentence; -1 for none. */
export interface Attribution {
  readonly speaker: number;
  readonly cue: number;
  /** Whether a speech verb reports it, rather than that it stands in somebody's sentence. */
  readonly reported: boolean;
}

/** A speech verb with its subject. */
interface Cue {
  readonly chunk: number;
  readonly subject: number;
  readonly token: number;
  readonly cls: 'say' | 'tell' | 'act';
  readonly nonFinite: boolean;
}

/** Above this cost a cue is too far off to report the quotation. */
const MAX_COST = 12;

/** The attribution of each quotation of a sentence, by its chunk index. A quotation that nothing reports is absent. */
export function attributionsOf(sentence: Parsed): Map<number, Attribution> {
  const cues = cuesOf(sentence);
  const found = new Map<number, Attribution>();
  for (const [at, chunk] of sentence.chunks.entries()) {
    if (chunk.kind !== 'quote') continue;
    const attribution = reported(sentence, at, cues) ?? inSentenceOf(sentence, at);
    if (attribution) found.set(at, attribution);
  }
  return found;
}

function cuesOf(sentence: Parsed): Cue[] {
  const cues: Cue[] = [];
  for (const [at, chunk] of sentence.chunks.entries()) {
    const according = accordingTo(sentence, at);
    if (according) cues.push(according);
    if (chunk.kind !== 'verb group' || !chunk.verb || chunk.passive) continue;
    const subject = subjectOf(sentence, at);
    if (subject < 0) continue;
    const { nonFinite = false, verbAt = chunk.from } = chunk;
    cues.push({ chunk: at, subject, token: verbAt, cls: chunk.verb.class, nonFinite });
  }
  return cues;
}

/** `according to Ma`. */
function accordingTo({ tokens, chunks }: Parsed, at: number): Cue | null {
  const first = chunks[at] as Chunk;
  if (tokens[first.from]?.lower !== 'according' || chunks[at + 2]?.kind !== 'noun phrase') return null;
  return { chunk: at, subject: at + 2, token: first.from, cls: 'say', nonFinite: false };
}

function reported(sentence: Parsed, quote: number, cues: readonly Cue[]): Attribution | null {
  let best: Cue | null = null;
  let lowest = MAX_COST;
  for (const cue of cues) {
    const cost = costOf(sentence, quote, cue);
    if (cost < lowest) [best, lowest] = [cue, cost];
  }
  return best && { speaker: best.subject, cue: best.token, reported: true };
}

/** How unlikely it is that `cue` reports the quotation: 0 right after it, then rising with the distance. */
function costOf({ chunks }: Parsed, quote: number, cue: Cue): number {
  const first = Math.min(cue.chunk, cue.nonFinite ? cue.chunk : cue.subject);
  if (first > quote) {
    if (isOnlyPunctuation(chunks, quote + 1, first)) return cue.nonFinite ? 8 : cue.cls === 'act' ? 1.5 : 0;
    return 6 + 0.3 * (first - quote);
  }
  if (cue.chunk > quote) return cue.subject < quote ? 3 : MAX_COST;
  return 1 + (cue.cls === 'act' ? 0.3 : 0) + distance(chunks, cue.chunk + 1, quote);
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

/** A fragment in a sentence without a speech verb is laid in its subject's mouth. */
function inSentenceOf(sentence: Parsed, quote: number): Attribution | null {
  const speaker = mainSubject(sentence, quote);
  return speaker < 0 ? null : { speaker, cue: -1, reported: false };
}
