import { fold } from '../text/fold.js';
import { FEMALE_NAMES, isGivenName, MALE_NAMES } from './given-names.js';
import type { Gender, Reference } from './mentions.js';
import { FEMALE_TITLES, MALE_TITLES, TITLES } from './titles.js';

/** A reference by name. */
export type Name = Extract<Reference, { kind: 'name' }>;

/** A person or body that an article names. */
export interface Entity {
  /** The fullest form of the name. */
  name: string;
  words: readonly string[];
  gender: Gender;
  /** Pronouns that seemed to mean it: how many more "he" than "she". */
  he: number;
  readonly body: boolean;
  /** Whether `name` is a name, not a description. */
  readonly named: boolean;
  /** Whether a title or a given name shows a person. */
  human: boolean;
  /** Whether the text puts something in it (`in Ohio`). */
  place: boolean;
  /** How often the article gives more than the last name. */
  fullMentions: number;
  /** Titles and descriptions that stand with the name. */
  readonly roles: Set<string>;
}

/** Entities that may share the last word of their names; more are not told apart. */
const MAX_NAMESAKES = 8;

/** Those whom an article names, by the last word of the name. */
export class People {
  readonly #byLast = new Map<string, Entity[]>();
  readonly #byFirst = new Map<string, Entity>();

  /** Collects whom all these names mean; full names come first, so that each last name finds its own. */
  constructor(names: readonly Name[]) {
    for (const name of names) if (name.words.length > 1) this.#add(name);
    for (const name of names) if (name.words.length === 1) this.#add(name);
  }

  /** Whom a name means; of several with that last name the one whom the article names in full most often. */
  find(name: Name): Entity | undefined {
    const words = name.words.map(fold);
    const last = words.at(-1) ?? '';
    let best: Entity | undefined;
    for (const entity of this.#byLast.get(last) ?? [])
      if (isCompatible(entity, name, words) && entity.fullMentions > (best?.fullMentions ?? -1))
        best = entity;
    return best ?? (words.length === 1 ? this.#byFirst.get(last) : undefined);
  }

  #add(name: Name): void {
    const words = name.words.map(fold);
    const entity = this.find(name) ?? this.#enter(name, words);
    if (words.length > entity.words.length) Object.assign(entity, { name: name.words.join(' '), words });
    if (words.length > 1) entity.fullMentions++;
    entity.gender ??= genderOf(name);
    entity.human ||= isHuman(name);
    if (name.titles.length > 0) entity.roles.add(name.titles.join(' '));
  }

  #enter(name: Name, words: readonly string[]): Entity {
    const entity: Entity = {
      name: name.words.join(' '),
      words,
      gender: genderOf(name),
      he: leaning(words),
      body: name.body,
      named: true,
      human: false,
      place: false,
      fullMentions: 0,
      roles: new Set(),
    };
    const last = words.at(-1) ?? '';
    const same = this.#byLast.get(last) ?? [];
    this.#byLast.set(last, [...same.slice(1 - MAX_NAMESAKES), entity]);
    const first = words[0] ?? '';
    if (words.length > 1 && !name.body && !this.#byFirst.has(first)) this.#byFirst.set(first, entity);
    return entity;
  }
}

/** Somebody whom the article describes and does not name. */
export const nameless = (description: string, gender: Gender): Entity => ({
  name: description,
  words: [description],
  gender,
  he: 0,
  body: false,
  named: false,
  human: true,
  place: false,
  fullMentions: 0,
  roles: new Set(),
});

/** `J. Ma` and `Jack Ma` may be one; `Bill Ma` and `Jack Ma` are two, and so are Mr. and Mrs. Ma. */
function isCompatible(entity: Entity, name: Name, words: readonly string[]): boolean {
  const gender = genderOf(name);
  if (gender !== null && entity.gender !== null && gender !== entity.gender) return false;
  if (entity.words.length === 1 || words.length === 1) return true;
  const [one = '', other = ''] = [entity.words[0], words[0]];
  const length = Math.min(3, one.replace(/\.$/, '').length, other.replace(/\.$/, '').length);
  return one.slice(0, length) === other.slice(0, length);
}

function genderOf({ words, titles }: Name): Gender {
  if (titles.some((title) => MALE_TITLES.has(title))) return 'male';
  if (titles.some((title) => FEMALE_TITLES.has(title))) return 'female';
  const first = words.length > 1 ? fold(words[0] ?? '') : '';
  const male = MALE_NAMES.has(first);
  return male === FEMALE_NAMES.has(first) ? null : male ? 'male' : 'female';
}

/** A name alone may be a given name or a surname: `Gloria`, `Thomas`. */
const leaning = (words: readonly string[]): number =>
  words.length > 1 ? 0 : Number(MALE_NAMES.has(words[0] ?? '')) - Number(FEMALE_NAMES.has(words[0] ?? ''));

function isHuman({ words, titles, body }: Name): boolean {
  if (body) return false;
  const first = fold(words[0] ?? '');
  return titles.some((title) => TITLES.has(title)) || isGivenName(first);
}
