import type { Span } from '../corpus/article.js';
import { SENTENCE_OPENERS } from '../text/stop-words.js';
import {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  isVerbLike,
  OTHER_PRONOUNS,
  PREPOSITIONS,
  RELATIVES,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TIME_WORDS,
} from './lexicon.js';
import type { Quoted } from './marks.js';
import { type SpeechVerb, speechVerb } from './speech-verbs.js';
import { ABBREVIATIONS, TITLES } from './titles.js';

/** What a token can do in a sentence. */
export type Tag =
  | 'name' // a capitalised word
  | 'noun' // any other content word: nouns, adjectives
  | 'number'
  | 'determiner'
  | 'possessive'
  | 'pronoun' // as a subject
  | 'object' // a pronoun that is no subject
  | 'preposition'
  | 'subordinator'
  | 'relative'
  | 'conjunction'
  | 'auxiliary'
  | 'verb'
  | 'participle' // in -ing
  | 'adverb'
  | 'time'
  | 'quote'
  | 'comma'
  | 'colon'
  | 'break' // dash, bracket, semicolon
  | 'stop';

/** A word, a punctuation mark, or a whole quotation. */
export interface Token extends Span {
  readonly tag: Tag;
  /** Lower case, straight apostrophes. */
  readonly lower: string;
  readonly verb?: SpeechVerb;
  /** Index of the quotation that this token stands for. */
  readonly quote?: number;
}

const TOKEN =
  /(?:\p{L}\.){2,}|[@#]?[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*(?:(?:[-‐–'’.&/]|,(?=\p{N}))(?!(?:s|d|ll|re|ve|S)\b)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|['’](?:s|d|ll|re|ve)\b|[.!?…]+|--+|\S/gu;

/**
 * The tokens of a paragraph; each of its quotations (`first` is the index of the first) is one token. Unquoted
 * text is read once, so the time is linear.
 */
export function tokensOf(text: string, paragraph: Span, quoted: readonly Quoted[], first: number): Token[] {
  const reader = new Reader(text);
  let from = paragraph.start;
  for (const [offset, { outerStart, outerEnd }] of quoted.entries()) {
    reader.read(from, outerStart);
    reader.tokens.push({ start: outerStart, end: outerEnd, tag: 'quote', lower: '', quote: first + offset });
    from = outerEnd;
  }
  reader.read(from, paragraph.end);
  return reader.tokens;
}

class Reader {
  readonly tokens: Token[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  read(from: number, to: number): void {
    for (const match of this.#text.slice(from, to).matchAll(TOKEN)) {
      const start = from + match.index;
      if (start < (this.tokens.at(-1)?.end ?? 0)) continue;
      this.#push(match[0], start);
    }
  }

  #push(word: string, start: number): void {
    const end = start + word.length;
    const lower = word.toLowerCase().replace('’', "'");
    const previous = this.tokens.at(-1);
    if (word === '.' && previous && isAbbreviated(this.#text, previous, start)) {
      this.tokens[this.tokens.length - 1] = { ...previous, end, lower: previous.lower };
      return;
    }
    const opensSentence =
      previous === undefined ||
      previous.tag === 'stop' ||
      previous.tag === 'quote' ||
      previous.tag === 'colon';
    const verb = speechVerb(lower);
    const tag = tagOf(word, lower, previous, opensSentence, verb);
    this.tokens.push(
      verb && (tag === 'verb' || tag === 'participle')
        ? { start, end, tag, lower, verb }
        : { start, end, tag, lower },
    );
  }
}

/** A full stop that belongs to the word before it: `Mr.`, `J.`. */
const isAbbreviated = (text: string, word: Token, at: number): boolean =>
  word.end === at &&
  /^\p{Lu}/u.test(text.slice(word.start, word.start + 1)) &&
  (ABBREVIATIONS.has(word.lower) || (word.end - word.start === 1 && word.lower !== 'i'));

function tagOf(
  word: string,
  lower: string,
  previous: Token | undefined,
  opensSentence: boolean,
  verb: SpeechVerb | undefined,
): Tag {
  if (/^[^\p{L}\p{N}@#'’]/u.test(word)) return punctuationTag(word);
  if (/^['’]/.test(word))
    return word.length === 1 && previous?.lower.endsWith('s') !== true ? 'break' : 'possessive';
  if (/^\p{N}/u.test(word)) return 'number';
  if (/^[\p{Lu}@#]/u.test(word)) return capitalTag(lower, opensSentence, verb);
  return lowerTag(lower, previous, verb);
}

function punctuationTag(mark: string): Tag {
  if (/^[.!?…]/.test(mark)) return 'stop';
  if (mark === ',') return 'comma';
  if (mark === ':') return 'colon';
  return mark === '&' ? 'name' : 'break';
}

/** A capital opens a sentence or a name; a sentence does not open with a name that is a function word. */
function capitalTag(lower: string, opensSentence: boolean, verb: SpeechVerb | undefined): Tag {
  if (TIME_WORDS.has(lower)) return 'time';
  const closed = closedClassTag(lower);
  if (closed !== null && (opensSentence || closed !== 'auxiliary')) return closed;
  if (!opensSentence) return 'name';
  if (verb) return verb.participle ? 'participle' : 'verb';
  if (isAdverb(lower)) return 'adverb';
  if (isVerbLike(lower)) return 'verb';
  return /..ing$/.test(lower) ? 'participle' : 'name';
}

function closedClassTag(lower: string): Tag | null {
  if (DETERMINERS.has(lower)) return lower === 'that' ? 'subordinator' : 'determiner';
  if (RELATIVES.has(lower)) return 'relative';
  if (SUBJECT_PRONOUNS.has(lower)) return 'pronoun';
  if (OTHER_PRONOUNS.has(lower)) return 'object';
  if (SUBORDINATORS.has(lower)) return 'subordinator';
  if (PREPOSITIONS.has(lower)) return 'preposition';
  if (CONJUNCTIONS.has(lower)) return 'conjunction';
  return AUXILIARIES.has(lower) ? 'auxiliary' : null;
}

function lowerTag(lower: string, previous: Token | undefined, verb: SpeechVerb | undefined): Tag {
  const closed = closedClassTag(lower);
  if (closed !== null) return closed;
  if (TIME_WORDS.has(lower)) return 'time';
  if (isAdverb(lower)) return 'adverb';
  const modifies =
    previous?.tag === 'determiner' || previous?.tag === 'possessive' || previous?.tag === 'number';
  if (verb) return verbTag(lower, previous, modifies, verb);
  if (modifies) return 'noun';
  if (isVerbLike(lower)) return 'verb';
  return /..ing$/.test(lower) && previous?.tag !== 'noun' && previous?.tag !== 'preposition'
    ? 'participle'
    : 'noun';
}

/** `claims`, `report` and the like are verbs only where a noun would not stand. */
function verbTag(lower: string, previous: Token | undefined, modifies: boolean, verb: SpeechVerb): Tag {
  if (modifies) return 'noun';
  if (verb.participle) return 'participle';
  if (!verb.noun) return 'verb';
  if (lower === verb.lemma && verb.lemma !== 'put' && verb.lemma !== 'read')
    return takesBaseForm(previous) ? 'verb' : 'noun';
  return previous?.tag === 'preposition' || previous?.tag === 'verb' ? 'noun' : 'verb';
}

const takesBaseForm = (previous: Token | undefined): boolean =>
  previous?.lower === 'to' ||
  previous?.tag === 'auxiliary' ||
  previous?.tag === 'pronoun' ||
  previous?.tag === 'relative' ||
  (previous?.tag === 'noun' && previous.lower.endsWith('s'));

/** A range of tokens, `to` exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Longer sentences are cut: no grammar reaches that far, and the time stays linear. */
const MAX_SENTENCE = 300;

/** Splits tokens into sentences. A quotation may end one, unless the words after it tell who spoke. */
export function sentenceRanges(text: string, tokens: readonly Token[]): Range[] {
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

function endsSentence(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (!next) return true;
  const nextIsLower = /^\p{Ll}/u.test(text.slice(next.start, next.start + 1));
  if (token.tag === 'stop') return next.tag !== 'stop' && !nextIsLower && next.tag !== 'comma';
  if (token.tag === 'quote') return quoteEndsSentence(text, tokens, at, nextIsLower);
  return (
    text[token.end - 1] === '.' &&
    !TITLES.has(token.lower) &&
    SENTENCE_OPENERS.has(next.lower) &&
    !nextIsLower
  );
}

const TERMINATED = /[.!?…]['’")\]]*[”"’'»]*$/;

function quoteEndsSentence(
  text: string,
  tokens: readonly Token[],
  at: number,
  nextIsLower: boolean,
): boolean {
  const quote = tokens[at] as Token;
  const next = tokens[at + 1] as Token;
  if (!TERMINATED.test(text.slice(Math.max(quote.start, quote.end - 6), quote.end))) return false;
  if (next.tag === 'quote') return true;
  if (next.tag === 'comma' || next.tag === 'stop' || next.tag === 'break' || nextIsLower) return false;
  return !namesSpeaker(tokens, at + 1);
}

/** `Ma said.` or `Ma said,` right after a quotation. */
function namesSpeaker(tokens: readonly Token[], at: number): boolean {
  let verb = at;
  while (verb < at + 5 && tokens[verb] && /^(?:name|pronoun|determiner|noun)$/.test(tokens[verb]?.tag ?? ''))
    verb++;
  const after = tokens[verb + 1]?.tag;
  return (
    verb > at &&
    tokens[verb]?.verb?.class === 'say' &&
    (after === undefined || after === 'stop' || after === 'comma')
  );
}
