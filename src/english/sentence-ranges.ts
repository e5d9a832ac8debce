import type { Span } from '../text/span.js';
import type { Tagged } from './tags.js';

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

/** Where the sentences of a text end; asked for places in ascending order. */
export class SentenceEnds {
  readonly #spans: readonly Span[];
  #next = 0;

  constructor(spans: readonly Span[]) {
    this.#spans = spans;
  }

  /** Whether one ends from `start` up to `end`. */
  between(start: number, end: number): boolean {
    while ((this.#spans[this.#next]?.end ?? start) < start) this.#next++;
    const found = this.#spans[this.#next]?.end;
    return found !== undefined && found <= end;
  }
}

/**
 * The sentences of a paragraph as ranges of its tokens. An end within a quotation is none; a quotation may end a sentence,
 * unless the words after it tell who spoke.
 */
export function sentenceRanges(text: string, tokens: readonly Tagged[], ends: SentenceEnds): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (at - from < MAX_SENTENCE && !endsSentence(text, tokens, at, ends)) continue;
    ranges.push({ from, to: at + 1 });
    from = at + 1;
  }
  return ranges;
}

function endsSentence(text: string, tokens: readonly Tagged[], at: number, ends: SentenceEnds): boolean {
  const { tag, end } = tokens[at] as Tagged;
  const next = tokens[at + 1];
  if (!next) return true;
  return tag === 'quote' ? quoteEndsSentence(text, tokens, at) : ends.between(end, next.start);
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
