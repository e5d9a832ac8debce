import { lastWord, listStart, type Parsed } from '../english/appositions.js';
import type { Chunk } from '../english/chunks.js';
import type { VerbClass } from '../english/speech-verbs.js';
import { subjectOf } from '../english/subjects.js';

/** Who says a quotation and by which word, as chunk and token indices of its sentence; -1 for none. */
export interface Attribution {
  readonly speaker: number;
  readonly cue: number;
  /** How sure it is: a verb right next to it, a verb of the sentence, or only that it stands in the sentence. */
  readonly by: 'adjacent' | 'sentence' | 'subject';
}

/** A verb that reports speech, with its subject. */
export interface Cue {
  readonly chunk: number;
  /** -1 for a passive that does not tell who speaks. */
  readonly subject: number;
  readonly token: number;
  /** `null` for a verb that reports speech only right after a quotation (`“…,” beamed Ma`). */
  readonly cls: VerbClass | null;
  readonly nonFinite: boolean;
  /** Whether another reports what this one reports. */
  readonly embedded: boolean;
}

/** How far behind a passive its agent may stand, in chunks. */
const MAX_AGENT = 6;

/** The cues of a sentence, from left to right. */
export function cuesOf(sentence: Parsed): Cue[] {
  const cues: Cue[] = [];
  for (const [at, chunk] of sentence.chunks.entries()) {
    const according = accordingTo(sentence, at);
    if (according) cues.push(according);
    if (chunk.kind !== 'verb group' || chunk.auxiliary) continue;
    const isUttered = chunk.verb !== undefined && (chunk.passive || isReducedNaming(sentence, at));
    const subject = isUttered ? agentOf(sentence, at) : subjectOf(sentence, at);
    if (subject < 0 && !isUttered) continue;
    const { nonFinite = false, verbAt = chunk.from, verb } = chunk;
    const embedded = subject < at && isEmbedded(sentence, subject, cues);
    cues.push({ chunk: at, subject, token: verbAt, cls: verb?.class ?? null, nonFinite, embedded });
  }
  return cues;
}

/** What gives a thing a name takes an object: `Ma called it “…”`. */
const NAMING = /^(?:call|describe|dub|label|brand|characteri[sz]e)$/;

/** `walls described as “…”`, `schools called “…”`: a participle behind what it tells of; but `what critics called “…”`. */
export function isReducedNaming(sentence: Parsed, at: number): boolean {
  const { tokens, chunks } = sentence;
  const { from, to, verb, nonFinite } = chunks[at] as Chunk;
  if (!verb?.past || nonFinite || to - from > 1 || !NAMING.test(verb.lemma)) return false;
  if (chunks[at + 1]?.kind !== 'quote' && lastWord(sentence, at + 1) !== 'as') return false;
  const thing = chunks[at - 1];
  if (thing?.kind !== 'noun phrase' || tokens[thing.to - 1]?.tag !== 'noun') return false;
  return !/^(?:noun phrase|relative|subordinator)$/.test(chunks[at - 2]?.kind ?? '');
}

/** Where the phrases begin that a subject is of: `those` of `those who`, `Ma` of `Ma and Berg`. */
function firstOf(sentence: Parsed, subject: number): number {
  const phrase = sentence.chunks[subject]?.kind === 'relative' ? subject - 1 : subject;
  return sentence.chunks[phrase]?.kind === 'noun phrase' ? listStart(sentence, phrase) : phrase + 1;
}

/** `was asked by Ma`, `was called “…” by Ma`: who spoke, or -1. */
function agentOf({ tokens, chunks }: Parsed, verb: number): number {
  for (let at = verb + 1; at < verb + MAX_AGENT && !/^(?:comma|stop)$/.test(chunks[at]?.kind ?? 'stop'); at++)
    if (tokens[chunks[at]?.from ?? -1]?.lower === 'by' && chunks[at + 1]?.kind === 'noun phrase')
      return at + 1;
  return -1;
}

/** `according to Ma`, `in the words of Ma`, `in Ma’s words`. */
function accordingTo({ tokens, chunks }: Parsed, at: number): Cue | null {
  const first = chunks[at] as Chunk;
  const isOwned =
    tokens[first.to - 1]?.lower === 'words' &&
    tokens[first.from]?.tag === 'name' &&
    tokens[first.from - 1]?.lower === 'in';
  if (isOwned)
    return { chunk: at, subject: at, token: first.to - 1, cls: 'say', nonFinite: false, embedded: false };
  if (
    !/^(?:according|words)$/.test(tokens[first.to - 1]?.lower ?? '') ||
    tokens[first.to]?.tag !== 'preposition' ||
    chunks[at + 2]?.kind !== 'noun phrase'
  )
    return null;
  return { chunk: at, subject: at + 2, token: first.from, cls: 'say', nonFinite: false, embedded: false };
}

/** `She said that he praised “…”`, `she said those who complain “…”`: the words are in her mouth. */
function isEmbedded(sentence: Parsed, subject: number, before: readonly Cue[]): boolean {
  const { chunks } = sentence;
  const outer = before.findLast(
    (cue) => (cue.cls === 'say' || cue.cls === 'tell') && cue.subject < cue.chunk && cue.chunk < subject,
  );
  if (!outer) return false;
  const within = chunks.slice(outer.chunk, firstOf(sentence, subject));
  return !within.some(({ kind }) => /^(?:comma|break|conjunction|quote)$/.test(kind));
}
