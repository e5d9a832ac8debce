import { SENTENCE_OPENERS } from './stop-words.js';
import type { Tagged } from './tags.js';
import { TITLES } from './titles.js';

/** A range of tokens, `to` exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Longer sentences are cut: no grammar reaches that far, and the time stays linear. */
const MAX_SENTENCE = 300;
/** Longest aside between a speaker and the verb, in tokens. */
const MAX_ASIDE = 24;

/** A quotation that ends like a sentence, with or without the marks that close it. */
const TERMINATED = /[.!?…]['’")\]]*[”"’'»]*$/;

/** Splits tokens into sentences. A quotation may end one, unless the words after it tell who spoke. */
export function sentenceRanges(text: string, tokens: readonly Tagged[]): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (at - from < MAX_SENTENCE && !endsSentence(text, tokens, at)) continue;
    ranges.push({ from, to: at + 1 });
    from = at + 1;
  }
  if (from < tokens.length) ranges.push({ from, to: tokens.length });
  return ranges;
}

function endsSentence(text: string, tokens: readonly Tagged[], at: number): boolean {
  const token = tokens[at] as Tagged;
  const next = tokens[at + 1];
  if (!next) return true;
  if (token.tag === 'stop') return next.tag !== 'stop' && !isLower(next) && next.tag !== 'comma';
  if (token.tag === 'quote') return quoteEndsSentence(text, tokens, at);
  if (!next.capital || text[token.end - 1] !== '.') return false;
  return !TITLES.has(token.lower) && SENTENCE_OPENERS.has(next.lower);
}

const isLower = ({ kind, capital }: Tagged): boolean => kind === 'word' && !capital;

function quoteEndsSentence(text: string, tokens: readonly Tagged[], at: number): boolean {
  const { start, end } = tokens[at] as Tagged;
  const next = tokens[at + 1] as Tagged;
  if (!TERMINATED.test(text.slice(Math.max(start, end - 6), end))) return false;
  if (next.tag === 'quote') return true;
  if (next.kind === 'mark' || isLower(next)) return false;
  return !namesSpeaker(tokens, at + 1, /[?!]/.test(text.slice(Math.max(start, end - 4), end)));
}

/** The token after the commas that hold an aside. */
function afterAside(tokens: readonly Tagged[], open: number): number {
  for (let at = open + 1; at < open + MAX_ASIDE && tokens[at]?.tag !== 'stop'; at++)
    if (tokens[at]?.tag === 'comma' && tokens[at + 1]?.tag === 'verb') return at + 1;
  return open;
}

/** The tag behind `went on`, `cut in`; at the end a stop. */
const afterParticle = (tokens: readonly Tagged[], at: number): string =>
  tokens[/^(?:on|in)$/.test(tokens[at]?.lower ?? '') ? at + 1 : at]?.tag ?? 'stop';

const NAMING = /^(?:name|pronoun|determiner|noun|possessive)$/;

/** `Ma said.` or `Ma said,` right after a quotation; after a question or a call also `Ma demanded.` */
function namesSpeaker(tokens: readonly Tagged[], at: number, calls: boolean): boolean {
  let verb = at;
  while (verb < at + 6 && NAMING.test(tokens[verb]?.tag ?? '')) verb++;
  if (tokens[verb]?.tag === 'comma') verb = afterAside(tokens, verb);
  const after = tokens[verb + 1];
  const cls = tokens[verb]?.verb?.class;
  if (verb === at || tokens[verb]?.tag !== 'verb') return false;
  if (cls === 'tell') return calls;
  if (cls !== 'say')
    return (
      calls &&
      (cls ? /^(?:stop|comma|preposition)$/ : /^(?:stop|comma)$/).test(afterParticle(tokens, verb + 1))
    );
  if (after === undefined || tokens[verb]?.verb?.lemma === 'ask') return true;
  return (
    /^(?:stop|comma|preposition|time|participle|adverb|subordinator)$/.test(after.tag) &&
    after.lower !== 'that'
  );
}
