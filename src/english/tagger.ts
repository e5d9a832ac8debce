import { MONTHS, WEEKDAYS } from './calendar.js';
import { isGivenName } from './given-names.js';
import { isCommonPlural, isPlural } from './nouns.js';
import { SCALES, SMALL, TENS } from './number-words.js';
import { closedClass, isMark, type Tag } from './parts-of-speech.js';
import {
  isContent,
  isPastSpeech,
  isPersonal,
  isTimeWord,
  isVerbal,
  type Surroundings,
  surroundingsOf,
} from './surroundings.js';
import type { Token } from './tokens.js';
import { ingTag, listedTag, opensOrder, SUBJECT, verbTag } from './verb-tagger.js';
import { verbOf } from './verbs.js';
import { ADJECTIVES, TIME_NOUNS } from './word-classes.js';

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * One tag per token, from left to right: closed classes and endings first, then what may be a verb or a noun (`plans`,
 * `cut`) by what stands beside it. `names` are words (lower case) that bear a capital within sentences. Constant work a
 * token.
 */
export function tagsOf(tokens: readonly Token[], names: ReadonlySet<string> = NO_NAMES): Tag[] {
  const tags: Tag[] = [];
  for (const [at, token] of tokens.entries()) {
    const around = surroundingsOf(tokens, tags, at);
    const tag = markTag(token) ?? wordTag(around, names);
    tags.push(inCompound(tokens, at, tag) ?? tag);
  }
  return tags;
}

const isHyphen = (token: Token | undefined): boolean => token?.glued === true && /^[-‐‑]$/.test(token.text);

/** The parts of `start-up`, `gas-only`, `best-selling` are a noun or an adjective, whatever they are alone. */
function inCompound(tokens: readonly Token[], at: number, tag: Tag): Tag | null {
  const token = tokens[at] as Token;
  const opens = isHyphen(tokens[at + 1]) && tokens[at + 2]?.glued && tokens[at + 2]?.kind === 'word';
  const closes = token.glued && isHyphen(tokens[at - 1]) && tokens[at - 2]?.kind !== 'mark';
  if ((!opens && !closes) || token.kind !== 'word' || /^(?:name|number|plural|noun)$/.test(tag)) return null;
  return closes && !token.lower.endsWith('ed') ? 'noun' : 'adjective';
}

const MARK_TAGS: Readonly<Record<string, Tag>> = { ',': 'comma', ':': 'colon', '&': 'name' };

function markTag({ kind, text }: Token): Tag | null {
  if (kind === 'word') return null;
  if (kind === 'number') return 'number';
  if (kind === 'quoted') return 'quote';
  if (kind === 'clitic') return 'possessive';
  return /^[.!?…]/.test(text) ? 'stop' : (MARK_TAGS[text] ?? 'break');
}

const isNumberWord = (word: string): boolean => SMALL.has(word) || TENS.has(word) || SCALES.has(word);

function wordTag(around: Surroundings, names: ReadonlySet<string>): Tag {
  const { token, before } = around;
  const { lower, capital } = token;
  const opens = before === undefined || (before !== 'comma' && isMark(before));
  if (isInitial(token) || (capital && before === 'name' && isNumberWord(lower) && !counts(around)))
    return 'name';
  if (isNumberWord(lower)) return 'number';
  if (isTime(around)) return 'time';
  const closed = closedClass(lower);
  if (closed && !(capital && isName(around, closed, opens))) return inContext(around, closed);
  if (capital && (!opens || names.has(lower))) return 'name';
  if (capital && isCommonPlural(lower) && !around.next?.capital) return 'plural';
  if (capital && isGivenName(lower)) return 'name';
  if (around.next?.lower === 'than' && lower.endsWith('er')) return 'adjective';
  if (capital && around.verb && !opensOrder(around)) return 'name';
  const listed = listedTag(around);
  if (listed) return listed;
  return around.verb ? verbTag(around, around.verb) : openTag(around);
}

/** `Three people`, but not `Radio Four said`. */
const counts = ({ token, next }: Surroundings): boolean =>
  !token.possessive && next?.kind === 'word' && !next.capital && verbOf(next.lower)?.use !== 'only';

/** `A.` of `Karl A. Berg`, `US`. */
const isInitial = ({ text }: Token): boolean => /^(?:\p{Lu}\.|US|U\.S\.?)$/u.test(text);

const NOT_MEANT = /^(?:IT|May|Will|Mark)$/;

/** A function word with a capital may be a name: `Will said`, `May`, `US`, `Karl A. Berg`. */
function isName({ token, next }: Surroundings, closed: Tag, opens: boolean): boolean {
  if (closed === 'auxiliary') return !opens || next?.capital === true || isPastSpeech(next);
  return !opens && (NOT_MEANT.test(token.text) || closed === 'adverb');
}

/** Months that are given names as well: `Jan Berg`. */
const GIVEN_MONTH = /^(?:jan|april|may|june|august)$/;

function isTime({ token, next, before }: Surroundings): boolean {
  const { lower, capital } = token;
  if (isTimeWord(lower)) return true;
  if (before === 'time' && TIME_NOUNS.has(lower)) return true;
  if (!capital || !(MONTHS.has(lower) || WEEKDAYS.has(lower))) return false;
  return !(GIVEN_MONTH.test(lower) && next?.capital);
}

/** A word of a closed class may be another one beside its neighbours. */
function inContext({ token, previous, before, next }: Surroundings, closed: Tag): Tag {
  const { lower } = token;
  if (lower === 'once') return before === undefined || OPENS_CLAUSE.has(before) ? closed : 'adverb';
  if (lower === 'most' && (previous?.possessive || /^(?:determiner|number|possessive)$/.test(before ?? '')))
    return 'adverb';
  if (lower === 'mine' && before === 'determiner') return 'noun';
  if (/^(?:adverb|preposition)$/.test(closed) && ADJECTIVES.has(lower) && isBesideNoun(before, next))
    return 'adjective';
  if (lower !== 'that') return closed;
  if (before && (SUBJECT.has(before) || before === 'object' || before === 'number')) return 'relative';
  if (isVerbal(next)) return 'relative';
  return before === undefined || !/^(?:preposition|comma|stop|to)$/.test(before)
    ? 'subordinator'
    : 'determiner';
}

/** `the first team`, `last year`. */
const isBesideNoun = (before: Tag | undefined, next: Token | undefined): boolean =>
  /^(?:determiner|adjective|possessive)$/.test(before ?? '') || TIME_NOUNS.has(next?.lower ?? '');

const OPENS_CLAUSE: ReadonlySet<Tag> = new Set([
  'comma',
  'stop',
  'quote',
  'break',
  'colon',
  'conjunction',
  'verb',
]);

const ADJECTIVE_ENDING = /(?:ous|ful|less|ive|able|ible|ical|ial|ional|ary|ish|ese|est|ic|ican|ean)$/;

/** A word that no table has, by its ending. */
function openTag({ token, previous, before, next }: Surroundings): Tag {
  const { lower, capital } = token;
  if (/^.{2,}ly$/.test(lower)) return before === 'determiner' ? 'adjective' : 'adverb';
  if (/^.{2,}ing$/.test(lower)) return capital ? 'name' : ingTag(before);
  const nominal = before === 'determiner' || before === 'possessive' || previous?.possessive;
  if (/^.{2,}ed$/.test(lower))
    return nominal || (before === 'number' && isContent(next)) ? 'adjective' : 'verb';
  if (previous && !previous.possessive && isPersonal(previous)) return 'verb';
  if (capital) return 'name';
  if (isPlural(lower)) return 'plural';
  return ADJECTIVE_ENDING.test(lower) ? 'adjective' : 'noun';
}
