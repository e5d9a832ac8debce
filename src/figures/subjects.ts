import type { Chunk } from '../english/noun-phrases.js';
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
    const caused = analysis.tags[at] === 'to' ? causedSubject(analysis, at) : null;
    if (caused) return caused;
    if (!isFiniteVerb(analysis, at)) continue;
    const start = verbGroupStart(analysis, at);
    const subject = subjectBefore(analysis, start, floor);
    if (subject) return subject;
    at = start;
  }
  return null;
}

/** A verb that has a subject of its own: not an infinitive, nor `bound by`, nor a gerund. */
function isFiniteVerb({ tags, tokens }: Analysis, i: number): boolean {
  if (tags[i] === 'auxiliary') return !/^(?:be|been|being|having)$/.test(tokens[i]?.lower ?? '');
  if (tags[i] !== 'verb' || tags[i - 1] === 'to') return false;
  return tags[i - 1] === 'auxiliary' || !/^(?:by|as)$/.test(tokens[i + 1]?.lower ?? '');
}

/** The first token of `has already been`, adverbs included. */
function verbGroupStart({ tags }: Analysis, i: number): number {
  let at = i;
  while (at > 0 && /^(?:auxiliary|adverb|verb)$/.test(tags[at - 1] ?? '')) at--;
  return at;
}

const CAUSES =
  /^(?:caus|allow|expect|help|enabl|forc|want|ask|urg|requir|need|mak|made|let|see|saw|tell|told|encourag|lead|led|get|got)/;

/** `cause sea levels to rise`: the infinitive has a subject of its own. */
function causedSubject(analysis: Analysis, to: number): Chunk | null {
  const chunk = analysis.chunks[chunkBefore(analysis, to)];
  if (chunk?.end !== to) return null;
  const before = analysis.tokens[chunk.first - (chunk.definite ? 2 : 1)];
  return before && CAUSES.test(before.lower) ? chunk : null;
}

/** Over `(…)` and `— … —`, leftwards. */
function beforeBracket({ tokens }: Analysis, i: number, floor: number): number {
  const text = tokens[i]?.text;
  const opener = text === ')' ? '(' : text === '—' ? '—' : null;
  if (!opener) return i;
  for (let at = i - 1; at > floor; at--) if (tokens[at]?.text === opener) return at - 1;
  return i;
}

/** `Ford, a maker of cars, has`: to before the comma that opens what the comma before the verb closes. */
function beforeApposition({ tokens }: Analysis, edge: number, floor: number): number {
  if (tokens[edge - 1]?.text !== ',') return edge;
  for (let at = edge - 2; at > floor; at--) if (tokens[at]?.text === ',') return at;
  return edge - 1;
}

/** Prepositions that are conjunctions when a whole clause follows. */
const CLAUSE_OPENERS = /^(?:as|after|before|because|since|than|until|till|like|given)$/;

function subjectBefore(analysis: Analysis, verb: number, floor: number): Chunk | null {
  const { chunks, tags } = analysis;
  const edge = beforeApposition(analysis, beforeBracket(analysis, verb - 1, floor) + 1, floor);
  if (edge <= 0 || /^(?:conjunction|to)$/.test(tags[edge - 1] ?? '')) return null;
  let antecedent = false;
  for (let at = chunkBefore(analysis, edge); at >= 0; at--) {
    const chunk = chunks[at] as Chunk;
    if (chunk.end < floor) return null;
    if (isRelative(analysis, chunk)) {
      antecedent = true;
      const edge = beforeBracket(analysis, chunk.first - 1, floor);
      at = Math.min(at, chunkBefore(analysis, edge + 1) + 1);
      continue;
    }
    const governed = chunk.preposition !== null && chunk.preposition !== 'to';
    const opens = chunk.end === edge && CLAUSE_OPENERS.test(chunk.preposition ?? '');
    if (governed && !antecedent && !opens) continue;
    return !antecedent && tags[chunk.first - 1] === 'verb' ? null : chunk;
  }
  return null;
}

const isRelative = ({ tokens }: Analysis, chunk: Chunk): boolean =>
  chunk.pronoun && /^(?:who|which|that|whom)$/.test(tokens[chunk.head]?.lower ?? '');
