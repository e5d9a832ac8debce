import type { Chunk } from '../english/noun-phrases.js';
import { speechVerb } from '../english/speech-verbs.js';
import { type Analysis, chunkBefore, firstFrom } from './sentence.js';

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
    const other =
      causedSubject(analysis, at) ??
      attending(analysis, at) ??
      undergoing(analysis, at) ??
      clauseOpener(analysis, at);
    if (other) return other;
    if (!isFiniteVerb(analysis, at)) continue;
    const start = verbGroupStart(analysis, at);
    const subject = subjectBefore(analysis, start, floor);
    if (subject) return subject;
    at = start;
  }
  return null;
}

/** How far into a sentence its first verb is looked for. */
const OPENING = 40;

/** The subject of the first verb that has one before token `end`. */
export function mainSubject(analysis: Analysis, end: number): Chunk | null {
  for (let at = 1; at < Math.min(end, OPENING); at++) {
    const subject = isFiniteVerb(analysis, at) ? subjectOf(analysis, at + 1) : null;
    if (subject) return subject;
  }
  return null;
}

/** How far the main clause may stand from a clause that opens the sentence, in tokens. */
const CLAUSE = 24;

/** `With 40 staff, Norwell serves …`: what opens the clause after the next comma from token `i` on. */
export function subjectAfter({ tokens, tags, chunks }: Analysis, i: number): Chunk | null {
  const comma = tokens.slice(i, i + CLAUSE).findIndex(({ text }) => text === ',');
  if (comma < 0) return null;
  const first = i + comma + (tags[i + comma + 1] === 'determiner' ? 2 : 1);
  const chunk = chunks[firstFrom(chunks, first)];
  return chunk?.first === first && !chunk.pronoun ? chunk : null;
}

/** A verb that has a subject of its own: not an infinitive, nor `bound by`, nor a gerund. */
function isFiniteVerb(analysis: Analysis, i: number): boolean {
  const { tags, tokens } = analysis;
  if (tags[i] === 'auxiliary') return !/^(?:be|been|being|having)$/.test(tokens[i]?.lower ?? '');
  if (tags[i] !== 'verb' || tags[i - 1] === 'to') return false;
  return tags[i - 1] === 'auxiliary' || (tokens[i + 1]?.lower !== 'as' && !isPassive(analysis, i));
}

/** `built by Berg`, but not `rose by about 5 %`. */
function isPassive({ tags, tokens, chunks, quantities }: Analysis, i: number): boolean {
  if (tags[i] !== 'verb' || tags[i - 1] === 'auxiliary' || tokens[i + 1]?.lower !== 'by') return false;
  const agent = chunks[firstFrom(chunks, i)]?.first ?? Number.POSITIVE_INFINITY;
  return agent < (quantities[firstFrom(quantities, i)]?.first ?? Number.POSITIVE_INFINITY);
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
  if (analysis.tags[to] !== 'to') return null;
  const chunk = analysis.chunks[chunkBefore(analysis, to)];
  if (chunk?.end !== to) return null;
  const before = analysis.tokens[chunk.first - (chunk.definite ? 2 : 1)];
  return before && CAUSES.test(before.lower) ? chunk : null;
}

/** `with oil prices rising 8 %`, `a bus carrying 40 people`: a form in -ing with a subject of its own. */
function attending(analysis: Analysis, gerund: number): Chunk | null {
  if (analysis.tags[gerund] !== 'gerund') return null;
  const chunk = analysis.chunks[chunkBefore(analysis, gerund)];
  if (chunk?.end !== gerund || chunk.pronoun) return null;
  return chunk.preposition === null || /^(?:with|by|of)$/.test(chunk.preposition) ? chunk : null;
}

/** `a mill built by Berg for $5 million`: what the participle is said of. */
function undergoing(analysis: Analysis, participle: number): Chunk | null {
  if (!isPassive(analysis, participle)) return null;
  const chunk = analysis.chunks[chunkBefore(analysis, participle)];
  return chunk?.end === participle ? chunk : null;
}

/** `while Acme …`: what opens a clause whose verb was not known for one. */
function clauseOpener({ tokens, chunks, tags }: Analysis, opener: number): Chunk | null {
  if (!/^(?:while|whereas|although|though|because)$/.test(tokens[opener]?.lower ?? '')) return null;
  const first = opener + (tags[opener + 1] === 'determiner' ? 2 : 1);
  const chunk = chunks[firstFrom(chunks, first)];
  return chunk?.first === first ? chunk : null;
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
    const relative = antecedent ? -1 : relativeOver(analysis, chunk);
    if (relative < 0) return chunk;
    at = relative + 1;
  }
  return null;
}

/**
 * `Banks that own Acme lend`: the relative pronoun whose verb stands right before a phrase, which is then its object; -1
 * where there is none (`Lowe said sales rose`).
 */
function relativeOver(analysis: Analysis, chunk: Chunk): number {
  const { tags, tokens, chunks } = analysis;
  const verb = chunk.first - (chunk.definite ? 2 : 1);
  if (tags[verb] !== 'verb' || speechVerb(tokens[verb]?.lower ?? '')) return -1;
  const at = chunkBefore(analysis, verbGroupStart(analysis, verb));
  const pronoun = chunks[at];
  return pronoun && isRelative(analysis, pronoun) && pronoun.end === verbGroupStart(analysis, verb) ? at : -1;
}

const isRelative = ({ tokens }: Analysis, chunk: Chunk): boolean =>
  chunk.pronoun && /^(?:who|which|that|whom)$/.test(tokens[chunk.head]?.lower ?? '');
