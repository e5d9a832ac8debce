import { PERIODS } from '../english/calendar.js';
import type { Chunk, NounPhrase } from '../english/noun-phrases.js';
import { isMark } from '../english/parts-of-speech.js';
import { speechVerb } from '../english/speech-verbs.js';
import { verbOf } from '../english/verbs.js';
import { type Attribute, isAmount } from './attributes.js';
import { isPlace } from './contexts.js';
import type { Quantity } from './quantity.js';
import { type Analysis, chunkBefore, firstFrom } from './sentence.js';
import { subjectAfter, subjectOf } from './subjects.js';

/** How far from its figure a phrase may stand that no grammar ties to it, in tokens. */
const REACH = 14;

/** Whose figure it is: a possessor, `of Amazon` after the counted noun, else the subject of its clause. */
export function holderOf(
  analysis: Analysis,
  quantity: Quantity,
  attribute: Attribute,
): Chunk | NounPhrase | null {
  return (
    possessorBefore(analysis, quantity.first) ??
    ownerAfter(analysis, attribute.end) ??
    beforeBracket(analysis, quantity.first) ??
    besides(analysis, quantity.first) ??
    container(analysis, quantity) ??
    receiver(analysis, quantity.first) ??
    planner(analysis, quantity.first) ??
    (isImpersonal(analysis, quantity) || isSubject(analysis, quantity, attribute)
      ? null
      : subjectBefore(analysis, quantity.first)) ??
    possessorAfter(analysis, quantity.end)
  );
}

/**
 * Whose figure it may be when the grammar does not say, or says it with a pronoun that nothing explains: the noun
 * phrase before the number, rather one without a preposition.
 */
export function nearestBefore(
  analysis: Analysis,
  quantity: Quantity,
  attribute: Attribute,
  previous: { readonly quantity: Quantity; readonly attribute: Attribute } | null,
): Chunk | null {
  const { first } = quantity;
  if (isImpersonal(analysis, quantity) || isSubject(analysis, quantity, attribute)) return null;
  const last = chunkBefore(analysis, first);
  const modifier = quantity.unit === null ? modifierOf(analysis, first) : null;
  const isCounted = (chunk: Chunk) =>
    previous?.quantity.unit === null &&
    chunk.first >= previous.quantity.first &&
    chunk.end <= previous.attribute.end;
  const close = analysis.chunks.slice(Math.max(0, last - 3), last + 1);
  const order = close.findLastIndex((chunk) => isOrder(analysis, chunk));
  const near = close
    .slice(order + 1)
    .filter((chunk) => chunk.end >= first - REACH && chunk !== modifier && !isCounted(chunk));
  const nouns = near.filter(
    (chunk) =>
      !chunk.pronoun &&
      !isBareVerb(analysis, chunk) &&
      analysis.tags[chunk.head] !== 'gerund' &&
      !isAmount(analysis, chunk) &&
      !isPlace(analysis, chunk),
  );
  return (
    nouns.findLast(({ preposition }) => preposition === null) ?? nouns.at(-1) ?? fronted(analysis, quantity)
  );
}

/** The subject of its clause, unless the grammar took a verb for it (`This takes 3 days`). */
function subjectBefore(analysis: Analysis, first: number): Chunk | null {
  const subject = subjectOf(analysis, first);
  if (!subject || !isBareVerb(analysis, subject)) return subject;
  return verbOf(analysis.tokens[subject.first]?.lower ?? '')?.use === 'only' ? null : subject;
}

/** The `Fill` of `2. Fill in three parts`, the `stir` of `and stir for ten minutes`: what somebody is told to do; what stands before it has no part in it. */
function isOrder({ tokens, tags }: Analysis, { first, end, definite, possessor }: Chunk): boolean {
  const verb = verbOf(tokens[first]?.lower ?? '');
  if (definite || possessor || end - first > 1 || !verb || !/^(?:base|invariable)$/.test(verb.form))
    return false;
  if (/^(?:verb|auxiliary)$/.test(tags[end] ?? '') || /^[:(–—]$/.test(tokens[end]?.text ?? '')) return false;
  const before = tags[first - 1];
  const opens = before === undefined || (isMark(before) && tokens[first - 1]?.text !== '-');
  if (verb.use === 'rarely') return opens && /^(?:determiner|pronoun|number)$/.test(tags[end] ?? '');
  return opens || before === 'conjunction';
}

/** The `lies` of `The island lies 3 miles off`, the `Keep` of `Keep dogs away for 2 days`: no phrase, but a verb. */
function isBareVerb({ tokens, tags }: Analysis, { first, end, definite, possessor }: Chunk): boolean {
  if (definite || possessor || (end - first > 1 && first > 0)) return false;
  const verb = verbOf(tokens[first]?.lower ?? '');
  if (!verb || verb.use === 'rarely' || /^(?:name|adjective)$/.test(tags[first] ?? '')) return false;
  if (tokens[first + 1]?.text === '-') return false;
  return first === 0 ? verb.form === 'base' : verb.form === 'third';
}

/** `With 40 staff, Norwell serves …`: who does what the sentence goes on to say. */
function fronted(analysis: Analysis, { end }: Quantity): Chunk | null {
  if (!/^(?:with|without|after|at|for)$/.test(analysis.tokens[0]?.lower ?? '')) return null;
  const chunk = subjectAfter(analysis, end);
  return chunk && /^(?:verb|auxiliary)$/.test(analysis.tags[chunk.end] ?? '') ? chunk : null;
}

/** `14 players left`, `Lowe said 14 players left`: what is counted is itself the subject. */
export function isSubject(analysis: Analysis, { unit, first }: Quantity, { end }: Attribute): boolean {
  const { tags, tokens } = analysis;
  if (unit !== null || !/^(?:verb|auxiliary)$/.test(tags[end] ?? '')) return false;
  const start = modifierOf(analysis, first)?.first ?? first;
  let at = start - 1;
  while (at > start - 4 && (tags[at] === 'determiner' || BOUNDING.test(tokens[at]?.lower ?? ''))) at--;
  const before = tags[at];
  if (before === undefined || isMark(before)) return true;
  return (
    /^(?:conjunction|pronoun|determiner|adverb)$/.test(before) ||
    (before === 'verb' && speechVerb(tokens[at]?.lower ?? '') !== undefined)
  );
}

/** The `record` of `a record 4,000 runners`. */
function modifierOf(analysis: Analysis, first: number): Chunk | null {
  const { chunks, tags } = analysis;
  const chunk = chunks[chunkBefore(analysis, first)];
  return chunk?.end === first && chunk.definite && tags[chunk.head] !== 'name' ? chunk : null;
}

/** `Alibaba's 36,446 employees`. */
function possessorBefore(analysis: Analysis, first: number): NounPhrase | null {
  const chunk = analysis.chunks[chunkBefore(analysis, first + 1)];
  const before = analysis.tokens[first - 1];
  if (!chunk || !before?.possessive) return null;
  if (chunk.possessor?.end === first) return chunk.possessor;
  return chunk.end === first ? chunk : null;
}

/** `40 % of the firm's workers`. */
function possessorAfter({ tokens, tags, chunks }: Analysis, end: number): NounPhrase | null {
  if (tokens[end]?.lower !== 'of') return null;
  const first = tags[end + 1] === 'determiner' ? end + 2 : end + 1;
  const chunk = chunks[firstFrom(chunks, first)];
  const owner = chunk?.possessor ?? (chunk && tokens[chunk.end - 1]?.possessive ? chunk : null);
  return owner?.first === first ? owner : null;
}

/** `employees of Amazon`, `jobs at Amazon`. */
function ownerAfter(analysis: Analysis, end: number): Chunk | null {
  const { tokens, tags, chunks } = analysis;
  if (!/^(?:of|at|by)$/.test(tokens[end]?.lower ?? '')) return null;
  const chunk = chunks[chunkBefore(analysis, end + 3)];
  return chunk && chunk.first > end && chunk.first <= end + 2 && tags[chunk.head] === 'name' ? chunk : null;
}

/** `the poll gave Lowe 45 %`. */
function receiver(analysis: Analysis, first: number): Chunk | null {
  const { tokens, chunks } = analysis;
  const chunk = chunks[chunkBefore(analysis, first)];
  const verb = tokens[(chunk?.first ?? 0) - (chunk?.definite ? 2 : 1)];
  return chunk?.end === first &&
    /^(?:g[ai]ves?|given|giving|award(?:s|ed|ing)?|hand(?:s|ed|ing))$/.test(verb?.lower ?? '')
    ? chunk
    : null;
}

/** `a squad of 17 players`, `a plan with 60 GB`: what is made up of the quantity, or has it. */
function container(analysis: Analysis, { first, unit }: Quantity): Chunk | null {
  const { tokens, chunks } = analysis;
  let at = first - 1;
  while (at > first - 5 && BOUNDING.test(tokens[at]?.lower ?? '')) at--;
  const word = tokens[at]?.lower;
  if (word !== 'with' && (word !== 'of' || unit !== null)) return null;
  const chunk = chunks[chunkBefore(analysis, at)];
  if (chunk?.end !== at || chunk.pronoun || chunk.head < 0) return null;
  return isAmount(analysis, chunk) ? null : chunk;
}

/** What may stand between `with` and its number. */
const BOUNDING =
  /^(?:about|around|roughly|nearly|almost|over|just|only|some|up|the|a|an|more|less|fewer|than|at|least|most|to)$/;

/** `the Nikkei (up 58 points)`, `Fuel economy: 40 mpg`: the phrase that the bracket or colon stands after. */
function beforeBracket(analysis: Analysis, first: number): Chunk | null {
  const { tokens, chunks } = analysis;
  for (let at = first - 1; at >= Math.max(0, first - 3); at--) {
    if (tokens[at]?.text !== '(' && (tokens[at]?.text !== ':' || at < first - 1)) continue;
    const chunk = chunks[chunkBefore(analysis, at)];
    return chunk?.end === at && !chunk.pronoun ? chunk : null;
  }
  return null;
}

/** `Acme, up 4 cents at 90`: the name whose figures stand after its comma, up to the next comma. */
function besides(analysis: Analysis, first: number): Chunk | null {
  const { tokens, tags, chunks } = analysis;
  for (let at = first - 1; at > Math.max(0, first - REACH); at--) {
    if (/^(?:verb|auxiliary|conjunction)$/.test(tags[at] ?? '')) return null;
    if (tokens[at]?.text !== ',') continue;
    if (!/^(?:up|down|off|at)$/.test(tokens[at + 1]?.lower ?? '')) return null;
    const chunk = chunks[chunkBefore(analysis, at)];
    return chunk?.end === at && chunk.preposition === null && tags[chunk.head] === 'name' ? chunk : null;
  }
  return null;
}

/** `Ma's plan to create one million jobs`: the possessor of the noun that the infinitive belongs to. */
function planner(analysis: Analysis, first: number): NounPhrase | null {
  const { tags, chunks } = analysis;
  for (let at = first - 1; at > Math.max(0, first - 8); at--) {
    if (tags[at] !== 'to') continue;
    const chunk = chunks[chunkBefore(analysis, at)];
    return chunk?.end === at ? chunk.possessor : null;
  }
  return null;
}

/** `how to create 1 million jobs`, `it is 12 years since` and `it was 5 °C` do not say who. */
function isImpersonal({ tokens, tags }: Analysis, { first, unit }: Quantity): boolean {
  const isOfNobody = unit !== null && (PERIODS.has(unit) || /^(?:celsius|fahrenheit)$/.test(unit));
  for (let at = first - 1; at >= Math.max(0, first - 8); at--) {
    const word = tokens[at]?.lower ?? '';
    if (word === 'to') return tokens[at - 1]?.lower === 'how';
    if (word === 'it' && WEATHER.test(tokens[at + 1]?.lower ?? '')) return true;
    if (word === 'it' && isOfNobody) return tags[at + 1] === 'auxiliary';
  }
  return false;
}

const WEATHER = /^(?:rain|snow|hail|take)(?:s|ed)?$|^took$/;
