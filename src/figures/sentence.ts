import { type Chunk, chunksOf } from '../english/noun-phrases.js';
import type { Tag } from '../english/parts-of-speech.js';
import { tagsOf } from '../english/tagger.js';
import type { Token } from '../english/tokens.js';
import { tokensOf } from '../english/tokens.js';
import { PREPOSITIONS } from '../english/word-classes.js';
import type { Quantity } from './quantity.js';
import { quantitiesOf } from './ranges.js';
import { type TimePhrase, timesOf } from './times.js';

/** A sentence as the figure grammar sees it; all indices are of its tokens. */
export interface Analysis {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  readonly chunks: readonly Chunk[];
  readonly times: readonly TimePhrase[];
  readonly quantities: readonly Quantity[];
  /** 1 for a token of a quantity, 2 for one of a time. */
  readonly taken: Uint8Array;
}

/** The grain that figures need: of pronouns, clauses and forms in -ing one kind each. */
function grainOf(tag: Tag, { kind, lower }: Token): Tag {
  if (tag === 'object' || tag === 'relative') return 'pronoun';
  if (tag === 'subordinator') return PREPOSITIONS.has(lower) ? 'preposition' : 'conjunction';
  if (tag === 'participle') return 'gerund';
  if (tag === 'time') return 'name';
  return kind === 'mark' && tag === 'name' ? 'break' : tag;
}

/** Reads `text.slice(start, end)`; offsets of the tokens are into `text`. */
export function analyse(text: string, start: number, end: number): Analysis {
  const tokens = tokensOf(text, start, end);
  const tags = tagsOf(tokens).map((tag, at) => grainOf(tag, tokens[at] as Token));
  const times = timesOf(tokens);
  const quantities = quantitiesOf(tokens, tags);
  const taken = new Uint8Array(tokens.length);
  for (const { first, end } of quantities) taken.fill(1, first, end);
  for (const { first, end } of times) taken.fill(2, first, end);
  const opening = datelineEnd(tokens, tags);
  const chunks = chunksOf(tokens, tags, taken).filter(({ first }) => first >= opening);
  return { text, tokens, tags, chunks, times, quantities, taken };
}

/** Longest dateline, in tokens. */
const MAX_DATELINE = 10;

/** The token after `OSLO, Norway (Wire) —`, `OSLO:` or `OSLO Norway` before `The`; 0 when a sentence has no dateline. */
function datelineEnd(tokens: readonly Token[], tags: readonly Tag[]): number {
  if (!/^\p{Lu}{3,}$/u.test(tokens[0]?.text ?? '') || !tags.some((tag) => /^(?:verb|auxiliary)$/.test(tag)))
    return 0;
  for (let at = 1; at < Math.min(tokens.length, MAX_DATELINE); at++) {
    const { text, lower } = tokens[at] as Token;
    if (/^[-–—:]$/.test(text)) return tokens[at]?.glued ? (text === ':' ? at + 1 : 0) : at + 1;
    if (/^(?:pronoun|determiner)$/.test(tags[at] ?? '') && text !== lower) return at;
    if (tags[at] !== 'name' && !/^[,.()]$/.test(text)) return 0;
  }
  return 0;
}

/** The text of tokens `first` to `end` (exclusive), white space as single spaces. */
export function wordsBetween({ text, tokens }: Analysis, first: number, end: number): string {
  const [from, to] = [tokens[first], tokens[end - 1]];
  return from && to ? text.slice(from.start, to.end).replace(/\s+/g, ' ') : '';
}

/** Index of the first phrase that begins at token `i` or after it; `phrases` in order. */
export function firstFrom(phrases: readonly { readonly first: number }[], i: number): number {
  let low = 0;
  let high = phrases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((phrases[middle]?.first ?? i) < i) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the last chunk that begins before token `i`, -1 when there is none. */
export const chunkBefore = ({ chunks }: Analysis, i: number): number => firstFrom(chunks, i) - 1;
