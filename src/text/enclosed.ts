import type { Span } from './span.js';

/**
 * What stands in brackets or double quotation marks, with them: to the mark that closes, else to the end; before a closing mark
 * of a quotation that nothing opens, from the beginning.
 */
const ENCLOSED =
  /^[^“”]*”|\([^)]*(?:\)|$)|\[[^\]]*(?:\]|$)|“[^”]*(?:”|$)|«[^»]*(?:»|$)|(?<![^\s([—–-])"[^"]*(?:"|$)/g;

/** The outermost parts of a text that stand in brackets or double quotation marks, in order. Linear in its length. */
export const enclosedIn = (text: string): Span[] =>
  Array.from(text.matchAll(ENCLOSED), ({ index, 0: part }) => ({ start: index, end: index + part.length }));

/** Whether an offset stands amid one of some parts, not at its ends. */
export const isAmid = (parts: readonly Span[], offset: number): boolean =>
  parts.some(({ start, end }) => offset > start && offset < end);
