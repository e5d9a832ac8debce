import type { Token } from './lexer.js';
import { isPlural } from './singular.js';
import {
  ADJECTIVES,
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  NOUNS,
  PREPOSITIONS,
  PRONOUNS,
  VERB_FORMS,
} from './tables/lexicon.js';

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
    tags.push(inContext(lexicalTag(token, first), token, tags[i - 1], tokens[i - 1], tokens[i + 1]));
  }
  return tags;
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
  if (tag === 'adverb' && before === 'determiner' && token.lower.endsWith('ly')) return 'adjective';
  if (tag !== 'verb') return tag;
  const form = VERB_FORMS.get(token.lower);
  if (previous?.possessive) return nominal(token.lower, form);
  if (before === undefined) return form === 'base' ? 'verb' : nominal(token.lower, form);
  if (OPENS_NOUN_PHRASE.has(before)) return nominal(token.lower, form);
  if (form === 'third') return SUBJECT.has(before) || before === 'adverb' ? thirdTag(before, next) : 'plural';
  if (form === 'base') return baseTag(token.lower, before, next);
  return 'verb';
}

/** `company shares fell`, `oil price rises`: a noun when another verb follows. */
function thirdTag(before: Tag, next?: Token): Tag {
  if (before === 'plural') return 'plural';
  const following = next?.lower ?? '';
  return AUXILIARIES.has(following) || VERB_FORMS.get(following) === 'past' ? 'plural' : 'verb';
}

function baseTag(lower: string, before: Tag, next?: Token): Tag {
  if (before === 'to' || before === 'auxiliary' || before === 'plural' || before === 'pronoun') return 'verb';
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
