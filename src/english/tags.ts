import type { Token } from './joined-tokens.js';
import { type SpeechVerb, speechVerb } from './speech-verbs.js';
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
  TIME_NOUNS,
  TIME_WORDS,
} from './word-classes.js';

/** What a token does in its sentence. */
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

/** A token and what it does. */
export interface Tagged extends Token {
  readonly tag: Tag;
  /** The speech verb that it is a form of; also of a noun that could be one. */
  readonly verb: SpeechVerb | undefined;
}

const MARK_TAGS: Readonly<Record<string, Tag>> = { ',': 'comma', ':': 'colon', '&': 'name' };

/** Tags the tokens of a paragraph from left to right. `names` are words that bear a capital within sentences. */
export function tag(tokens: readonly Token[], names: ReadonlySet<string>): Tagged[] {
  const tagged: Tagged[] = [];
  for (const [at, token] of tokens.entries()) {
    const verb = token.shape === 'lower' || token.shape === 'capital' ? speechVerb(token.lower) : undefined;
    const { start, end, shape, lower, quote } = token;
    tagged.push({
      start,
      end,
      shape,
      lower,
      quote,
      verb,
      tag: tagOf(token, tagged[at - 1], tokens[at + 1], verb, names),
    });
  }
  return tagged;
}

function tagOf(
  { shape, lower }: Token,
  previous: Tagged | undefined,
  next: Token | undefined,
  verb: SpeechVerb | undefined,
  names: ReadonlySet<string>,
): Tag {
  if (shape === 'quote' || shape === 'number' || shape === 'possessive') return shape;
  if (shape === 'mark') return /^[.!?…]/.test(lower) ? 'stop' : (MARK_TAGS[lower] ?? 'break');
  if (shape === 'lower') return lowerTag(lower, previous, next, verb);
  return capitalTag(lower, opensSentence(previous), next, names, verb);
}

const opensSentence = (previous: Tagged | undefined): boolean =>
  previous === undefined || /^(?:stop|quote|colon|break)$/.test(previous.tag);

/** Months that are given names as well: `Jan Berg`. */
const GIVEN_MONTH = /^(?:jan|april|may|june|august)$/;

/** A capital opens a sentence or a name; a sentence does not open with a name that is a function word. */
function capitalTag(
  lower: string,
  opens: boolean,
  next: Token | undefined,
  names: ReadonlySet<string>,
  verb: SpeechVerb | undefined,
): Tag {
  if (TIME_WORDS.has(lower) && !(GIVEN_MONTH.test(lower) && next?.shape === 'capital')) return 'time';
  const closed = closedClassTag(lower);
  const isName = closed === 'auxiliary' && (!opens || speechVerb(next?.lower ?? '')?.past);
  if (closed !== null && !isName) return closed;
  if (!opens || isName || names.has(lower)) return 'name';
  if (verb) return verb.participle ? 'participle' : 'verb';
  if (isAdverb(lower)) return 'adverb';
  if (isVerbLike(lower)) return 'verb';
  return /..ing$/.test(lower) ? 'participle' : 'name';
}

/** The words of closed classes; of a word in two classes the first counts. */
const CLOSED_CLASSES = new Map<string, Tag>();
for (const [is, words] of [
  ['subordinator', ['that']],
  ['determiner', DETERMINERS],
  ['relative', RELATIVES],
  ['pronoun', SUBJECT_PRONOUNS],
  ['object', OTHER_PRONOUNS],
  ['subordinator', SUBORDINATORS],
  ['preposition', PREPOSITIONS],
  ['conjunction', CONJUNCTIONS],
  ['auxiliary', AUXILIARIES],
] as const)
  for (const word of words) if (!CLOSED_CLASSES.has(word)) CLOSED_CLASSES.set(word, is);

const closedClassTag = (lower: string): Tag | null => CLOSED_CLASSES.get(lower) ?? null;

/** Whether a clause may begin after `previous`. */
const opensClause = (previous: Tagged | undefined): boolean =>
  previous === undefined || /^(?:comma|stop|quote|break|colon|conjunction|verb)$/.test(previous.tag);

function lowerTag(
  lower: string,
  previous: Tagged | undefined,
  next: Token | undefined,
  verb: SpeechVerb | undefined,
): Tag {
  if (lower === 'once' && !opensClause(previous)) return 'adverb';
  const closed = closedClassTag(lower);
  if (closed !== null) return closed;
  if (TIME_WORDS.has(lower) || (previous?.tag === 'time' && TIME_NOUNS.has(lower))) return 'time';
  if (isAdverb(lower)) return 'adverb';
  const modifies = previous?.tag === 'determiner' || previous?.tag === 'possessive';
  if (verb) return verbTag(lower, previous, next, modifies, verb);
  if (modifies) return 'noun';
  if (isVerbLike(lower) || isPersonalSubject(previous)) return 'verb';
  const isGerund = previous?.tag === 'noun' || previous?.tag === 'preposition';
  return /..ing$/.test(lower) && !isGerund ? 'participle' : 'noun';
}

/** After "he" or "who" stands a verb. */
const isPersonalSubject = (previous: Tagged | undefined): boolean =>
  /^(?:he|she|they|we|who)$/.test(previous?.lower ?? '');

/** Determiners that may be a subject: `some said`. */
const QUANTIFIER = /^(?:some|many|several|few|most|all|both|one|another|each|this|these|those|neither|none)$/;

/** `claims`, `report` and the like are verbs only where a noun would not stand. */
function verbTag(
  lower: string,
  previous: Tagged | undefined,
  next: Token | undefined,
  modifies: boolean,
  verb: SpeechVerb,
): Tag {
  const standsAlone = verb.past && QUANTIFIER.test(previous?.lower ?? '');
  if (modifies && !standsAlone && !(previous?.tag === 'possessive' && verb.participle)) return 'noun';
  if (verb.participle) return 'participle';
  if (!verb.noun) return 'verb';
  if (previous?.tag === 'preposition' && previous.lower !== 'to') return 'noun';
  if (lower === verb.lemma && !verb.past) return takesBaseForm(previous) ? 'verb' : 'noun';
  if (previous?.tag === 'noun' || previous?.tag === 'number' || previous?.tag === 'verb')
    return verb.past || opensComplement(next) ? 'verb' : 'noun';
  return 'verb';
}

const takesBaseForm = (previous: Tagged | undefined): boolean =>
  previous?.lower === 'to' ||
  previous?.tag === 'auxiliary' ||
  previous?.tag === 'pronoun' ||
  previous?.tag === 'relative' ||
  (previous?.tag === 'noun' && /[^us]s$/.test(previous.lower));

/** What follows a verb rather than a noun: its object or a clause. */
const opensComplement = (next: Token | undefined): boolean => {
  if (next === undefined) return false;
  const following = closedClassTag(next.lower);
  return next.lower === 'that' || /^(?:determiner|pronoun|object)$/.test(following ?? '');
};
