import {
  ADJECTIVES,
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  INVARIABLE,
  MOSTLY_NOUNS,
  NOUNS,
  PREPOSITIONS,
  PRONOUNS,
  VERB_FORMS,
} from './lexicon.js';
import { isPlural, singular } from './nouns.js';
import { SCALES, SMALL, TENS } from './number-words.js';
import type { Token } from './tokens.js';

/** Parts of speech, as coarse as the noun phrases need them. */
export type Tag =
  | 'number'
  | 'determiner'
  | 'pronoun'
  | 'preposition'
  | 'to'
  | 'conjunction'
  | 'auxiliary'
  | 'verb'
  | 'gerund'
  | 'adverb'
  | 'adjective'
  | 'noun'
  | 'plural'
  | 'name'
  | 'mark';

/**
 * One tag per token: closed classes and endings first, then the verbs that may also be nouns (`plans`, `cut`) by
 * what stands before them. One pass, constant work a token.
 */
export function tagsOf(tokens: readonly Token[]): Tag[] {
  const tags: Tag[] = [];
  for (const [i, token] of tokens.entries()) {
    const first = i === 0 || (i === 1 && tokens[0]?.kind === 'mark');
    const tag = lexicalTag(token, first);
    tags.push(hyphenated(tokens, i, tag) ?? inContext(tag, token, tags[i - 1], tokens[i - 1], tokens[i + 1]));
  }
  return tags;
}

const isHyphen = (token: Token | undefined): boolean => token?.glued === true && /^[-‐‑]$/.test(token.text);

/** The parts of `start-up`, `gas-only`, `best-selling` are a noun or an adjective, whatever they are alone. */
function hyphenated(tokens: readonly Token[], i: number, tag: Tag): Tag | null {
  const token = tokens[i] as Token;
  if (token.kind !== 'word' || /^(?:name|number|plural|noun)$/.test(tag)) return null;
  if (isHyphen(tokens[i - 1]) && token.glued && tokens[i - 2]?.kind !== 'mark') {
    return token.lower.endsWith('ed') ? 'adjective' : 'noun';
  }
  return isHyphen(tokens[i + 1]) && tokens[i + 2]?.glued && tokens[i + 2]?.kind === 'word'
    ? 'adjective'
    : null;
}

const CLASSES: readonly (readonly [ReadonlySet<string>, Tag])[] = [
  [DETERMINERS, 'determiner'],
  [PRONOUNS, 'pronoun'],
  [AUXILIARIES, 'auxiliary'],
  [CONJUNCTIONS, 'conjunction'],
  [PREPOSITIONS, 'preposition'],
  [ADVERBS, 'adverb'],
  [ADJECTIVES, 'adjective'],
  [NOUNS, 'noun'],
];

const CLOSED: ReadonlyMap<string, Tag> = new Map(
  CLASSES.toReversed().flatMap(([words, tag]) => [...words].map((word): [string, Tag] => [word, tag])),
);

const ADJECTIVE_ENDING = /(?:ous|ful|less|ive|able|ible|ical|ial|ional|ary|ish|ese|est|ic|ican|ean)$/;

function lexicalTag(token: Token, first: boolean): Tag {
  if (token.kind !== 'word') return token.kind;
  const { lower, text } = token;
  if (lower === 'to') return 'to';
  if (/^(?:i|you|he|she|it|we|they)'/.test(lower)) return 'pronoun';
  if (SMALL.has(lower) || TENS.has(lower) || SCALES.has(lower)) return 'number';
  const capital = /^\p{Lu}/u.test(text);
  const closed = /^(?:US|U\.S\.?|IT|May)$/.test(text) && !first ? undefined : CLOSED.get(lower);
  if (closed && !(capital && !first && /^(?:noun|adjective)$/.test(closed))) return closed;
  if (capital && !first) return 'name';
  if (VERB_FORMS.has(lower)) return 'verb';
  if (/^.{2,}ly$/.test(lower)) return 'adverb';
  if (/^.{2,}ing$/.test(lower)) return 'gerund';
  if (/^.{2,}ed$/.test(lower)) return 'verb';
  if (isPlural(lower)) return 'plural';
  if (ADJECTIVE_ENDING.test(lower)) return 'adjective';
  return capital ? 'name' : 'noun';
}

const OPENS_NOUN_PHRASE: ReadonlySet<Tag> = new Set(['determiner', 'adjective', 'number', 'preposition']);
const SUBJECT: ReadonlySet<Tag> = new Set(['noun', 'plural', 'name', 'pronoun']);

/** Decides between verb and noun for a word of the verb list. */
function inContext(tag: Tag, token: Token, before: Tag | undefined, previous?: Token, next?: Token): Tag {
  if (tag === 'determiner' && isRelative(token, before, next)) return 'pronoun';
  if (tag === 'adverb' && before === 'determiner' && isAdjectival(token.lower)) return 'adjective';
  if (before === 'auxiliary' && /^.{2,}ing$/.test(token.lower)) return 'gerund';
  if (tag !== 'verb') return tag;
  const form = VERB_FORMS.get(token.lower);
  if (form === 'past') return 'verb';
  if (previous?.possessive) return nominal(token.lower, form);
  if (before === undefined) return form === 'base' ? 'verb' : nominal(token.lower, form);
  if (form === 'base' && (before === 'number' || before === 'mark') && governs(next)) return 'verb';
  if (OPENS_NOUN_PHRASE.has(before)) return nominal(token.lower, form);
  if (form === 'third') {
    if (!MOSTLY_NOUNS.has(singular(token.lower))) return 'verb';
    return SUBJECT.has(before) || before === 'adverb' ? thirdTag(token.lower, before, next) : 'plural';
  }
  const object = next !== undefined && (opensObject(next) || isPlural(next.lower));
  if (SUBJECT.has(before) && INVARIABLE.has(token.lower) && object) return 'verb';
  if (form === 'base') return baseTag(token.lower, isPluralName(before, previous) ? 'plural' : before, next);
  return before === 'adverb' && DEGREE.has(previous?.lower ?? '') ? 'adjective' : 'verb';
}

/** After these, a form in -ed is an adjective: `most gifted`. */
const DEGREE = new Set('most more less least very highly newly so too well'.split(' '));

/** `Americans`, `Democrats`. */
const isPluralName = (tag: Tag, token: Token | undefined): boolean =>
  tag === 'name' && token !== undefined && isPlural(token.lower);

/** `company shares fell`, `oil price rises`: a noun when another verb follows. */
function thirdTag(lower: string, before: Tag, next?: Token): Tag {
  if (before === 'plural') return 'plural';
  const following = next?.lower ?? '';
  if (before !== 'pronoun' && MOSTLY_NOUNS.has(singular(lower)) && !opensObject(next)) return 'plural';
  return AUXILIARIES.has(following) || /^(?:past|participle)$/.test(VERB_FORMS.get(following) ?? '')
    ? 'plural'
    : 'verb';
}

/** `an early lead`, `the costly war`, but not `the roughly 50 men`. */
const isAdjectival = (word: string): boolean =>
  ADJECTIVES.has(word) || (word.endsWith('ly') && !ADVERBS.has(word));

/** `62 % support the plan`, `three oppose it`. */
const governs = (next: Token | undefined): boolean =>
  next !== undefined && (DETERMINERS.has(next.lower) || PRONOUNS.has(next.lower));

/** What follows a verb rather than a noun: a determiner, a pronoun, a number, `to`. */
const opensObject = (next: Token | undefined): boolean =>
  next !== undefined &&
  (next.kind === 'number' ||
    /^[$€£]$/.test(next.text) ||
    /^(?:to|that|up|down|out|over|as|about|around|more|less|nearly|almost|only|just)$/.test(next.lower) ||
    DETERMINERS.has(next.lower) ||
    SMALL.has(next.lower));

function baseTag(lower: string, before: Tag, next?: Token): Tag {
  if (before === 'to' || before === 'auxiliary' || before === 'plural' || before === 'pronoun') return 'verb';
  if (before === 'noun' && !MOSTLY_NOUNS.has(lower) && !NOUNS.has(lower)) return 'verb';
  if (before === 'adverb' && !AUXILIARIES.has(next?.lower ?? '')) return 'verb';
  return ADJECTIVES.has(lower) ? 'adjective' : 'noun';
}

/** A verb form where only a noun or adjective can stand: `a cut`, `retired players`. */
function nominal(lower: string, form: string | undefined): Tag {
  if (form === 'third' || isPlural(lower)) return 'plural';
  return form === 'base' ? 'noun' : 'adjective';
}

const isRelative = (token: Token, before: Tag | undefined, next: Token | undefined): boolean =>
  (token.lower === 'that' || token.lower === 'which') &&
  ((before !== undefined && SUBJECT.has(before)) ||
    AUXILIARIES.has(next?.lower ?? '') ||
    VERB_FORMS.get(next?.lower ?? '') !== undefined);
