import type { Span } from '../text/span.js';
import type { Parsed } from './appositions.js';
import { chunksOf } from './chunks.js';
import { joinedTokensOf, type Quoted } from './joined.js';
import { type Phrase, phraseOf } from './mentions.js';
import { closedClass } from './parts-of-speech.js';
import { SentenceEnds, sentenceRanges } from './sentence-ranges.js';
import { type Tagged, tag } from './tags.js';

/** A sentence in its place. */
export interface Sentence extends Parsed {
  /** Running number of its paragraph. */
  readonly paragraph: number;
  /** Every noun phrase and relative pronoun, by its chunk. */
  readonly phrases: ReadonlyMap<number, Phrase>;
  /** Every word bears a capital: capitals do not tell names. */
  readonly headline: boolean;
  readonly quotes: boolean;
}

/**
 * The sentences of paragraphs of a text; each quotation is one token of its sentence. `spans` are all sentences of the text
 * without regard to what is quoted.
 */
export function parse(
  text: string,
  paragraphs: readonly Span[],
  quoted: readonly Quoted[],
  spans: readonly Span[],
): Sentence[] {
  const ends = new SentenceEnds(spans);
  const sentences: Sentence[] = [];
  const names = capitalisedWords(text);
  let next = 0;
  for (const [paragraph, span] of paragraphs.entries()) {
    const first = next;
    while (next < quoted.length && (quoted[next] as Quoted).outerStart < span.end) next++;
    const tokens = tag(joinedTokensOf(text, span, quoted.slice(first, next), first), names);
    const headline = isHeadline(tokens);
    for (const range of sentenceRanges(text, tokens, ends)) {
      const parsed = { tokens, chunks: chunksOf(tokens, range) };
      const quotes = parsed.chunks.some(({ kind }) => kind === 'quote');
      sentences.push({ ...parsed, paragraph, phrases: phrasesOf(text, parsed), headline, quotes });
    }
  }
  return sentences;
}

/** Words that bear a capital after a small letter or a comma: not because a sentence begins. Lower case. */
export const capitalisedWords = (text: string): Set<string> =>
  new Set(Array.from(text.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}’'-]+/gu), ([word]) => word.toLowerCase()));

const MIN_HEADLINE = 4;
const MAX_HEADLINE = 30;

/** Long words bear capitals unless they are function words. */
function isHeadline(tokens: readonly Tagged[]): boolean {
  if (tokens.length > MAX_HEADLINE) return false;
  const long = tokens.filter(({ start, end }) => end - start > 3);
  const capitals = long.filter(({ capital }) => capital);
  return (
    capitals.length >= MIN_HEADLINE &&
    !long.some(({ kind, capital, lower }) => kind === 'word' && !capital && closedClass(lower) === undefined)
  );
}

function phrasesOf(text: string, parsed: Parsed): Map<number, Phrase> {
  const phrases = new Map<number, Phrase>();
  for (const [at, { kind }] of parsed.chunks.entries())
    if (kind === 'noun phrase' || kind === 'relative') phrases.set(at, phraseOf(text, parsed, at));
  return phrases;
}
