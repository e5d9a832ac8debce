import { type Chunk, chunksOf } from '../english/noun-phrases.js';
import { type Tag, tagsOf } from '../english/tagger.js';
import type { Token } from '../english/tokens.js';
import { tokensOf } from '../english/tokens.js';
import { PREPOSITIONS } from '../english/word-classes.js';
import type { Quantity } from './quantities.js';
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
  return { text, tokens, tags, chunks: chunksOf(tokens, tags, taken), times, quantities, taken };
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
