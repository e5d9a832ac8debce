import type { Chunk, ChunkKind } from './chunks.js';
import type { Token } from './tokens.js';

/** One sentence, read as far as the attribution of its quotations needs. */
export interface Parsed {
  readonly tokens: readonly Token[];
  readonly chunks: readonly Chunk[];
}

/** How far left of its verb a subject is looked for, in chunks. */
const WINDOW = 48;
const MAX_DEPTH = 4;

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

/** The index of the chunk that is the subject of the verb group at `verb`, or -1. */
export function subjectOf(sentence: Parsed, verb: number, depth = 0): number {
  if (depth > MAX_DEPTH) return -1;
  const { chunks } = sentence;
  const inverted = invertedSubject(sentence, verb);
  if (inverted >= 0) return inverted;
  const before = skipBack(chunks, verb - 1);
  switch (chunks[before]?.kind) {
    case 'noun phrase':
      return isAside(sentence, before) ? -1 : headOf(sentence, before);
    case 'relative':
      return antecedent(sentence, before);
    case 'comma':
    case 'break':
      return chunks[verb]?.nonFinite ? governor(sentence, verb, depth) : beforeAside(sentence, before, verb);
    case 'conjunction':
      return coordinated(sentence, before, depth);
    default:
      return chunks[verb]?.nonFinite || before < 0 ? governor(sentence, verb, depth) : -1;
  }
}

/** Times and adverbs may stand between subject and verb: `Ma on Monday said`. */
function skipBack(chunks: readonly Chunk[], from: number): number {
  let at = from;
  while (chunks[at]?.kind === 'time' || chunks[at]?.kind === 'adverb') {
    at--;
    if (chunks[at]?.kind === 'preposition') at--;
  }
  return at;
}

/** `“…,” said Ma`: verb first, right after a quotation or a comma. */
function invertedSubject({ tokens, chunks }: Parsed, verb: number): number {
  const group = chunks[verb];
  const subject = chunks[verb + 1];
  if (!group?.verb || group.nonFinite || subject?.kind !== 'noun phrase' || group.to - group.from > 2)
    return -1;
  if (tokens[subject.from]?.tag === 'object') return -1;
  const before = chunks[verb - 1]?.kind;
  const afterQuote = before === 'quote' || (before === 'comma' && chunks[verb - 2]?.kind === 'quote');
  const opens = before === undefined || before === 'comma' || before === 'break';
  const allowed = group.verb.class === 'say' && (afterQuote || opens);
  return allowed && chunks[verb + 2]?.kind !== 'verb group' ? verb + 1 : -1;
}

/** `a spokesman for the firm in Ohio`: the first phrase of a chain of prepositions. */
export function headOf({ chunks }: Parsed, phrase: number): number {
  let head = phrase;
  while (chunks[head - 1]?.kind === 'preposition' && chunks[head - 2]?.kind === 'noun phrase') head -= 2;
  return head;
}

/** A number or an age between commas is no subject: `Lee, 45, said`. */
const isAside = ({ tokens, chunks }: Parsed, phrase: number): boolean => {
  const chunk = chunks[phrase] as Chunk;
  return tokens[chunk.to - 1]?.tag === 'number' && chunk.to - chunk.from === 1;
};

function antecedent(sentence: Parsed, relative: number): number {
  const { chunks } = sentence;
  const before = chunks[relative - 1]?.kind === 'comma' ? relative - 2 : relative - 1;
  return chunks[before]?.kind === 'noun phrase' ? headOf(sentence, before) : -1;
}

/** `Ma, who founded it, said`: the phrase before the aside that a comma or dash closes. */
function beforeAside(sentence: Parsed, close: number, verb: number): number {
  const { chunks } = sentence;
  for (let at = close - 1; at > Math.max(0, close - WINDOW); at--) {
    const kind = chunks[at]?.kind;
    if (kind !== 'comma' && kind !== 'break') continue;
    if (chunks[at - 1]?.kind !== 'noun phrase' || isAside(sentence, at - 1)) continue;
    const head = headOf(sentence, at - 1);
    const edge = chunks[head - 1]?.kind;
    if ((edge === undefined || CLAUSE_EDGE.has(edge)) && !isApposition(sentence, head)) return head;
  }
  return mainSubject(sentence, verb);
}

/** `Ma, a billionaire, …`: an indefinite phrase after a comma describes the one before. */
function isApposition({ tokens, chunks }: Parsed, phrase: number): boolean {
  const first = tokens[(chunks[phrase] as Chunk).from];
  return (
    (first?.lower === 'a' || first?.lower === 'an') && chunks[phrase - 1]?.kind === 'comma' && phrase > 1
  );
}

/** `Ma smiled and said`: the subject of the verb before. */
function coordinated(sentence: Parsed, conjunction: number, depth: number): number {
  const { chunks } = sentence;
  for (let at = conjunction - 1; at >= Math.max(0, conjunction - WINDOW); at--)
    if (chunks[at]?.kind === 'verb group') return subjectOf(sentence, at, depth + 1);
  return -1;
}

/** `Ma praised him, saying`: the subject of the clause that a form in -ing hangs on. */
function governor(sentence: Parsed, verb: number, depth: number): number {
  const { chunks } = sentence;
  for (let at = verb - 1; at >= Math.max(0, verb - WINDOW); at--) {
    const chunk = chunks[at] as Chunk;
    if (chunk.kind === 'verb group' && chunk.verb && !chunk.nonFinite && !chunk.passive) {
      const subject = subjectOf(sentence, at, depth + 1);
      if (subject >= 0) return subject;
    }
  }
  const before = mainSubject(sentence, verb);
  return before >= 0 ? before : subjectAfter(sentence, verb);
}

/** `Calling it “a gift,” Ma left`: the first subject after the comma. */
function subjectAfter({ chunks }: Parsed, from: number): number {
  for (let at = from; at < Math.min(chunks.length, from + WINDOW); at++) {
    const edge = chunks[at - 1]?.kind;
    if (chunks[at]?.kind === 'noun phrase' && (edge === 'comma' || edge === 'quote') && at > from + 1)
      return at;
  }
  return -1;
}

/** The subject of the main clause among the chunks before `end`, or -1. */
export function mainSubject(sentence: Parsed, end: number): number {
  const { chunks } = sentence;
  for (let at = afterIntroduction(chunks, end); at < end; at++) {
    if (chunks[at]?.kind !== 'noun phrase' || isAside(sentence, at)) continue;
    if (chunks[at - 1]?.kind === 'preposition') continue;
    return at;
  }
  return -1;
}

/** `In an interview on Monday, …`: where the main clause begins. */
function afterIntroduction(chunks: readonly Chunk[], end: number): number {
  let from = 0;
  while (
    chunks[from]?.kind === 'conjunction' ||
    chunks[from]?.kind === 'adverb' ||
    chunks[from]?.kind === 'comma'
  )
    from++;
  const first = chunks[from];
  const introduces =
    first?.kind === 'preposition' || first?.kind === 'subordinator' || first?.kind === 'verb group';
  if (!introduces) return from;
  for (let at = from; at < end; at++)
    if (chunks[at]?.kind === 'comma' && chunks[at + 1]?.kind === 'noun phrase') return at + 1;
  return from;
}
