import { MONTHS, WEEKDAYS } from './calendar.js';
import { isGivenName } from './given-names.js';
import { isCommonPlural, isPlural } from './nouns.js';
import { SCALES, SMALL, TENS } from './number-words.js';
import { isSpeechVerb } from './speech-verbs.js';
import type { Token } from './tokens.js';
import { type Verb, type VerbForm, verbOf } from './verbs.js';
import {
  ADJECTIVES,
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  NOUNS,
  OTHER_PRONOUNS,
  PREPOSITIONS,
  RELATIVES,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TIME_NOUNS,
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

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * One tag per token, from left to right: closed classes and endings first, then what may be a verb or a noun (`plans`,
 * `cut`) by what stands beside it. `names` are words (lower case) that bear a capital within sentences. Constant work a
 * token.
 */
export function tagsOf(tokens: readonly Token[], names: ReadonlySet<string> = NO_NAMES): Tag[] {
  const tags: Tag[] = [];
  for (const [at, token] of tokens.entries()) {
    const place: Place = {
      token,
      next: tokens[at + 1],
      previous: tokens[at - 1],
      before: tags[at - 1],
      governor: governorOf(tokens, tags, at),
      verb: token.kind === 'word' ? verbOf(token.lower) : undefined,
      isLoneVerb: () => !hasVerb(tokens, tags, at),
      isCounted: () => closesCount(tokens, tags, at),
    };
    const tag = markTag(token) ?? wordTag(place, names);
    tags.push(inCompound(tokens, at, tag) ?? tag);
  }
  return tags;
}

/** A token between its neighbours. */
interface Place {
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
const CONTRACTED = /^(?:i|you|he|she|it|we|they|that|there|what|who)'/;

/** The function class of a lower-case word, if it has one. */
export const closedClass = (word: string): Tag | undefined =>
  CLOSED.get(word) ?? (word.includes("'") && CONTRACTED.test(word) ? 'pronoun' : undefined);

function wordTag(place: Place, names: ReadonlySet<string>): Tag {
  const { token, before } = place;
  const { lower, capital } = token;
  const opens = before === undefined || (before !== 'comma' && isMark(before));
  if (isInitial(token) || (capital && before === 'name' && isNumberWord(lower) && !counts(place)))
    return 'name';
  if (isNumberWord(lower)) return 'number';
  if (isTime(place)) return 'time';
  const closed = closedClass(lower);
  if (closed && !(capital && isName(place, closed, opens))) return inContext(place, closed);
  if (capital && (!opens || names.has(lower))) return 'name';
  if (capital && isCommonPlural(lower) && !place.next?.capital) return 'plural';
  if (capital && isGivenName(lower)) return 'name';
  if (place.next?.lower === 'than' && lower.endsWith('er')) return 'adjective';
  if (capital && place.verb && !opensOrder(place)) return 'name';
  const listed = listedTag(place);
  if (listed) return listed;
  return place.verb ? verbTag(place, place.verb) : openTag(place);
}

/** A noun or an adjective that no ending tells, unless what stands beside it makes it a verb. */
function listedTag({ token, verb, before, governor, next }: Place): Tag | null {
  const listed = ADJECTIVES.has(token.lower) ? 'adjective' : NOUNS.has(token.lower) ? 'noun' : null;
  if (!listed || !verb) return listed;
  if (verb.form === 'gerund') return before === 'auxiliary' || governs(next) ? 'participle' : listed;
  const takesVerb =
    MODAL.test(governor?.lower ?? '') ||
    (before === 'to' && listed === 'noun') ||
    (before !== undefined &&
      /^(?:plural|name|relative|number)$/.test(before) &&
      !isPlural(token.lower) &&
      opensSum(next));
  return takesVerb && verb.form === 'base' ? 'verb' : listed;
}

/** A verb in its base form follows these. */
const MODAL =
  /^(?:will|would|can|could|may|might|shall|should|must|do|does|did|cannot|he|she|they|we|i|who|\w+n't)$/;

/** `Three people`, but not `Radio Four said`. */
const counts = ({ token, next }: Place): boolean =>
  !token.possessive && next?.kind === 'word' && !next.capital && verbOf(next.lower)?.use !== 'only';

/** `A.` of `Karl A. Berg`, `US`. */
const isInitial = ({ text }: Token): boolean => /^(?:\p{Lu}\.|US|U\.S\.?)$/u.test(text);

const NOT_MEANT = /^(?:IT|May|Will|Mark)$/;

/** A function word with a capital may be a name: `Will said`, `May`, `US`, `Karl A. Berg`. */
function isName({ token, next }: Place, closed: Tag, opens: boolean): boolean {
  if (closed === 'auxiliary') return !opens || next?.capital === true || isPastSpeech(next);
  return !opens && (NOT_MEANT.test(token.text) || closed === 'adverb');
}

const isPastSpeech = (token: Token | undefined): boolean => {
  const verb = token?.kind === 'word' ? verbOf(token.lower) : undefined;
  return verb !== undefined && isSpeechVerb(verb) && verb.form === 'participle';
};

/** Months that are given names as well: `Jan Berg`. */
const GIVEN_MONTH = /^(?:jan|april|may|june|august)$/;
const isTimeWord = (word: string): boolean => /^(?:today|yesterday|tomorrow|tonight)$/.test(word);

function isTime({ token, next, before }: Place): boolean {
  const { lower, capital } = token;
  if (isTimeWord(lower)) return true;
  if (before === 'time' && TIME_NOUNS.has(lower)) return true;
  if (!capital || !(MONTHS.has(lower) || WEEKDAYS.has(lower))) return false;
  return !(GIVEN_MONTH.test(lower) && next?.capital);
}

/** At the head of a sentence a verb has no subject before it: `Read the rules`, `Calling it a gift`, `Asked about it`. */
function opensOrder({ verb, next }: Place): boolean {
  if (!verb || verb.form === 'third') return false;
  if (!isBase(verb.form)) return true;
  return (
    verb.use === 'only' ||
    (next !== undefined &&
      (next.kind === 'number' || /^(?:determiner|object)$/.test(closedClass(next.lower) ?? '')))
  );
}

const SUBJECT: ReadonlySet<Tag> = new Set(['noun', 'plural', 'name', 'pronoun']);

/** A word of a closed class may be another one beside its neighbours. */
function inContext({ token, previous, before, next }: Place, closed: Tag): Tag {
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

const isVerbal = (next: Token | undefined): boolean => {
  if (next === undefined || AUXILIARIES.has(next.lower)) return next !== undefined;
  const { form, use } = verbOf(next.lower) ?? {};
  return (form === 'third' && use !== 'rarely') || form === 'past' || form === 'participle';
};

const isPersonal = ({ lower }: Token): boolean => /^(?:he|she|they|we|who)$/.test(lower);

const ADJECTIVE_ENDING = /(?:ous|ful|less|ive|able|ible|ical|ial|ional|ary|ish|ese|est|ic|ican|ean)$/;

/** A word that no table has, by its ending. */
function openTag({ token, previous, before, next }: Place): Tag {
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

const ingTag = (before: Tag | undefined): Tag =>
  before !== undefined && /^(?:noun|plural|preposition|determiner|possessive|adjective)$/.test(before)
    ? 'gerund'
    : 'participle';

/** Determiners that may be a subject: `some said`. */
const QUANTIFIER = /^(?:some|many|several|few|most|all|both|one|another|each|this|these|those|neither|none)$/;
const OPENS_NOUN_PHRASE: ReadonlySet<Tag> = new Set(['determiner', 'adjective', 'number', 'preposition']);

/** Decides between verb and noun for a form of a verb. */
function verbTag(place: Place, verb: Verb): Tag {
  const { token, previous, before, next } = place;
  const { form } = verb;
  const speaks = isSpeechVerb(verb);
  const owned = previous?.possessive || before === 'possessive';
  if (form === 'gerund') return gerundTag(place, speaks);
  if (form === 'past') return 'verb';
  if (form === 'third' && /^(?:more|fewer|less)$/.test(previous?.lower ?? '')) return 'plural';
  if (form !== 'base' && form !== 'third' && speaks && QUANTIFIER.test(previous?.lower ?? '')) return 'verb';
  if (owned) return nominal(token.lower, verb);
  if (before === undefined) return firstTag(place, form);
  if (isBase(form) && /^(?:number|comma|break|stop|quote)$/.test(before) && governs(next)) return 'verb';
  if (form === 'base' && before === 'number' && verb.use === 'only' && !isContent(next)) return 'verb';
  const describes = form !== 'participle' || before === 'determiner' || isContent(next);
  if (form === 'third' && reports(place, speaks)) return 'verb';
  if (OPENS_NOUN_PHRASE.has(before) && describes) return nominal(token.lower, verb);
  if (form === 'third') return thirdTag(place, verb);
  if (form === 'invariable' && SUBJECT.has(before) && opensObject(next)) return 'verb';
  if (isBase(form)) return baseTag(place, verb);
  return before === 'adverb' && DEGREE.has(previous?.lower ?? '') ? 'adjective' : 'verb';
}

const isBase = (form: VerbForm): boolean => form === 'base' || form === 'invariable';

/** `this means that`, `the letter claims “…”`. */
function reports({ before, previous, next }: Place, speaks: boolean): boolean {
  if (next?.lower === 'that')
    return SUBJECT.has(before as Tag) || /^(?:this|that)$/.test(previous?.lower ?? '');
  return speaks && before === 'name' && (next?.kind === 'quoted' || next?.text === ':');
}

/** `Asked about it, …`, `Unexplained absences …`. */
function firstTag({ next }: Place, form: VerbForm): Tag {
  if (form === 'third') return 'plural';
  return form === 'participle' && isContent(next) ? 'adjective' : 'verb';
}

/** A word that may be the noun that a participle describes. */
const isContent = (next: Token | undefined): boolean =>
  next?.kind === 'word' && closedClass(next.lower) === undefined && !isTimeWord(next.lower);

function gerundTag({ before, previous, next }: Place, speaks: boolean): Tag {
  if (before === 'determiner') return 'gerund';
  if (speaks && !(before === 'possessive' && /^(?:that|of)$/.test(next?.lower ?? ''))) return 'participle';
  return previous?.possessive ? 'gerund' : ingTag(before);
}

/** After these, a form in -ed is an adjective: `most gifted`. */
const DEGREE = new Set('most more less least very highly newly so too well'.split(' '));

/** `company shares fell`, `oil price rises`: a noun when another verb follows. */
function thirdTag({ before, previous, next, isLoneVerb, isCounted }: Place, verb: Verb): Tag {
  if (verb.use === 'only' || before === 'pronoun') return 'verb';
  if (startsPredicate(next) || isCounted()) return 'plural';
  if (before === 'relative') return 'verb';
  if (before === 'object') return INDEFINITE.test(previous?.lower ?? '') ? 'verb' : 'plural';
  if (before === 'adverb' && verb.use === 'mostly') return 'verb';
  if (before && /^(?:conjunction|comma|break|quote)$/.test(before) && governs(next)) return 'verb';
  if (before === 'plural' || !(before === 'adverb' || (before && SUBJECT.has(before)))) return 'plural';
  if (verb.use === 'rarely' && before === 'noun' && !opensSum(next)) return 'plural';
  if (opensObject(next) || (before === 'name' && verb.use === 'mostly' && next?.kind === 'word'))
    return 'verb';
  return verb.use === 'mostly' && before === 'noun' && isLoneVerb() ? 'verb' : 'plural';
}

/** `costs had risen`: what follows is the verb. */
function startsPredicate(next: Token | undefined): boolean {
  const { form, use } = (next && verbOf(next.lower)) ?? {};
  return AUXILIARIES.has(next?.lower ?? '') || form === 'past' || (form === 'participle' && use === 'only');
}

/** `12`, `$12`, `a`. */
const opensSum = (next: Token | undefined): boolean =>
  next?.kind === 'number' ||
  /^[$€£]$/.test(next?.text ?? '') ||
  SMALL.has(next?.lower ?? '') ||
  governs(next);

const INDEFINITE = /^(?:every|some|any|no)(?:body|one|thing)$/;

/** `62 % support the plan`, `three oppose it`. */
const governs = (next: Token | undefined): boolean =>
  next !== undefined &&
  (/^(?:one|it|you|there)$/.test(next.lower) ||
    /^(?:determiner|object)$/.test(closedClass(next.lower) ?? ''));

/** What follows a verb rather than a noun: a determiner, a pronoun, a number, `to`, a quotation. */
const opensObject = (next: Token | undefined): boolean =>
  next !== undefined &&
  (opensSum(next) ||
    next.kind === 'quoted' ||
    /^(?:to|that|up|down|out|over|as|about|around|more|less|nearly|almost|only|just)$/.test(next.lower) ||
    isPlural(next.lower) ||
    next.capital);

function baseTag({ token, before, previous, governor, next }: Place, verb: Verb): Tag {
  if (MODAL.test(governor?.lower ?? '')) return 'verb';
  if (before === 'to' || before === 'auxiliary' || before === 'pronoun' || before === 'relative')
    return 'verb';
  if (before === 'plural' || (before === 'name' && isPlural(previous?.lower ?? ''))) return 'verb';
  if ((before === 'noun' || before === 'time') && verb.use === 'only') return 'verb';
  if (before === 'name' && verb.use === 'only' && next?.kind === 'word' && opensObject(next)) return 'verb';
  if (before === 'adverb' && verb.use !== 'rarely' && !AUXILIARIES.has(next?.lower ?? '')) return 'verb';
  if (before === 'conjunction' && verb.use === 'only') return 'verb';
  if (before === 'object' && verb.use !== 'rarely') return 'verb';
  return ADJECTIVES.has(token.lower) ? 'adjective' : 'noun';
}

/** A verb form where only a noun or adjective can stand: `a cut`, `retired players`. */
function nominal(lower: string, { form }: Verb): Tag {
  if (form === 'third' || isPlural(lower)) return 'plural';
  return isBase(form) ? 'noun' : 'adjective';
}
