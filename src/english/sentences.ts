import { MAX_SENTENCE_LENGTH } from '../limits.js';
import type { Span } from '../text/span.js';
import { BEFORE_NAMES, INNER, NUMBERED, STATES, TRAILING } from './abbreviations.js';
import { MONTHS, WEEKDAYS } from './calendar.js';
import { isGivenName } from './given-names.js';
import { SENTENCE_OPENERS } from './stop-words.js';
import { verbOf } from './verbs.js';
import { AUXILIARIES, PREPOSITIONS } from './word-classes.js';

/**
 * Sentence boundaries by rule: a terminator with the marks that close after it, unless what stands before is an
 * abbreviation or an initial, or what stands after goes on with the same sentence. Only a bounded window around
 * each terminator is looked at, so the time is linear in the text.
 */

/**
 * A run of terminators, the quote marks and brackets that close after it, and the marks of notes (`[3]`, `¹`, `*`, a number
 * after a word). Ideographic ones need no space, nor does one between a small word and a capitalised one (`oak.Larch was`).
 */
const TERMINATOR =
  /(?<![.!?…])[.!?…]+["'”’»)\]]*(?:(?:\[(?:\d{1,3}|\p{Ll})\]){1,4}|[¹²³⁰⁴-⁹]{1,3}|[*†‡]{1,2}|(?<=\p{Ll}{3}\.)\d{1,2})?(?=\s|$)|[.!?](?:["”]|\[\d{1,3}\])(?=\p{Lu})|(?<=\s\p{Ll}{2,40})[.!?](?=\p{Lu}\p{Ll}*,?\s\p{Ll})|[。！？]+[」』”’）]*/gu;

const NOTE_MARK = /(?:(?:\[[^\s[\]]{1,3}\])+|[¹²³⁰⁴-⁹]+|[*†‡]+|\d+)$/;

/** A line that opens a list item starts a sentence of its own. */
const LIST_ITEM = /\n[^\S\n]*(?=(?:[-*+•‣]|\d{1,3}[.)]|[a-z]\)|(?:ii|iii|iv|vi{1,3}|ix)[.)])[^\S\n])/g;

/** The marker of a list's item, up to its full stop: `2`, `a`, `iv`. */
const ITEM_MARKER =
  /(?:^|\n)[^\S\n]*(?:\d{1,3}|[a-z]|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})|(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))$/;

/** `The steps: 1. Open it` */
const FIRST_MARKER = /\p{L}: (?:\d{1,2}|[a-h])$/u;
/** `… left. b) Nobody` */
const NEXT_ITEM = /^\s\(?(?:[a-h]|\d{1,2}|i{1,3}|iv|vi{0,3})\)\s/;

const WINDOW = 48;

/** After `p.m.`, these still belong to the time, as days and months do. */
const OF_A_TIME = /^(?:\p{Lu}{2,4}|Eastern|Central|Mountain|Pacific|Atlantic|Greenwich|British|Standard)$/u;

const isOfATime = (word: string): boolean =>
  OF_A_TIME.test(word) || MONTHS.has(word.toLowerCase()) || WEEKDAYS.has(word.toLowerCase());

/** What a single letter names: `plan B`, `vitamin C`, `S, M and L`. */
const NAMED_BY_LETTER =
  /(?:\b(?:appendix|block|box|building|category|class|column|exhibit|figure|gate|grade|group|hall|hepatitis|level|option|part|phase|plan|platform|point|row|section|side|size|team|type|unit|vitamin|zone)|\b\p{Lu},? (?:and|or)) \p{Lu}$/iu;

/** Several people or things, or somebody by a given name, and what they do: `Workers heard of it`, `Ann Lee did not`. */
const SUBJECT =
  /^\s+(\p{Lu}\p{Ll}+)((?: \p{Lu}[\p{L}'’-]*){0,2})(?: (?:there|here|also|then|now|still|all|\p{Ll}+ly))? (\p{Ll}+)/u;
const PLURAL = /(?:[^s\P{Ll}]s|^Police|^People)$/u;

/** `Washington, D.C`, `5th St` */
const PLACE_ENDS = /(?:, \p{Lu}\.\p{Lu}|\d(?:st|nd|rd|th) St)$/u;
/** `in the U.K`: a whole place, where `the U.K. Parliament` goes on. */
const WHOLE_COUNTRY = /(?: in| to| from| of| for| across| outside| within)(?: the)? \p{Lu}\.\p{Lu}$/u;

/** Names that end in `!` or `?`. */
const SHOUTED: ReadonlySet<string> = new Set(
  'Yahoo Jeopardy Yum Wham Oklahoma Joomla Ahoy Ho Mia Guess Panic'.split(' '),
);
/** A capitalised name in the midst of a sentence, and the small word before it: `shown on Late Splash`. */
const NAME_AT_END = /(?:^|\s)(\p{Ll}+)(?: \p{Lu}[\p{L}\p{N}'’&-]*){1,4}$/u;

/** A sign that opens no sentence, or a few words in brackets within one. */
const GOES_ON = /^[^\S\n]+(?:[+&±=×/]\s|\([^()\n]{1,40}\)[^\S\n]+\p{Ll})/u;

const LAST_WORD = /(?:^|[\s"'“”‘’«([—–-])((?:\p{L}\.)*[\p{L}\p{M}\p{N}]+)$/u;
const NEXT_WORD = /^\s*["'“‘«([]*([\p{L}\p{N}$€£][\p{L}\p{M}\p{N}'’]*)?/u;

/** `“Is it?” Ma asked`: the name and the verb belong to the sentence of the question. */
const NAME_AND_CUE =
  /^\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*\s+){1,4}(?:said|says|asked|asks|added|adds|told|replied|wrote|writes|tweeted|cried|shouted|exclaimed|wondered|joked|quipped)\b/u;

/** The sentences of `text.slice(start, end)`, in order, without white space at their ends. */
export function sentenceSpans(text: string, start = 0, end = text.length): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const at of boundaries(text.slice(start, end))) {
    pushTrimmed(spans, text, from, start + at);
    from = start + at;
  }
  pushTrimmed(spans, text, from, end);
  return spans;
}

/** Offsets in `block` at which a sentence ends, ascending. */
function boundaries(block: string): number[] {
  const ends: number[] = [];
  for (const match of block.matchAll(TERMINATOR)) {
    const end = match.index + match[0].length;
    if (endsSentence(block, match.index, match[0], end, ends.at(-1) ?? 0)) ends.push(end);
  }
  for (const match of block.matchAll(LIST_ITEM)) ends.push(match.index);
  return ends.sort((a, b) => a - b);
}

/** Whether the terminator `match` at `at` ends the sentence that began at `from`. */
function endsSentence(block: string, at: number, match: string, end: number, from: number): boolean {
  if (/^[。！？]/.test(match)) return true;
  const terminator = match.replace(NOTE_MARK, '');
  const before = block.slice(Math.max(from, at - WINDOW), at);
  const after = block.slice(end, end + WINDOW);
  if (after.trim() === '') return true;
  if (isInEllipsis(after)) return false;
  if (NEXT_ITEM.test(after)) return true;
  const next = NEXT_WORD.exec(after)?.[1] ?? '';
  if (/^\p{Ll}/u.test(next)) return false;
  if (/["”’']$/.test(terminator)) return !(/^[!?]/.test(terminator) && NAME_AND_CUE.test(after));
  if (/^[!?]$/.test(terminator)) return !isPartOfName(before, terminator, after);
  if (terminator !== '.') return true;
  if (isItemMarker(before) || GOES_ON.test(after)) return false;
  return periodEndsSentence(before, /\d+$/.exec(match)?.[0] ?? next, after);
}

/** `the ferry Ahoy! Number Two sank`: a mark after a name, with no verb before it or none behind. */
function isPartOfName(before: string, mark: string, after: string): boolean {
  const [, leading = ''] = NAME_AT_END.exec(before) ?? [];
  const next = NEXT_WORD.exec(after)?.[1] ?? '';
  if (leading === '' || !/^\p{Lu}/u.test(next) || SENTENCE_OPENERS.has(next.toLowerCase())) return false;
  if (SHOUTED.has(/\p{L}+$/u.exec(before)?.[0] ?? '')) return true;
  const isPhrase = /^\s*(?:The|An?|Our|His|Her|Their) /.test(before) && !hasVerb(before);
  const rest = /^[^.!?]*/.exec(after)?.[0] ?? '';
  const isRest = mark === '!' && rest.length < WINDOW && !hasVerb(rest) && /\s\p{Ll}/u.test(rest);
  return isPhrase || (isRest && (PREPOSITIONS.has(leading) || leading === 'the'));
}

const hasVerb = (words: string): boolean => words.split(/[^\p{L}'’]+/u).some(isFiniteVerb);

/** Whether a word is most likely a finite verb. */
function isFiniteVerb(word: string): boolean {
  const { form = 'gerund', use = 'rarely' } = verbOf(word) ?? {};
  return AUXILIARIES.has(word) || (form !== 'gerund' && form !== 'base' && use !== 'rarely');
}

/** A dot of `. . .` that another one follows. */
const isInEllipsis = (after: string): boolean => /^[^\S\n]\.(?![\p{L}\p{N}])/u.test(after);

/** Whether all that a sentence has before its first full stop is the marker of an item. */
const isItemMarker = (before: string): boolean => ITEM_MARKER.test(before) || FIRST_MARKER.test(before);

/**
 * Whether a single period after `before` ends the sentence. `next` is the number glued to it (`oak.3`, `fig.3`), else the
 * first word (or '') of `after`, what follows.
 */
function periodEndsSentence(before: string, next: string, after: string): boolean {
  const word = LAST_WORD.exec(before)?.[1];
  if (word === undefined) return true;
  if ((BEFORE_NAMES.has(word) && !PLACE_ENDS.test(before)) || INNER.has(word)) return false;
  if (NUMBERED.has(isInitial(word) ? word : word.toLowerCase())) return !/^(?:\d|\p{Lu}$)/u.test(next);
  if (/^[ap]\.m$/i.test(word)) return /^\p{Lu}/u.test(next) && !isOfATime(next);
  if (isInitial(word) && NAMED_BY_LETTER.test(before)) return true;
  const trailing = TRAILING.has(word) || PLACE_ENDS.test(before);
  if ((trailing || WHOLE_COUNTRY.test(before)) && startsClause(after)) return true;
  const abbreviated = trailing || isInitial(word) || isDotted(word) || STATES.has(word);
  return !abbreviated || SENTENCE_OPENERS.has(next.toLowerCase());
}

/** Whether somebody does something there. */
function startsClause(after: string): boolean {
  const [, first = '', more = '', verb = ''] = SUBJECT.exec(after) ?? [];
  const plural = PLURAL.test(first) && more === '';
  const isName = isGivenName(first.toLowerCase());
  return (plural || isName) && (isFiniteVerb(verb) || (plural && verbOf(verb)?.form === 'base'));
}

const isInitial = (word: string): boolean => /^\p{Lu}$/u.test(word) && word !== 'I';
const isDotted = (word: string): boolean => /^(?:\p{L}\.)+\p{L}$/u.test(word);

/** A span in as many parts as it takes for none to be longer than a sentence may be. */
export function withinLength(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  pushWithin(parts, text, span);
  return parts;
}

function pushWithin(spans: Span[], text: string, { start, end }: Span): void {
  let from = start;
  while (end - from > MAX_SENTENCE_LENGTH) {
    const to = from + cutIn(text.slice(from, from + MAX_SENTENCE_LENGTH));
    spans.push({ start: from, end: from + text.slice(from, to).trimEnd().length });
    from = to + text.slice(to, end).search(/\S/);
  }
  spans.push({ start: from, end });
}

/** Where some words are best cut: behind a line's end, a mark or a word, as far as there is one in the second half. */
function cutIn(words: string): number {
  const half = words.length >> 1;
  const ends = [/\n/g, /[,;:]\s/g, /\s/g].map((mark) => [...words.slice(half).matchAll(mark)].at(-1));
  const last = ends.find((end) => end !== undefined);
  if (last) return half + last.index + 1;
  return /[\uD800-\uDBFF]$/.test(words) ? words.length - 1 : words.length;
}

function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  if (lead < slice.length)
    pushWithin(spans, text, { start: start + lead, end: start + slice.trimEnd().length });
}
