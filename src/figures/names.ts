import type { Chunk, NounPhrase } from '../english/noun-phrases.js';
import { isPlural } from '../english/nouns.js';
import { type Entity, type Name, People } from '../english/people.js';
import { PLACES } from '../english/places.js';
import { speechVerb } from '../english/speech-verbs.js';
import { isMark } from '../english/tagger.js';
import { FEMALE_NOUNS, MALE_NOUNS, ORGANISATION_WORDS, TITLES } from '../english/titles.js';
import { fold } from '../text/fold.js';
import { type Analysis, chunkBefore, firstFrom, wordsBetween } from './sentence.js';
import { mainSubject } from './subjects.js';

/** How many phrases back somebody is looked for whom a pronoun means. */
const REACH = 30;

/** Whom or what a phrase means, as far as a pronoun may mean it again. */
interface Referent {
  readonly name: string;
  readonly named: boolean;
  readonly plural: boolean;
  /** `null` where the text does not tell a person from a thing. */
  readonly human: boolean | null;
  readonly gender: Entity['gender'];
  /** Whether it says something in its sentence. */
  readonly speaks: boolean;
  /** Whether a capital at the start of a sentence is all that makes it a name (`Turnout`). */
  readonly doubtful: boolean;
}

/** What a sentence speaks of, its subject apart. */
interface Mentions {
  readonly subject: Referent | null;
  readonly others: readonly Referent[];
}

const NOBODY: Mentions = { subject: null, others: [] };

type Fits = (referent: Referent) => boolean;

const isPerson =
  (gender: Entity['gender']): Fits =>
  (one) =>
    !one.plural && !one.doubtful && one.human !== false && (one.gender === null || one.gender === gender);
const isThing: Fits = ({ plural, human }) => !plural && human !== true;
/** A name that is nowhere more than one word is rather a body's. */
const areMany: Fits = ({ plural, named, human, speaks, name }) =>
  plural || (named && (human === false || (human === null && !speaks && !name.includes(' '))));
const isBody: Fits = (one) => one.named && isThing(one);

const speaks: Fits = (one) => one.speaks;

/** Pronouns of whoever speaks in the same sentence. */
const FIRST_PERSON = new Set(['i', 'we', 'me', 'us', 'my', 'our']);

/** What each pronoun may mean; the others (`you`, `this`) mean nothing that a text names. */
const MEANT: ReadonlyMap<string, Fits> = new Map([
  ...['he', 'him', 'his'].map((word): [string, Fits] => [word, isPerson('male')]),
  ...['she', 'her'].map((word): [string, Fits] => [word, isPerson('female')]),
  ...['it', 'its'].map((word): [string, Fits] => [word, isThing]),
  ...['they', 'them', 'their'].map((word): [string, Fits] => [word, areMany]),
  ['there', isBody],
]);

/** Full forms of the names of an article and whom its pronouns mean; told sentence by sentence, in order. */
export class Names {
  readonly #people: People;
  /** Names that stand within a sentence. */
  readonly #capitals: ReadonlySet<string>;
  #before = NOBODY;
  /** What "the company" means. */
  #body: string | null = null;

  /** Takes in the names of all sentences. */
  constructor(analyses: readonly Analysis[]) {
    this.#people = new People(analyses.flatMap((analysis) => namesIn(analysis)));
    this.#capitals = new Set(
      analyses.flatMap((analysis) => namesIn(analysis, 1)).map(({ words }) => words.join(' ')),
    );
  }

  /** Leaves a sentence: the pronouns of the next one may mean what it speaks of. */
  leave(analysis: Analysis): void {
    const mentions = this.#mentionsIn(analysis, analysis.tokens.length);
    const isDoubtful = ({ name, human }: Referent) =>
      human === null && !name.includes(' ') && !this.#capitals.has(name);
    const settled = (one: Referent): Referent => ({ ...one, doubtful: isDoubtful(one) });
    const subject = mentions.subject && settled(mentions.subject);
    const others = mentions.others.map(settled);
    if (subject || others.length > 0) this.#before = { subject, others };
    this.#body = [subject, ...others].find((one) => one && isBody(one))?.name ?? this.#body;
  }

  /** The holder as the article names it; pronouns and "the company" resolved where that can be told. */
  holder(analysis: Analysis, phrase: Chunk | NounPhrase | null): string | null {
    if (!phrase) return null;
    if (isPronoun(phrase)) return this.#meant(analysis, phrase.head);
    const joint = jointWith(analysis, phrase);
    if (joint) return `${this.holder(analysis, joint)} and ${this.#inFull(nameOf(analysis, phrase))}`;
    if (!isStandIn(analysis, phrase)) return this.#inFull(nameOf(analysis, phrase));
    const here = choose(this.#mentionsIn(analysis, phrase.first), isBody);
    const known = here === null || here.human === false || here.name === this.#body;
    return (known ? (here?.name ?? this.#body) : null) ?? nameOf(analysis, phrase);
  }

  /** Whom `its` in `its sales` means. */
  ownerOf(analysis: Analysis, { first }: NounPhrase): string | null {
    return /^(?:his|her|its|their)$/.test(analysis.tokens[first - 1]?.lower ?? '')
      ? this.#meant(analysis, first - 1)
      : null;
  }

  /** Whom the pronoun at token `at` means: somebody of its sentence, else of the sentence before. */
  #meant(analysis: Analysis, at: number): string | null {
    const word = analysis.tokens[at]?.lower ?? '';
    if (FIRST_PERSON.has(word)) return this.#speakerIn(analysis);
    const fits = MEANT.get(word);
    if (!fits) return null;
    const here = word === 'there' ? NOBODY : this.#mentionsIn(analysis, at);
    const [announced] = announcedAfter(analysis, at).flatMap((chunk) => this.#referents(analysis, chunk));
    if ([here.subject, ...here.others].some((one) => one && fits(one)))
      return choose(here, fits)?.name ?? null;
    if (announced && fits(announced)) return announced.name;
    return word === 'there' ? null : (choose(this.#before, fits)?.name ?? null);
  }

  /** Who says something in the sentence, where it is one. */
  #speakerIn(analysis: Analysis): string | null {
    const speakers = analysis.chunks
      .slice(0, REACH)
      .filter((chunk) => !chunk.pronoun)
      .flatMap((chunk) => this.#referents(analysis, chunk))
      .filter(speaks);
    return choose({ subject: null, others: speakers }, speaks)?.name ?? null;
  }

  #mentionsIn(analysis: Analysis, end: number): Mentions {
    const last = chunkBefore(analysis, end);
    const chunks = analysis.chunks.slice(Math.max(0, last + 1 - REACH), last + 1);
    const main = mainSubject(analysis, end);
    return {
      subject: main && (this.#referents(analysis, main)[0] ?? null),
      others: chunks.flatMap((chunk) => [
        ...(chunk === main ? [] : this.#referents(analysis, chunk)),
        ...(chunk.possessor ? this.#referents(analysis, chunk.possessor) : []),
      ]),
    };
  }

  /** At most one. */
  #referents(analysis: Analysis, phrase: Chunk | NounPhrase): Referent[] {
    if (isPronoun(phrase)) {
      const fits = MEANT.get(analysis.tokens[phrase.head]?.lower ?? '');
      const one = fits && choose(this.#before, fits);
      return one ? [one] : [];
    }
    if (jointWith(analysis, phrase))
      return [{ ...NOUN, name: this.holder(analysis, phrase) ?? '', plural: true }];
    if (isName(analysis, phrase)) return [this.#named(analysis, phrase)];
    if (/^(?:gerund|number)$/.test(analysis.tags[phrase.head] ?? '')) return [];
    const head = analysis.tokens[phrase.head]?.lower ?? '';
    return [{ ...NOUN, name: nameOf(analysis, phrase), plural: isPlural(head), ...personOf(head) }];
  }

  #named(analysis: Analysis, phrase: Chunk | NounPhrase): Referent {
    const name = nameIn(analysis, phrase);
    const entity = this.#people.find(name);
    const place = name.words.some((word) => PLACES.has(word.toLowerCase()));
    return {
      name: this.#inFull(name.words.join(' ')),
      named: true,
      plural: isDefinite(phrase) && isPlural(analysis.tokens[phrase.head]?.lower ?? ''),
      human: entity?.human ? true : name.body || place || isIn(phrase) ? false : null,
      gender: entity?.gender ?? null,
      speaks: isSpeaker(analysis, phrase),
      doubtful: false,
    };
  }

  /** `Ma` → `Jack Ma`. */
  #inFull(written: string): string {
    if (written.includes(' ')) return written;
    const entity = this.#people.find({ kind: 'name', words: [written], titles: [], body: false });
    return entity && entity.words.at(-1) === fold(written) ? entity.name : written;
  }
}

/**
 * The subject where it fits, else the only other one that does: `the firm` after `Berg said the firm is old`, since who
 * speaks is rather a person.
 */
function choose({ subject, others }: Mentions, fits: Fits): Referent | null {
  const [first, ...more] = others.filter(fits);
  if (subject && fits(subject) && (!first || subject.human !== null || !subject.speaks)) return subject;
  return first && more.every(({ name }) => name === first.name) ? first : null;
}

/** How far the main clause may stand from a pronoun of the clause before it, in tokens. */
const CLAUSE = 24;

/** `After she won 9 medals, Klein left`: the phrase that opens the main clause, where the pronoun's clause opens the sentence. */
function announcedAfter({ tokens, tags, chunks }: Analysis, pronoun: number): Chunk[] {
  const opener = tokens[pronoun - 1]?.lower ?? '';
  const opens = pronoun === 1 || tokens[pronoun - 2]?.text === ',';
  if (!opens || !/^(?:since|because|when|while|after|before|as|if|although|though|once)$/.test(opener))
    return [];
  const comma = tokens.slice(pronoun, pronoun + CLAUSE).findIndex(({ text }) => text === ',');
  const first = pronoun + comma + (tags[pronoun + comma + 1] === 'determiner' ? 2 : 1);
  const chunk = comma > 0 ? chunks[firstFrom(chunks, first)] : undefined;
  return chunk?.first === first && !chunk.pronoun ? [chunk] : [];
}

const NOUN = { named: false, human: false, gender: null, speaks: false, doubtful: false } as const;

/** `driver`, `spokeswoman`: a noun that tells a person. */
function personOf(noun: string): Pick<Referent, 'human' | 'gender'> | null {
  if (MALE_NOUNS.has(noun)) return { human: true, gender: 'male' };
  if (FEMALE_NOUNS.has(noun)) return { human: true, gender: 'female' };
  return TITLES.has(noun) || /(?:man|woman|person|ist|cian|child)$/.test(noun)
    ? { human: true, gender: null }
    : null;
}

const isPronoun = (phrase: Chunk | NounPhrase): boolean => 'pronoun' in phrase && phrase.pronoun;
/** The `Acme` of `Acme and Norwell rose`: the phrase that opens its clause and is joined to the next. */
function jointWith({ tokens, tags, chunks }: Analysis, phrase: Chunk | NounPhrase): Chunk | null {
  if (!('preposition' in phrase) || phrase.preposition !== null) return null;
  const and = phrase.first - (phrase.definite ? 2 : 1);
  const chunk = chunks[firstFrom(chunks, phrase.first) - 1];
  if (tokens[and]?.lower !== 'and' || chunk?.end !== and || chunk.preposition !== null || chunk.pronoun)
    return null;
  const before = tags[chunk.first - (chunk.definite ? 2 : 1)];
  return before === undefined || isMark(before) ? chunk : null;
}

/** `Lowe said`, `,” said Lowe`. */
const isSpeaker = ({ tokens, tags }: Analysis, { first, end }: NounPhrase): boolean =>
  speechVerb(tokens[end]?.lower ?? '') !== undefined ||
  (isMark(tags[first - 2]) && speechVerb(tokens[first - 1]?.lower ?? '') !== undefined);

const isDefinite = (phrase: Chunk | NounPhrase): boolean => 'definite' in phrase && phrase.definite;
/** `in Ohio`. */
const isIn = (phrase: Chunk | NounPhrase): boolean =>
  'preposition' in phrase && /^(?:in|across|near|throughout|outside)$/.test(phrase.preposition ?? '');

/** `the company`: a noun that stands for a name told before. */
const isStandIn = ({ tokens }: Analysis, phrase: Chunk | NounPhrase): boolean =>
  isDefinite(phrase) &&
  phrase.end - phrase.first === 1 &&
  /^(?:company|firm|group|retailer|carmaker|bank|automaker|agency)$/.test(tokens[phrase.head]?.lower ?? '');

const isName = ({ tags, times }: Analysis, { head }: NounPhrase): boolean =>
  (tags[head] === 'name' || (tags[head] === 'number' && tags[head - 1] === 'name')) &&
  (times[firstFrom(times, head + 1) - 1]?.end ?? 0) <= head;

/** The names from token `from` on. */
const namesIn = (analysis: Analysis, from = 0): Name[] =>
  analysis.chunks
    .flatMap((chunk) => [chunk, ...(chunk.possessor ? [chunk.possessor] : [])])
    .filter((phrase) => phrase.first >= from && !isPronoun(phrase) && isName(analysis, phrase))
    .map((phrase) => nameIn(analysis, phrase));

/** The words of a name, and what stands before it. */
function nameIn(analysis: Analysis, phrase: Chunk | NounPhrase): Name {
  const words = nameOf(analysis, phrase).split(' ');
  const titles = wordsBetween(analysis, phrase.first, phrase.head).toLowerCase().split(/\.? /);
  const body =
    isDefinite(phrase) ||
    words.some((word) => ORGANISATION_WORDS.has(word.toLowerCase())) ||
    /^\p{Lu}[\p{Lu}&-]+$/u.test(words.join(' '));
  return { kind: 'name', words, titles: titles.filter((title) => TITLES.has(title)), body };
}

/** Titles that are part of a body's name as well (`General Mills`, `First Bank`). */
const PROPER = new Set(
  'general first house senate justice republican democratic conservative liberal private major king queen prince princess lord lady staff'.split(
    ' ',
  ),
);

/** The words of the phrase that are a name, else all of it, at most six words. */
function nameOf(analysis: Analysis, { first, head, end }: NounPhrase): string {
  let from = first;
  const name = analysis.tags[head] === 'number' ? head - 1 : head;
  if (analysis.tags[name] === 'name') {
    from = name;
    while (from > first && belongs(analysis, from - 1)) from--;
  }
  while (from < head && analysis.tags[from] === 'number' && analysis.tokens[from + 1]?.text !== '-') from++;
  return wordsBetween(analysis, Math.max(from, end - 6), end).replace(/['’]s?$/, '');
}

/** Part of the name: another name, the hyphen of `Wal-Mart`, the first word of `Northern Rail`. */
function belongs({ tags, tokens }: Analysis, i: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  const title = token.lower.replace(/\.$/, '');
  if (TITLES.has(title) && !PROPER.has(title)) return false;
  if (tags[i] === 'name' || (token.text === '-' && token.glued && tokens[i + 1]?.glued === true)) return true;
  return (
    tags[i] === 'adjective' && /^\p{Lu}/u.test(token.text) && !/^(?:new|big|top|late|young|old)$/.test(title)
  );
}
