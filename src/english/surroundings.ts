import { isPlural } from './nouns.js';
import { SMALL } from './number-words.js';
import { CONTRACTED, closedClass, isMark, type Tag } from './parts-of-speech.js';
import { isSpeechVerb } from './speech-verbs.js';
import type { Token } from './tokens.js';
import { type Verb, verbOf } from './verbs.js';
import { AUXILIARIES } from './word-classes.js';

/** A token between its neighbours. */
export interface Surroundings {
  readonly token: Token;
  readonly previous: Token | undefined;
  readonly next: Token | undefined;
  /** The tag of the token before. */
  readonly before: Tag | undefined;
  /** The token before, or before the adverbs that stand there. */
  readonly governor: Token | undefined;
  readonly verb: Verb | undefined;
  /** Whether no other word of its clause is surely the verb. */
  readonly isLoneVerb: () => boolean;
  /** Whether a number or `with` stands before the words that describe it. */
  readonly isCounted: () => boolean;
}

/** The token at `at` between its neighbours; those before it are tagged. */
export const surroundingsOf = (tokens: readonly Token[], tags: readonly Tag[], at: number): Surroundings => {
  const token = tokens[at] as Token;
  return {
    token,
    next: tokens[at + 1],
    previous: tokens[at - 1],
    before: tags[at - 1],
    governor: governorOf(tokens, tags, at),
    verb: token.kind === 'word' ? verbOf(token.lower) : undefined,
    isLoneVerb: () => !hasVerb(tokens, tags, at),
    isCounted: () => closesCount(tokens, tags, at),
  };
};

/** How many words may stand between a number and what it counts. */
const MAX_MODIFIERS = 4;

/** `two terrorism attacks`, `309 electoral votes`, `with barley yields rising`: a plural, whatever verb it looks like. */
function closesCount(tokens: readonly Token[], tags: readonly Tag[], at: number): boolean {
  let before = at - 1;
  while (before > at - 1 - MAX_MODIFIERS && /^(?:noun|adjective|name)$/.test(tags[before] ?? '')) before--;
  if (before === at - 1) return false;
  return (tags[before] === 'number' && tokens[before]?.lower !== 'one') || tokens[before]?.lower === 'with';
}

/** How far to either side a clause is looked through for another verb, in tokens. */
const CLAUSE = 12;

/** Whether the clause around a token has a finite verb beside it: `oil prices in May rose`, but not `the bus starts at nine`. */
function hasVerb(tokens: readonly Token[], tags: readonly Tag[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - CLAUSE) && !isMark(tags[i]) && tags[i] !== 'conjunction'; i--)
    if (tags[i] === 'verb' || tags[i] === 'auxiliary' || CONTRACTED.test(tokens[i]?.lower ?? '')) return true;
  for (let i = at + 1; i < Math.min(tokens.length, at + CLAUSE) && tokens[i]?.kind !== 'mark'; i++)
    if (startsPredicate(tokens[i])) return true;
  return false;
}

/** Adverbs that may stand between `will` and its verb. */
const MAX_ADVERBS = 2;

function governorOf(tokens: readonly Token[], tags: readonly Tag[], at: number): Token | undefined {
  let before = at - 1;
  while (before > at - 1 - MAX_ADVERBS && tags[before] === 'adverb') before--;
  return tokens[before];
}

export const isPastSpeech = (token: Token | undefined): boolean => {
  const verb = token?.kind === 'word' ? verbOf(token.lower) : undefined;
  return verb !== undefined && isSpeechVerb(verb) && verb.form === 'participle';
};

export const isTimeWord = (word: string): boolean => /^(?:today|yesterday|tomorrow|tonight)$/.test(word);

export const isVerbal = (next: Token | undefined): boolean => {
  if (next === undefined || AUXILIARIES.has(next.lower)) return next !== undefined;
  const { form, use } = verbOf(next.lower) ?? {};
  return (form === 'third' && use !== 'rarely') || form === 'past' || form === 'participle';
};

export const isPersonal = ({ lower }: Token): boolean => /^(?:he|she|they|we|who)$/.test(lower);

/** A word that may be the noun that a participle describes. */
export const isContent = (next: Token | undefined): boolean =>
  next?.kind === 'word' && closedClass(next.lower) === undefined && !isTimeWord(next.lower);

/** `costs had risen`: what follows is the verb. */
export function startsPredicate(next: Token | undefined): boolean {
  const { form, use } = (next && verbOf(next.lower)) ?? {};
  return AUXILIARIES.has(next?.lower ?? '') || form === 'past' || (form === 'participle' && use === 'only');
}

/** `12`, `$12`, `a`. */
export const opensSum = (next: Token | undefined): boolean =>
  next?.kind === 'number' ||
  /^[$€£]$/.test(next?.text ?? '') ||
  SMALL.has(next?.lower ?? '') ||
  governs(next);

/** `62 % support the plan`, `three oppose it`. */
export const governs = (next: Token | undefined): boolean =>
  next !== undefined &&
  (/^(?:one|it|you|there)$/.test(next.lower) ||
    /^(?:determiner|object)$/.test(closedClass(next.lower) ?? ''));

/** What follows a verb rather than a noun: a determiner, a pronoun, a number, `to`, a quotation. */
export const opensObject = (next: Token | undefined): boolean =>
  next !== undefined &&
  (opensSum(next) ||
    next.kind === 'quoted' ||
    /^(?:to|that|up|down|out|over|as|about|around|more|less|nearly|almost|only|just)$/.test(next.lower) ||
    isPlural(next.lower) ||
    next.capital);
