import { fold } from '../text/fold.js';
import { FEMALE_NAMES, MALE_NAMES } from './given-names.js';
import type { Gender, Reference } from './mentions.js';
import { FEMALE_TITLES, MALE_TITLES } from './titles.js';

type Name = Extract<Reference, { kind: 'name' }>;

/** A person or body that an article names. */
export interface Entity {
  /** The fullest form of the name. */
  name: string;
  words: readonly string[];
  gender: Gender;
  body: boolean;
  /** Titles and descriptions that stand with the name. */
  roles: Set<string>;
}

/** Entities that may share the last word of their names; more are not told apart. */
const MAX_NAMESAKES = 8;

/** Those whom an article names, by the last word of the name. Later mentions find the fullest form. */
export class People {
  readonly #byLast = new Map<string, Entity[]>();
  readonly #byFirst = new Map<string, Entity>();

  /** Records a name; a longer form of a known one replaces it. */
  add(name: Name): Entity {
    const words = name.words.map(fold);
    const found = this.find(name) ?? this.#enter(name, words);
    if (name.words.length > found.words.length) this.#lengthen(found, name, words);
    found.gender ??= genderOf(name);
    if (name.titles.length > 0) found.roles.add(name.titles.join(' '));
    return found;
  }

  /** The entity of a name: the latest with that last word and no other given name. */
  find(name: Name): Entity | undefined {
    const words = name.words.map(fold);
    const last = words.at(-1) ?? '';
    const known = this.#byLast.get(last)?.findLast((entity) => isCompatible(entity, name, words));
    return known ?? (words.length === 1 ? this.#byFirst.get(last) : undefined);
  }

  /** The latest entity with this last name, for a text that writes names in lower case. */
  bySurname(surname: string): Entity | undefined {
    return this.#byLast.get(fold(surname))?.at(-1);
  }

  #enter(name: Name, words: readonly string[]): Entity {
    const { body } = name;
    const entity: Entity = {
      name: name.words.join(' '),
      words,
      gender: genderOf(name),
      body,
      roles: new Set(),
    };
    const last = words.at(-1) ?? '';
    const same = this.#byLast.get(last);
    if (same) same.unshift(...same.splice(0).slice(1 - MAX_NAMESAKES), entity);
    else this.#byLast.set(last, [entity]);
    this.#nameByFirst(entity);
    return entity;
  }

  #lengthen(entity: Entity, name: Name, words: readonly string[]): void {
    entity.name = name.words.join(' ');
    entity.words = words;
    this.#nameByFirst(entity);
  }

  #nameByFirst(entity: Entity): void {
    const first = entity.words[0];
    if (entity.words.length > 1 && first && !entity.body && !this.#byFirst.has(first))
      this.#byFirst.set(first, entity);
  }
}

/** `J. Ma` and `Jack Ma` may be one; `Bill Ma` and `Jack Ma` are two, and so are Mr. and Mrs. Ma. */
function isCompatible(entity: Entity, name: Name, words: readonly string[]): boolean {
  const gender = genderOf(name);
  if (gender !== null && entity.gender !== null && gender !== entity.gender) return false;
  if (entity.words.length === 1 || words.length === 1) return true;
  return entity.words[0]?.[0] === words[0]?.[0];
}

function genderOf({ words, titles }: Name): Gender {
  if (titles.some((title) => MALE_TITLES.has(title))) return 'male';
  if (titles.some((title) => FEMALE_TITLES.has(title))) return 'female';
  const first = words.length > 1 ? fold(words[0] ?? '') : '';
  const male = MALE_NAMES.has(first);
  return male === FEMALE_NAMES.has(first) ? null : male ? 'male' : 'female';
}
