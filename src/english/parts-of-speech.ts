import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  OTHER_PRONOUNS,
  PREPOSITIONS,
  RELATIVES,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from './word-classes.js';

/** What a token does in its sentence. */
export type Tag =
  | 'name' // a capitalised word
  | 'noun'
  | 'plural'
  | 'adjective'
  | 'number'
  | 'determiner'
  | 'possessive' // `'s`, where it is a token of its own
  | 'pronoun' // as a subject
  | 'object' // a pronoun that is no subject
  | 'relative'
  | 'preposition'
  | 'to'
  | 'subordinator'
  | 'conjunction'
  | 'auxiliary'
  | 'verb'
  | 'participle' // in -ing, as a verb
  | 'gerund' // in -ing, as a noun
  | 'adverb'
  | 'time'
  | 'quote'
  | 'comma'
  | 'colon'
  | 'break' // dash, bracket, semicolon
  | 'stop';

/** Whether it is that of a punctuation mark. */
export const isMark = (tag: Tag | undefined): boolean => tag !== undefined && MARKS.has(tag);

const MARKS: ReadonlySet<Tag> = new Set(['comma', 'colon', 'break', 'stop', 'quote']);

/** The words of closed classes; of a word in two classes the first counts. */
const CLOSED = new Map<string, Tag>([['to', 'to']]);
for (const [tag, words] of [
  ['relative', RELATIVES],
  ['determiner', DETERMINERS],
  ['pronoun', SUBJECT_PRONOUNS],
  ['object', OTHER_PRONOUNS],
  ['subordinator', SUBORDINATORS],
  ['preposition', PREPOSITIONS],
  ['conjunction', CONJUNCTIONS],
  ['auxiliary', AUXILIARIES],
  ['adverb', ADVERBS],
] as const)
  for (const word of words) if (!CLOSED.has(word)) CLOSED.set(word, tag);

/** A pronoun with its verb: `it's`, `we'll`. */
export const CONTRACTED = /^(?:i|you|he|she|it|we|they|that|there|what|who)'/;

/** The function class of a lower-case word, if it has one. */
export const closedClass = (word: string): Tag | undefined =>
  CLOSED.get(word) ?? (word.includes("'") && CONTRACTED.test(word) ? 'pronoun' : undefined);
