import type { Span } from '../corpus/article.js';
import { SENTENCE_OPENERS } from './stop-words.js';

/**
 * Sentence boundaries by rule: a terminator with the marks that close after it, unless what stands before is an
 * abbreviation or an initial, or what stands after goes on with the same sentence. Only a bounded window around
 * each terminator is looked at, so the time is linear in the text.
 */

/** A run of terminators and the quote marks and brackets that close after it. Ideographic ones need no space. */
const TERMINATOR = /(?<![.!?…])[.!?…]+["'”’»)\]]*(?=\s|$)|[.!?]["”](?=\p{Lu})|[。！？]+[」』”’）]*/gu;

/** A line that opens a list item starts a sentence of its own. */
const LIST_ITEM = /\n[^\S\n]*(?=(?:[-*+•‣]|\d{1,3}[.)])[^\S\n])/g;

const WINDOW = 48;

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Titles and the like, capitalised: a name follows, so the sentence goes on. */
const TITLES = list(`
  Mr Mrs Ms Mx Dr Prof Rev Hon Gen Col Lt Sgt Capt Cpt Cmdr Adm Maj Brig Gov Sen Sens Rep Reps Pres Supt Det St Ste
  Mt Ft Messrs Mmes
`);

/** Abbreviations that go on with the sentence whatever follows. */
const INNER_ABBREVIATIONS = list('vs v cf approx ca viz al');

/** Abbreviations that end no sentence when a number follows. */
const NUMBERED_ABBREVIATIONS = list('no nos vol vols fig figs p pp art sec ch eq');

/** Abbreviations that may also end a sentence; what follows decides. Dotted ones (`U.S`, `Ph.D`) need no entry. */
const TRAILING_ABBREVIATIONS = list(`
  Inc Corp Co Ltd Bros Jr Sr Esq Dept Univ Assn Ave Blvd Rd etc
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn
  Tex Va Vt Wash Wis Wyo
`);

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

function endsSentence(block: string, at: number, terminator: string, end: number): boolean {
  if (/^[。！？]/.test(terminator)) return true;
  const after = block.slice(end, end + WINDOW);
  if (after.trim() === '') return true;
  const next = NEXT_WORD.exec(after)?.[1] ?? '';
  if (/^\p{Ll}/u.test(next)) return false;
  if (/["”’']$/.test(terminator)) return !(/^[!?]/.test(terminator) && NAME_AND_CUE.test(after));
  if (terminator !== '.') return true;
  return periodEndsSentence(block.slice(Math.max(0, at - WINDOW), at), next);
}

/** Whether a single period after `before` ends the sentence, the next word being `next` (or ''). */
function periodEndsSentence(before: string, next: string): boolean {
  const word = LAST_WORD.exec(before)?.[1];
  if (word === undefined) return true;
  if (TITLES.has(word) || INNER_ABBREVIATIONS.has(word)) return false;
  if (NUMBERED_ABBREVIATIONS.has(word.toLowerCase())) return !/^\d/.test(next);
  const abbreviated = isInitial(word) || isDotted(word) || TRAILING_ABBREVIATIONS.has(word);
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
