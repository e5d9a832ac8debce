import { headOf, isRegion } from './appositions.js';
import type { Chunk } from './chunks.js';
import { Discourse, type Place, type Trace } from './discourse.js';
import type { Name, Phrase } from './mentions.js';
import { isCommonPlural } from './nouns.js';
import type { Sentence } from './parse.js';
import { type Entity, mayBePerson, nameless, noteRole, People } from './people.js';
import { isPerson } from './persons.js';
import { isFollowedByVerb, mainSubject } from './subjects.js';

/** Whom the noun phrases of a text mean; told sentence by sentence, in order. */
export class Referents {
  readonly #text: string;
  readonly #people: People;
  readonly #discourse = new Discourse();
  /** By where the phrase begins. */
  readonly #meant = new Map<number, Entity>();
  /** Who was last described by a noun (`the chairman`). */
  readonly #described = new Map<string, Entity>();

  constructor(text: string, sentences: readonly Sentence[]) {
    this.#text = text;
    this.#people = new People(sentences.flatMap((one) => (one.headline ? [] : [...namesOf(one)])));
  }

  /** Whose a phrase is: Ma in `Ma’s words`. */
  ownerOf = ({ owner }: Phrase): Entity | undefined => owner && this.#people.find(owner);

  /** Whom a phrase means that stands in a sentence read before, or that is a name. */
  of({ start, reference }: Phrase): Entity | undefined {
    return this.#meant.get(start) ?? (reference.kind === 'name' ? this.#people.find(reference) : undefined);
  }

  /** Reads the next sentence; `speakers` are the chunks that a verb of speaking names, with the names in what they say. */
  read(sentence: Sentence, number: number, speakers: ReadonlyMap<number, ReadonlySet<string>>): void {
    const subject = mainSubject(sentence, sentence.chunks.length);
    for (const [at, phrase] of sentence.phrases) {
      const place = { start: phrase.start, sentence: number, paragraph: sentence.paragraph };
      const role = speakers.has(at) ? speakerRole(sentence, at) : roleOf(sentence, at, subject);
      if (phrase.owner) this.#noteOwner(phrase.owner, place, role);
      const entity =
        this.#namedBeside(sentence, at) ??
        this.#entityOf(sentence, at, place, speakers.get(at) ?? NOBODY) ??
        this.#newcomer(sentence, at, role);
      if (!entity) continue;
      this.#meant.set(phrase.start, entity);
      this.#noteRoles(sentence, at, entity);
      if (isLocative(sentence, at)) entity.place = true;
      if (speakers.has(at) && !entity.body && !entity.place) entity.human = true;
      if (!sentence.headline) this.#discourse.note({ ...place, entity, role });
    }
  }

  #noteOwner(owner: Name, place: Place, role: Trace['role']): void {
    const entity = this.#people.find(owner);
    if (entity) this.#discourse.note({ ...place, entity, role: isSubject(role) ? 'owner' : 'other' });
  }

  #entityOf(sentence: Sentence, at: number, place: Place, names: ReadonlySet<string>): Entity | null {
    const { reference } = sentence.phrases.get(at) as Phrase;
    if (reference.kind === 'name') return this.#people.find(reference) ?? null;
    if (reference.kind === 'pronoun' && reference.antecedent !== undefined)
      return this.#antecedent(sentence, reference.antecedent, reference.word);
    if (reference.kind === 'pronoun') {
      let others: Set<Entity> | undefined;
      return this.#discourse.antecedent(reference.word, place, (one) => {
        others ??= this.#namedAfter(sentence, at);
        return others.has(one) || isNamedIn(names, one);
      });
    }
    if (DEFINITE.test(reference.opener)) return this.#described.get(keyOf(reference)) ?? null;
    if (reference.opener !== reference.head || isCommonPlural(reference.head)) return null;
    return this.#people.find({ kind: 'name', words: [reference.head], titles: [], body: false }) ?? null;
  }

  /** `Ma of Ohio, who` is no place; `Acme, which` is no person. */
  #antecedent(sentence: Sentence, at: number, pronoun: string): Entity | null {
    const meant = (phrase: number) => this.#meant.get(sentence.phrases.get(phrase)?.start ?? -1);
    const entity = meant(at);
    if (!entity) return null;
    if (pronoun === 'which' && !entity.human) entity.body = true;
    return pronoun === 'who' && !mayBePerson(entity) ? (meant(headOf(sentence, at)) ?? null) : entity;
  }

  /** `he told Price`, `she said Lowe would go`, `he left, naming Lowe`: whoever a pronoun's clause names is another. */
  #namedAfter({ phrases, chunks }: Sentence, pronoun: number): Set<Entity> {
    const named = new Set<Entity>();
    for (
      let at = pronoun + 1;
      at < Math.min(chunks.length, pronoun + REACH) && !endsClause(chunks, at);
      at++
    ) {
      const { reference, owner } = phrases.get(at) ?? {};
      for (const name of [reference, owner]) {
        const entity = name?.kind === 'name' ? this.#people.find(name) : undefined;
        if (entity) named.add(entity);
      }
    }
    return named;
  }

  /** `her father, Jan Berg, …`, `a worker named Jan Berg`: the name that the description announces. */
  #namedBeside(sentence: Sentence, at: number): Entity | null {
    const { tokens, chunks, phrases } = sentence;
    const description = phrases.get(at)?.reference;
    if (description?.kind !== 'description') return null;
    const beside = chainEnd(chunks, at) + 2;
    const isCalled = /^(?:named|called)$/.test(tokens[chunks[beside - 1]?.from ?? -1]?.lower ?? '');
    if (isRegion(sentence, beside) || !(isCalled || isApposition(chunks, beside))) return null;
    const name = phrases.get(beside)?.reference;
    const entity = name?.kind === 'name' && !name.body ? this.#people.find(name) : undefined;
    if (!entity) return null;
    entity.gender ??= description.gender;
    this.#described.set(keyOf(description), entity);
    return entity;
  }

  /** Somebody without a name, whose noun tells a person (`a cyclist`, `the president of the club`). */
  #newcomer(sentence: Sentence, at: number, role: Trace['role']): Entity | null {
    const { start, end, reference } = sentence.phrases.get(at) as Phrase;
    if (reference.kind !== 'description' || !isSubject(role) || describesName(sentence, at)) return null;
    const { gender, opener, head } = reference;
    if (gender === null && !isPerson(head)) return null;
    const isNew =
      INTRODUCES.test(opener) ||
      (opener === 'the' && (chainEnd(sentence.chunks, at) > at || !this.#discourse.namesSomebody()));
    if (!isNew) return null;
    const entity = nameless(this.#text.slice(start, end), gender);
    this.#described.set(keyOf(reference), entity);
    return entity;
  }

  /** `Senator Berg`, `Berg, the chair of the board`: by what else the text may call them. */
  #noteRoles({ chunks, phrases }: Sentence, at: number, entity: Entity): void {
    const reference = phrases.get(at)?.reference;
    if (reference?.kind !== 'name' || entity.body) return;
    for (const title of reference.titles) this.#described.set(title, entity);
    const apposition = isApposition(chunks, at + 2) ? phrases.get(at + 2) : undefined;
    if (apposition?.reference.kind !== 'description') return;
    this.#described.set(keyOf(apposition.reference), entity);
    entity.gender ??= apposition.reference.gender;
    noteRole(entity, this.#text.slice(apposition.start, apposition.end));
  }
}

const NOBODY: ReadonlySet<string> = new Set();

/** How far behind a pronoun names are looked for, in chunks. */
const REACH = 12;

const DEFINITE = /^(?:the|this|that|his|her|their)$/;

/** `a lawyer`, `her lawyer`; but `the lawyer` is most often somebody who has a name in the text. */
const INTRODUCES = /^(?:an?|one|another|some|his|her|their|my|our)$/;

/** `Ma, a lawyer who …`: the phrase describes the name before it. */
const describesName = (sentence: Sentence, at: number): boolean =>
  sentence.chunks[at - 1]?.kind === 'comma' && sentence.phrases.get(at - 2)?.reference.kind === 'name';

/** `the chairman` is any chairman, `her husband` only hers. */
const keyOf = ({ opener, head }: { readonly opener: string; readonly head: string }): string =>
  /^(?:his|her|their)$/.test(opener) ? `${opener} ${head}` : head;

function* namesOf({ phrases }: Sentence): Generator<Name> {
  for (const { reference, owner } of phrases.values()) {
    if (reference.kind === 'name') yield reference;
    if (owner) yield owner;
  }
}

/** `Ma, who said …`, `When Ma said so, …`: the sentence is of another. */
const speakerRole = ({ chunks }: Sentence, at: number): Trace['role'] =>
  chunks[at]?.kind === 'relative' || chunks[at - 1]?.kind === 'subordinator' ? 'relative' : 'speaker';

function roleOf({ tokens, chunks }: Sentence, at: number, subject: number): Trace['role'] {
  if (at === subject || isJoinedTo(chunks, at, subject)) return 'subject';
  const before = chunks[at - 1];
  if (before?.kind === 'preposition') {
    const { lower = '' } = tokens[before.from] ?? {};
    const leads = at === 1 && chunks[2]?.kind === 'comma' && /^(?:for|to|with)$/.test(lower);
    return leads ? 'subject' : lower === 'with' && isFollowedByVerb(chunks, at) ? 'embedded' : 'other';
  }
  if (isFollowedByVerb(chunks, at)) return 'embedded';
  const isObject = before?.kind === 'verb group' && tokens[chunks[at - 2]?.from ?? -1]?.lower !== 'to';
  return isObject ? 'object' : 'other';
}

const isSubject = (role: Trace['role']): boolean => role !== 'object' && role !== 'other';

/** `Ma and her neighbours said`: the subject is both. */
const isJoinedTo = (chunks: readonly Chunk[], at: number, subject: number): boolean =>
  subject === at + 2 && chunks[at + 1]?.kind === 'conjunction' && chunks[at - 1]?.kind !== 'preposition';

/** Whether somebody is among those whom their words name: few speak of themselves so. */
const isNamedIn = (names: ReadonlySet<string>, { named, words }: Entity): boolean =>
  named && names.has(words.at(-1) ?? '');

const endsClause = (chunks: readonly Chunk[], at: number): boolean =>
  /^(?:comma|break|colon|stop|conjunction|quote)$/.test(chunks[at]?.kind ?? 'stop') &&
  chunks[at + 1]?.nonFinite !== true;

/** A noun phrase between commas. */
const isApposition = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at - 1]?.kind === 'comma' && /^(?:comma|stop)$/.test(chunks[chainEnd(chunks, at) + 1]?.kind ?? '');

/** The last of the phrases that prepositions hang on the one at `at`. */
function chainEnd(chunks: readonly Chunk[], at: number): number {
  let end = at;
  while (chunks[end + 1]?.kind === 'preposition' && chunks[end + 2]?.kind === 'noun phrase') end += 2;
  return end;
}

/** `in Ohio`. */
const isLocative = ({ tokens, chunks }: Sentence, at: number): boolean =>
  /^(?:in|across|throughout|outside|near|inside)$/.test(tokens[chunks[at - 1]?.from ?? -1]?.lower ?? '');
