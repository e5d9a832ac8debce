import type { Span } from '../text/span.js';
import { SENTENCE_OPENERS } from './stop-words.js';

/**
 * Sentence boundaries by rule: a terminator with the marks that close after it, unless what stands before is an
 * abbreviation or an initial, or what stands after goes on with the same sentence. Only a bounded window around
 * each terminator is looked at, so the time is linear in the text.
 */

/**
 * A run of terminators, the quote marks and brackets that close after it, and the mark of a note (`[3]`, `¹`, a number after
 * a word). Ideographic ones need no space.
 */
const TERMINATOR =
  /(?<![.!?…])[.!?…]+["'”’»)\]]*(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3}|(?<=\p{Ll}{3}\.)\d{1,2})?(?=\s|$)|[.!?]["”](?=\p{Lu})|[。！？]+[」』”’）]*/gu;

const NOTE_MARK = /(?:\[\d+\]|[¹²³⁰⁴-⁹]+|\d+)$/;

/** A line that opens a list item starts a sentence of its own. */
const LIST_ITEM = /\n[^\S\n]*(?=(?:[-*+•‣]|\d{1,3}[.)]|[a-z]\)|(?:ii|iii|iv|vi{1,3}|ix)[.)])[^\S\n])/g;

/** The marker of a list's item, up to its full stop: `2`, `a`, `iv`. */
const ITEM_MARKER =
  /(?:^|\n)[^\S\n]*(?:\d{1,3}|[a-z]|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})|(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))$/;

const WINDOW = 48;

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Titles and the like, capitalised: a name follows, so the sentence goes on. */
const TITLES = list(`
  Mr Mrs Ms Mx Dr Prof Rev Hon Gen Col Lt Sgt Capt Cpt Cmdr Adm Maj Brig Gov Sen Sens Rep Reps Pres Supt Det St Ste
  Mt Ft Messrs Mmes Cllr Ald Fr Msgr Insp Asst Dep Cpl Pvt Amb Atty Wm Chas Geo Jas Jos Thos Th Chr
`);

/** Abbreviations that go on with the sentence whatever follows. */
const INNER_ABBREVIATIONS = list('vs v cf approx ca viz al i.e e.g');

/** Abbreviations that end no sentence when a number follows. */
const NUMBERED_ABBREVIATIONS = list('no nos vol vols fig figs p pp art sec ch eq max min ver');

/** Abbreviations that may also end a sentence; what follows decides. Dotted ones (`U.S`, `Ph.D`) need no entry. */
const TRAILING_ABBREVIATIONS = list(`
  Inc Corp Co Ltd Bros Jr Sr Esq Dept Univ Assn Ave Blvd Rd
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun
`);

/** The same; a name or an office often follows (`Calif. Democrats`). */
const STATES = list(`
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn
  Tex Va Vt Wash Wis Wyo
`);

/** After `p.m.`, these still belong to the time. */
const OF_A_TIME =
  /^(?:\p{Lu}{2,4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Central|Mountain|Pacific|Atlantic|Greenwich|British|Standard|January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/** What a single letter names: `plan B`, `vitamin C`, `S, M and L`. */
const NAMED_BY_LETTER =
  /(?:\b(?:appendix|block|box|building|category|class|column|exhibit|figure|gate|grade|group|hall|hepatitis|level|option|part|phase|plan|platform|point|row|section|side|size|team|type|unit|vitamin|zone)|\b\p{Lu},? (?:and|or)) \p{Lu}$/iu;

/** Several people or things that do something: `Workers heard of it`. */
const PLURAL_SUBJECT = /^\s+(?:\p{Lu}\p{Ll}+[^s\P{Ll}]s|Police|People)\s+\p{Ll}/u;

/** `Washington, D.C` */
const CAPITAL_OF = /, \p{Lu}\.\p{Lu}$/u;

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
    if (endsSentence(block, match.index, match[0], end)) ends.push(end);
  }
  for (const match of block.matchAll(LIST_ITEM)) ends.push(match.index);
  return ends.sort((a, b) => a - b);
}

function endsSentence(block: string, at: number, match: string, end: number): boolean {
  if (/^[。！？]/.test(match)) return true;
  const terminator = match.replace(NOTE_MARK, '');
  const before = block.slice(Math.max(0, at - WINDOW), at);
  const after = block.slice(end, end + WINDOW);
  if (after.trim() === '') return true;
  if (isInEllipsis(after)) return false;
  const next = NEXT_WORD.exec(after)?.[1] ?? '';
  if (/^\p{Ll}/u.test(next)) return false;
  if (/["”’']$/.test(terminator)) return !(/^[!?]/.test(terminator) && NAME_AND_CUE.test(after));
  if (terminator !== '.') return true;
  if (isItemMarker(before, at) || GOES_ON.test(after)) return false;
  return periodEndsSentence(before, /\d+$/.exec(match)?.[0] ?? next, after);
}

/** A dot of `. . .` that another one follows. */
const isInEllipsis = (after: string): boolean => /^[^\S\n]\.(?![\p{L}\p{N}])/u.test(after);

/** Whether all that stands before a full stop on its line is the marker of a list's item; `at` is where it stands. */
function isItemMarker(before: string, at: number): boolean {
  const marker = ITEM_MARKER.exec(before)?.[0];
  return marker !== undefined && (marker.startsWith('\n') || marker.length === at);
}

/**
 * Whether a single period after `before` ends the sentence. `next` is the number glued to it (`oak.3`, `fig.3`), else the
 * first word (or '') of `after`, what follows.
 */
function periodEndsSentence(before: string, next: string, after: string): boolean {
  const word = LAST_WORD.exec(before)?.[1];
  if (word === undefined) return true;
  if (TITLES.has(word) || INNER_ABBREVIATIONS.has(word)) return false;
  if (NUMBERED_ABBREVIATIONS.has(word.toLowerCase())) return !/^\d/.test(next);
  if (/^[ap]\.m$/i.test(word)) return /^\p{Lu}/u.test(next) && !OF_A_TIME.test(next);
  if (isInitial(word) && NAMED_BY_LETTER.test(before)) return true;
  const trailing = TRAILING_ABBREVIATIONS.has(word) || CAPITAL_OF.test(before);
  if (trailing && PLURAL_SUBJECT.test(after)) return true;
  const abbreviated = trailing || isInitial(word) || isDotted(word) || STATES.has(word);
  return !abbreviated || SENTENCE_OPENERS.has(next.toLowerCase());
}

const isInitial = (word: string): boolean => /^\p{Lu}$/u.test(word) && word !== 'I';
const isDotted = (word: string): boolean => /^(?:\p{L}\.)+\p{L}$/u.test(word);

function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  if (to > from) spans.push({ start: from, end: to });
}
