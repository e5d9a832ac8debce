import type { Chunk, ChunkKind } from './chunks.js';
import { isGivenName } from './given-names.js';
import type { Range } from './sentence-ranges.js';
import type { Tagged } from './tags.js';
import { ORGANISATION_WORDS, TITLES } from './titles.js';

/** One sentence, read as far as the attribution of its quotations needs. */
export interface Parsed {
  readonly tokens: readonly Tagged[];
  readonly chunks: readonly Chunk[];
}

/** The last word of a chunk, lower case; empty outside the sentence. */
export const lastWord = ({ tokens, chunks }: Parsed, at: number): string =>
  tokens[(chunks[at]?.to ?? 0) - 1]?.lower ?? '';

const CLAUSE_EDGE = new Set<ChunkKind>([
  'comma',
  'break',
  'colon',
  'stop',
  'quote',
  'conjunction',
  'subordinator',
  'relative',
  'time',
]);

/** Whether a clause may begin behind this chunk. */
export const isClauseEdge = (chunk: Chunk | undefined): boolean =>
  chunk === undefined || CLAUSE_EDGE.has(chunk.kind);

/** `a spokesman for the firm in Ohio`: the first phrase of a chain of prepositions. */
export function headOf({ chunks }: Parsed, phrase: number): number {
  let head = phrase;
  while (chunks[head - 1]?.kind === 'preposition' && chunks[head - 2]?.kind === 'noun phrase') head -= 2;
  return head;
}

/** Prepositions of place: what they govern is where, not who. */
const LOCATIVE = /^(?:in|at|from|near|on|outside|inside|across)$/;

/** `Ohio` in `a man in Salem, Ohio`, `Ore.` in `the mayor of Salem, Ore.`: a name behind that of a place in it. */
export function isRegion(sentence: Parsed, phrase: number): boolean {
  const { tokens, chunks } = sentence;
  if (chunks[phrase - 1]?.kind !== 'comma' || chunks[phrase - 3]?.kind !== 'preposition') return false;
  if (!isName(sentence, phrase) || !isName(sentence, phrase - 2)) return false;
  const { from, to } = chunks[phrase] as Chunk;
  const { start, end, lower } = tokens[to - 1] as Tagged;
  const isAbbreviated = end - start > lower.length || lower.endsWith('.');
  if (isAbbreviated) return true;
  if (isClauseEdge(chunks[phrase - 4])) return false;
  const isShort = to - from === 1 || /^(?:new|north|south|west)$/.test(tokens[from]?.lower ?? '');
  return isShort && LOCATIVE.test(lastWord(sentence, phrase - 3));
}

/** Members of a list that are looked at. */
const MAX_MEMBERS = 8;

/** `Ma, Lee and Berg`: the first of the list that a phrase stands in, or itself. */
export const listStart = (sentence: Parsed, phrase: number): number => listOf(sentence, phrase)[0] ?? phrase;

/** The last of the list that a phrase stands in, or itself. */
export const listEnd = (sentence: Parsed, phrase: number): number =>
  listOf(sentence, phrase).at(-1) ?? phrase;

/** The members of the list that a phrase stands in, if it does: a conjunction joins the last two, commas the others. */
function listOf(sentence: Parsed, phrase: number): readonly number[] {
  const { chunks } = sentence;
  const members = [phrase];
  let last = phrase;
  while (members.length < MAX_MEMBERS && chunks[last - 1]?.kind !== 'conjunction') {
    const next = [last + 2, last + 3].find((at) => isJoined(sentence, last, at));
    if (next === undefined) break;
    last = next;
    members.push(next);
  }
  while (members.length < MAX_MEMBERS) {
    const first = members[0] as number;
    const before = [first - 2, first - 3].find((at) => isJoined(sentence, at, first));
    if (before === undefined) break;
    members.unshift(before);
  }
  const isList =
    chunks[last - 1]?.kind === 'conjunction' && (members.length > 2 || chunks[last - 2]?.kind !== 'comma');
  return isList ? members : [];
}

/** `a and b`, `a, b` or `a, and b`; with a comma only what is alike, and not `In Ohio, Ma`. */
function isJoined(sentence: Parsed, a: number, b: number): boolean {
  const { chunks } = sentence;
  if (!isNominal(sentence, a) || !isNominal(sentence, b) || isOffice(sentence, a)) return false;
  const between = chunks
    .slice(a + 1, b)
    .map(({ kind }) => kind)
    .join(' ');
  if (between === 'conjunction') return true;
  if (!/^comma(?: conjunction)?$/.test(between) || isName(sentence, a) !== isName(sentence, b)) return false;
  return chunks[a - 1]?.kind !== 'preposition' || chunks[a - 2]?.kind === 'noun phrase';
}

const isNominal = ({ tokens, chunks }: Parsed, at: number): boolean =>
  chunks[at]?.kind === 'noun phrase' && !/^(?:pronoun|object)$/.test(tokens[chunks[at].from]?.tag ?? '');

/** `governor` in `governor and party leader Ana Berg`, `candidate` in `the senator and candidate`. */
export function isOffice({ tokens, chunks }: Parsed, phrase: number): boolean {
  const { from, to } = chunks[phrase] as Chunk;
  const last = tokens[to - 1] as Tagged;
  if (tokens.slice(from, to).some(({ tag }) => tag === 'determiner' || tag === 'possessive')) return false;
  return TITLES.has(last.lower) || (last.tag === 'noun' && !last.lower.endsWith('s'));
}

/** Whom "who" means: the name right before it or the one that an apposition describes, else the whole phrase. */
export function antecedent(sentence: Parsed, relative: number): number {
  const { chunks } = sentence;
  const end = chunks[relative - 1]?.kind === 'comma' ? relative - 2 : relative - 1;
  const before = isNegated(sentence, end) ? end - 3 : end;
  if (chunks[before]?.kind !== 'noun phrase') return -1;
  const head = headOf(sentence, before);
  if (isName(sentence, before) && !isPlaceOf(sentence, before, head)) return before;
  return chunks[head - 1]?.kind === 'comma' && isName(sentence, head - 2) ? head - 2 : head;
}

/** `not Lee` in `it was Ma, not Lee, who came`. */
const isNegated = ({ tokens, chunks }: Parsed, phrase: number): boolean =>
  tokens[chunks[phrase - 1]?.from ?? -1]?.lower === 'not' && chunks[phrase - 2]?.kind === 'comma';

/** `Maine` in `Jane Lowe of Maine`, `Pine Park` in `a guide at Pine Park`: no person, if `head` may be one. */
const isPlaceOf = (sentence: Parsed, phrase: number, head: number): boolean =>
  head < phrase && (isName(sentence, head) || LOCATIVE.test(lastWord(sentence, phrase - 1)));

/** A noun phrase that ends in a common noun. */
const isDescription = ({ tokens, chunks }: Parsed, at: number): boolean =>
  tokens[(chunks[at] as Chunk).to - 1]?.tag === 'noun';

/** A noun phrase that ends in a capitalised word. */
export const isName = ({ tokens, chunks }: Parsed, at: number): boolean =>
  chunks[at]?.kind === 'noun phrase' && tokens[(chunks[at] as Chunk).to - 1]?.tag === 'name';

/** `The founder of the firm, Jack Ma, …`, `The mayor of Salem, Ore., Jack Ma, …`: the name that is the aside. */
export function namedInAside(sentence: Parsed, head: number, open: number, close: number): number | null {
  const name = isRegion(sentence, open + 1) ? open + 3 : open + 1;
  if (described(sentence, head) !== head) return null;
  return close === name + 1 && isName(sentence, name) && isDescription(sentence, head) ? name : null;
}

/** `Ma, a billionaire, …`, `Ma, founder of …`: an indefinite phrase behind another describes that one. */
export function isApposition(sentence: Parsed, phrase: number): boolean {
  const first = sentence.tokens[(sentence.chunks[phrase] as Chunk).from]?.lower;
  return phrase > 1 && (first === 'a' || first === 'an' || isBare(sentence, phrase));
}

/** `Ma, founder and chairman of the firm`: the name before the offices. */
export function holderBefore(sentence: Parsed, office: number): number | null {
  let first = office;
  while (
    sentence.chunks[first - 1]?.kind === 'conjunction' &&
    sentence.chunks[first - 2]?.kind === 'noun phrase'
  )
    first = headOf(sentence, first - 2);
  const holder = described(sentence, first);
  return holder === first ? null : holder;
}

/** `Secretary of State Ana Berg`, `Governor and party leader Ana Berg`: the name behind the offices. */
export function bearer(sentence: Parsed, office: number): number {
  const { chunks } = sentence;
  if (!isBare(sentence, office)) return office;
  for (let at = office + 2; at <= office + 4; at += 2) {
    if (!/^(?:preposition|conjunction)$/.test(chunks[at - 1]?.kind ?? '')) break;
    if (isName(sentence, at) && !isBody(sentence, at)) return at;
  }
  return office;
}

/** `the Acme Board`, `Acme`: what an office is of; behind it a person has a name of two words (`the Acme Board Ana Berg`). */
function isBody({ tokens, chunks }: Parsed, phrase: number): boolean {
  const { from, to } = chunks[phrase] as Chunk;
  const words = tokens.slice(from, to).map(({ lower }) => lower);
  const body = words.findLastIndex((word) => ORGANISATION_WORDS.has(word));
  if (words.length - body < 3) return true;
  return body < 0 && tokens[from]?.tag === 'determiner' && !isGivenName(words.at(-2) ?? '');
}

/** `Salem Board of Works President Ana Berg`: whether the name of a body goes on up to the office of a person. */
export function endsInOfficer({ tokens, chunks }: Parsed, head: number, phrase: number): boolean {
  if (phrase === head || tokens[chunks[head]?.from ?? -1]?.tag !== 'name') return false;
  const { from, to } = chunks[phrase] as Chunk;
  return tokens
    .slice(from + 1, to - 1)
    .some(
      ({ lower }, at) =>
        TITLES.has(lower) && tokens[from + at]?.tag === 'name' && !TITLES.has(tokens[from + at]?.lower ?? ''),
    );
}

/** Whether some words end in a title that is no surname: `Ann Lee Director`, but not `Peter King`, `Ann T. Judge`. */
export function endsInTitle(tokens: readonly Tagged[], { from, to }: Range): boolean {
  const { lower: before = '', tag } = tokens[to - 2] ?? {};
  const isSurname = to - from > 1 && tag === 'name' && (isGivenName(before) || /^\p{L}\.?$/u.test(before));
  return !isSurname && TITLES.has((tokens[to - 1]?.lower ?? '').replace(/\.$/, ''));
}

/** A noun in the singular without an article (`founder`, `CEO`) is an office, not who holds it. */
export function isBare({ tokens, chunks }: Parsed, phrase: number): boolean {
  const { from, to } = chunks[phrase] as Chunk;
  const first = tokens[from] as Tagged;
  const last = tokens[to - 1] as Tagged;
  if (endsInTitle(tokens, { from, to }) && first.tag !== 'determiner') return !isGivenName(first.lower);
  return first.tag === 'noun' && last.tag === 'noun' && !last.lower.endsWith('s');
}

/** `Ma, the founder of the firm, …`: a description behind a name stands for the name. */
export function described(sentence: Parsed, phrase: number): number {
  const { chunks } = sentence;
  const describes =
    chunks[phrase - 1]?.kind === 'comma' &&
    isName(sentence, phrase - 2) &&
    !isRegion(sentence, phrase - 2) &&
    isDescription(sentence, phrase);
  return describes && isClauseEdge(chunks[phrase - 3]) ? phrase - 2 : phrase;
}
