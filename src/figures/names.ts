import type { Chunk, NounPhrase } from '../english/noun-phrases.js';
import { isPlural } from '../english/nouns.js';
import { isMark } from '../english/parts-of-speech.js';
import { People } from '../english/people.js';
import { PLACES } from '../english/places.js';
import { speechVerb } from '../english/speech-verbs.js';
import { fold } from '../text/fold.js';
import {
  choose,
  FIRST_PERSON,
  isBody,
  MEANT,
  type Mentions,
  NOBODY,
  NOUN,
  personOf,
  type Referent,
  speaks,
} from './pronouns.js';
import { type Analysis, chunkBefore, wordsBetween } from './sentence.js';
import { mainSubject, subjectAfter } from './subjects.js';
import { isDefinite, isName, isPronoun, nameIn, nameOf, namesIn } from './written-names.js';

/** How many phrases back somebody is looked for whom a pronoun means. */
const REACH = 30;

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
    if (isOneOfSeveral(analysis, phrase)) return wordsBetween(analysis, phrase.first, phrase.end);
    if (isAny(analysis, phrase)) return nameOf(analysis, phrase);
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
    const main = announcedAfter(analysis, at);
    const [announced] = main ? this.#referents(analysis, main) : [];
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

/** `After she won 9 medals, Klein left`: the subject, where the pronoun's clause opens the sentence. */
function announcedAfter(analysis: Analysis, pronoun: number): Chunk | null {
  const { tokens } = analysis;
  const opens = pronoun === 1 || tokens[pronoun - 2]?.text === ',';
  return opens && OPENERS.test(tokens[pronoun - 1]?.lower ?? '') ? subjectAfter(analysis, pronoun) : null;
}

const OPENERS = /^(?:since|because|when|while|after|before|as|if|although|though|once)$/;

/** The `Acme` of `Acme and Norwell rose`: the phrase that opens its clause and is joined to the next. */
function jointWith(analysis: Analysis, phrase: Chunk | NounPhrase): Chunk | null {
  const { tokens, tags, chunks } = analysis;
  if (!('preposition' in phrase) || phrase.preposition !== null) return null;
  const and = phrase.first - (phrase.definite ? 2 : 1);
  const chunk = chunks[chunkBefore(analysis, phrase.first)];
  if (tokens[and]?.lower !== 'and' || chunk?.end !== and || chunk.preposition !== null || chunk.pronoun)
    return null;
  const before = tags[chunk.first - (chunk.definite ? 2 : 1)];
  return before === undefined || isMark(before) ? chunk : null;
}

/** `Lowe said`, `,” said Lowe`. */
const isSpeaker = ({ tokens, tags }: Analysis, { first, end }: NounPhrase): boolean =>
  speechVerb(tokens[end]?.lower ?? '') !== undefined ||
  (isMark(tags[first - 2]) && speechVerb(tokens[first - 1]?.lower ?? '') !== undefined);

/** `in Ohio`. */
const isIn = (phrase: Chunk | NounPhrase): boolean =>
  'preposition' in phrase && /^(?:in|across|near|throughout|outside)$/.test(phrase.preposition ?? '');

/** `a hall`, `the dealers' hall`: not the Great Hall, which `the hall` may be. */
const isAny = ({ tokens }: Analysis, phrase: Chunk | NounPhrase): boolean =>
  /^\p{Ll}/u.test(tokens[phrase.head]?.text ?? '') &&
  !/^(?:the|this|that|our)$/.test(tokens[phrase.first - 1]?.lower ?? '');

/** `the first Lord`: not the only one of that name. */
const isOneOfSeveral = ({ tokens }: Analysis, { first, head }: Chunk | NounPhrase): boolean =>
  head === first + 1 &&
  /^(?:first|second|third|fourth|fifth|last|next|other|new|old|older|younger)$/.test(
    tokens[first]?.text ?? '',
  );

/** `the company`: a noun that stands for a name told before. */
const isStandIn = ({ tokens }: Analysis, phrase: Chunk | NounPhrase): boolean =>
  isDefinite(phrase) &&
  phrase.end - phrase.first === 1 &&
  /^(?:company|firm|group|retailer|carmaker|bank|automaker|agency)$/.test(tokens[phrase.head]?.lower ?? '');
