import type { Chunk } from './noun-phrases.js';
import { type Analysis, chunkBefore } from './sentence.js';

/** How many tokens back a subject is looked for; keeps the time linear. */
const REACH = 60;

/**
 * The subject of the clause that token `i` stands in: the noun phrase before the nearest finite verb to the left,
 * past relative pronouns, coordinated verbs, brackets and dashes. `null` when the clause has none to the left.
 */
export function subjectOf(analysis: Analysis, i: number): Chunk | null {
  const floor = Math.max(0, i - REACH);
  for (let at = i - 1; at >= floor; at--) {
    at = beforeBracket(analysis, at, floor);
    if (!isFiniteVerb(analysis, at)) continue;
    const start = verbGroupStart(analysis, at);
    const subject = subjectBefore(analysis, start, floor);
    if (subject) return subject;
    at = start;
  }
  return null;
}

/** A verb that has a subject of its own: not an infinitive, a participle in a phrase or a gerund. */
function isFiniteVerb({ tags, tokens }: Analysis, i: number): boolean {
  if (tags[i] === 'auxiliary') return !/^(?:be|been|being|having)$/.test(tokens[i]?.lower ?? '');
  return tags[i] === 'verb' && tags[i - 1] !== 'to';
}

/** The first token of `has already been`, adverbs included. */
function verbGroupStart({ tags }: Analysis, i: number): number {
  let at = i;
  while (at > 0 && /^(?:auxiliary|adverb|verb)$/.test(tags[at - 1] ?? '')) at--;
  return at;
}

/** Over `(…)` and `— … —`, leftwards. */
function beforeBracket({ tokens }: Analysis, i: number, floor: number): number {
  const text = tokens[i]?.text;
  const opener = text === ')' ? '(' : text === '—' ? '—' : null;
  if (!opener) return i;
  for (let at = i - 1; at > floor; at--) if (tokens[at]?.text === opener) return at - 1;
  return i;
}

function subjectBefore(analysis: Analysis, verb: number, floor: number): Chunk | null {
  const { chunks, tokens, tags } = analysis;
  const edge = beforeBracket(analysis, verb - 1, floor) + 1;
  const last = tokens[edge - 1];
  if (!last || /^(?:conjunction|to)$/.test(tags[edge - 1] ?? '')) return null;
  for (let at = chunkBefore(analysis, edge); at >= 0; at--) {
    const chunk = chunks[at] as Chunk;
    if (chunk.end < floor) return null;
    if (isRelative(analysis, chunk) || (chunk.preposition && chunk.preposition !== 'to')) continue;
    return tags[chunk.first - 1] === 'verb' ? null : chunk;
  }
  return null;
}

const isRelative = ({ tokens }: Analysis, chunk: Chunk): boolean =>
  chunk.pronoun && /^(?:who|which|that|whom)$/.test(tokens[chunk.head]?.lower ?? '');
