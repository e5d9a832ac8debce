import { isPlural } from './nouns.js';
import type { Tag } from './parts-of-speech.js';
import { closedClass } from './parts-of-speech.js';
import { isSpeechVerb } from './speech-verbs.js';
import {
  governs,
  isContent,
  opensObject,
  opensSum,
  type Surroundings,
  startsPredicate,
} from './surroundings.js';
import type { Verb, VerbForm } from './verbs.js';
import { ADJECTIVES, AUXILIARIES, NOUNS } from './word-classes.js';

/** Determiners that may be a subject: `some said`. */
const QUANTIFIER = /^(?:some|many|several|few|most|all|both|one|another|each|this|these|those|neither|none)$/;

const OPENS_NOUN_PHRASE: ReadonlySet<Tag> = new Set(['determiner', 'adjective', 'number', 'preposition']);

export const SUBJECT: ReadonlySet<Tag> = new Set(['noun', 'plural', 'name', 'pronoun']);

/** Decides between verb and noun for a form of a verb. */
export function verbTag(around: Surroundings, verb: Verb): Tag {
  const { token, previous, before, next } = around;
  const { form } = verb;
  const speaks = isSpeechVerb(verb);
  const owned = previous?.possessive || before === 'possessive';
  if (form === 'gerund') return gerundTag(around, speaks);
  if (form === 'past') return 'verb';
  if (form === 'third' && /^(?:more|fewer|less)$/.test(previous?.lower ?? '')) return 'plural';
  if (form !== 'base' && form !== 'third' && speaks && QUANTIFIER.test(previous?.lower ?? '')) return 'verb';
  if (owned) return nominal(token.lower, verb);
  if (before === undefined) return firstTag(around, form);
  if (isBase(form) && /^(?:number|comma|break|stop|quote)$/.test(before) && governs(next)) return 'verb';
  if (form === 'base' && before === 'number' && verb.use === 'only' && !isContent(next)) return 'verb';
  const describes = form !== 'participle' || before === 'determiner' || isContent(next);
  if (form === 'third' && reports(around, speaks)) return 'verb';
  if (OPENS_NOUN_PHRASE.has(before) && describes) return nominal(token.lower, verb);
  if (form === 'third') return thirdTag(around, verb);
  if (form === 'invariable' && SUBJECT.has(before) && opensObject(next)) return 'verb';
  if (isBase(form)) return baseTag(around, verb);
  return before === 'adverb' && DEGREE.has(previous?.lower ?? '') ? 'adjective' : 'verb';
}

const isBase = (form: VerbForm): boolean => form === 'base' || form === 'invariable';

/** `this means that`, `the letter claims “…”`. */
function reports({ before, previous, next }: Surroundings, speaks: boolean): boolean {
  if (next?.lower === 'that')
    return SUBJECT.has(before as Tag) || /^(?:this|that)$/.test(previous?.lower ?? '');
  return speaks && before === 'name' && (next?.kind === 'quoted' || next?.text === ':');
}

/** `Asked about it, …`, `Unexplained absences …`. */
function firstTag({ next }: Surroundings, form: VerbForm): Tag {
  if (form === 'third') return 'plural';
  return form === 'participle' && isContent(next) ? 'adjective' : 'verb';
}

function gerundTag({ before, previous, next }: Surroundings, speaks: boolean): Tag {
  if (before === 'determiner') return 'gerund';
  if (speaks && !(before === 'possessive' && /^(?:that|of)$/.test(next?.lower ?? ''))) return 'participle';
  return previous?.possessive ? 'gerund' : ingTag(before);
}

export const ingTag = (before: Tag | undefined): Tag =>
  before !== undefined && /^(?:noun|plural|preposition|determiner|possessive|adjective)$/.test(before)
    ? 'gerund'
    : 'participle';

/** After these, a form in -ed is an adjective: `most gifted`. */
const DEGREE = new Set('most more less least very highly newly so too well'.split(' '));

/** `company shares fell`, `oil price rises`: a noun when another verb follows. */
function thirdTag({ before, previous, next, isLoneVerb, isCounted }: Surroundings, verb: Verb): Tag {
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

const INDEFINITE = /^(?:every|some|any|no)(?:body|one|thing)$/;

/** A verb in its base form follows these. */
const MODAL =
  /^(?:will|would|can|could|may|might|shall|should|must|do|does|did|cannot|he|she|they|we|i|who|\w+n't)$/;

function baseTag({ token, before, previous, governor, next }: Surroundings, verb: Verb): Tag {
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

/** A noun or an adjective that no ending tells, unless what stands beside it makes it a verb. */
export function listedTag({ token, verb, before, governor, next }: Surroundings): Tag | null {
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

/** At the head of a sentence a verb has no subject before it: `Read the rules`, `Calling it a gift`, `Asked about it`. */
export function opensOrder({ verb, next }: Surroundings): boolean {
  if (!verb || verb.form === 'third') return false;
  if (!isBase(verb.form)) return true;
  return (
    verb.use === 'only' ||
    (next !== undefined &&
      (next.kind === 'number' || /^(?:determiner|object)$/.test(closedClass(next.lower) ?? '')))
  );
}
