import { isRegion } from './appositions.js';
import type { Chunk } from './chunks.js';
import { Discourse, type Place, type Trace } from './discourse.js';
import type { Phrase } from './mentions.js';
import type { Sentence } from './parse.js';
import { type Entity, type Name, nameless, People } from './people.js';
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
    this.#people = new People(sentences.filter(({ headline }) => !headline).flatMap(namesOf));
  }

  /** Whom a phrase means that stands in a sentence read before, or that is a name. */
  of({ start, reference }: Phrase): Entity | undefined {
    return this.#meant.get(start) ?? (reference.kind === 'name' ? this.#people.find(reference) : undefined);
  }

  /** Reads the next sentence; `speakers` are the chunks to which a quotation is attributed. */
  read(sentence: Sentence, number: number, speakers: ReadonlySet<number>): void {
    const subject = mainSubject(sentence, sentence.chunks.length);
    for (const [at, phrase] of sentence.phrases) {
      const place = { start: phrase.start, sentence: number, paragraph: sentence.paragraph };
      const role = speakers.has(at) ? 'speaker' : at === subject ? 'subject' : roleOf(sentence, at);
      const entity =
        this.#namedBeside(sentence, at) ??
        this.#entityOf(sentence, phrase, place) ??
        this.#newcomer(phrase, role);
      if (!entity) continue;
      this.#meant.set(phrase.start, entity);
      this.#noteRoles(sentence, at, entity);
      if (isLocative(sentence, at)) entity.place = true;
      if (!sentence.headline) this.#discourse.note({ ...place, entity, role });
    }
  }

  #entityOf(sentence: Sentence, { reference }: Phrase, place: Place): Entity | null {
    if (reference.kind === 'name') return this.#people.find(reference) ?? null;
    if (reference.kind === 'pronoun' && reference.antecedent !== undefined)
      return this.#meant.get(sentence.phrases.get(reference.antecedent)?.start ?? -1) ?? null;
    if (reference.kind === 'pronoun') return this.#discourse.antecedent(reference.word, place);
    if (DEFINITE.test(reference.opener)) return this.#described.get(keyOf(reference)) ?? null;
    if (reference.opener !== reference.head) return null;
    return this.#people.find({ kind: 'name', words: [reference.head], titles: [], body: false }) ?? null;
  }

  /** `her father, Jan Berg, …`: the name that the description announces. */
  #namedBeside(sentence: Sentence, at: number): Entity | null {
    const { chunks, phrases } = sentence;
    const description = phrases.get(at)?.reference;
    const beside = chainEnd(chunks, at) + 2;
    if (description?.kind !== 'description' || !isApposition(chunks, beside) || isRegion(sentence, beside))
      return null;
    const name = phrases.get(beside)?.reference;
    const entity = name?.kind === 'name' && !name.body ? this.#people.find(name) : undefined;
    if (!entity) return null;
    entity.gender ??= description.gender;
    this.#described.set(keyOf(description), entity);
    return entity;
  }

  /** Somebody without a name, whose noun tells a man or a woman (`a spokeswoman`). */
  #newcomer({ start, end, reference }: Phrase, role: Trace['role']): Entity | null {
    if (reference.kind !== 'description' || reference.gender === null || role === 'other') return null;
    const entity = nameless(this.#text.slice(start, end), reference.gender);
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
    entity.roles.add(this.#text.slice(apposition.start, apposition.end));
  }
}

const DEFINITE = /^(?:the|this|that|his|her|their)$/;

/** `the chairman` is any chairman, `her husband` only hers. */
const keyOf = ({ opener, head }: { readonly opener: string; readonly head: string }): string =>
  /^(?:his|her|their)$/.test(opener) ? `${opener} ${head}` : head;

const namesOf = ({ phrases }: Sentence): Name[] =>
  [...phrases.values()].map(({ reference }) => reference).filter((reference) => reference.kind === 'name');

const roleOf = ({ chunks }: Sentence, at: number): Trace['role'] =>
  isFollowedByVerb(chunks, at) ? 'embedded' : 'other';

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
