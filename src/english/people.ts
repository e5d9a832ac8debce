import { fold } from '../text/fold.js';
import { type Gender, genderOfName, isGivenName } from './given-names.js';
import type { Name } from './mentions.js';
import { isCommonNoun, isCommonPlural } from './nouns.js';
import { isPlace } from './places.js';
import { FEMALE_TITLES, MALE_TITLES, TITLES } from './titles.js';

/** A person or body that an article names. */
export interface Entity {
  /** The fullest form of the name. */
  name: string;
  words: readonly string[];
  gender: Gender;
  /** Pronouns that seemed to mean it: how many more "he" than "she". */
  he: number;
  body: boolean;
  /** Whether `name` is a name, not a description. */
  readonly named: boolean;
  /** Whether a title or a given name shows a person. */
  human: boolean;
  /** Whether it is the name of a place, or the text puts something in it (`in Ohio`). */
  place: boolean;
  /** How often the article gives more than the last name. */
  fullMentions: number;
  /** Titles and descriptions that stand with the name. */
  readonly roles: Set<string>;
}

/** Entities that may share the last word of their names; more are not told apart. */
const MAX_NAMESAKES = 8;

/** Titles and descriptions kept of one entity: each of its quotations tells them all. */
const MAX_ROLES = 32;

/** Notes by what else the text calls an entity. */
export function noteRole({ roles }: Entity, role: string): void {
  if (roles.size < MAX_ROLES) roles.add(role);
}

/** Those whom an article names, by the last word of the name. */
export class People {
  readonly #byLast = new Map<string, Entity[]>();
  /** Null where several bear a given name. */
  readonly #byFirst = new Map<string, Entity | null>();
  readonly #shared = new Map<string, Entity>();

  /** Collects whom all these names mean; full names come first, so that each last name finds its own. */
  constructor(names: readonly Name[]) {
    for (const name of names) if (isFull(name)) this.#add(name);
    for (const name of names) if (!isFull(name)) this.#add(name);
  }

  /**
   * Whom a name means. Of several people with that last name it is the one whom the article names in full most often;
   * where two are named as often the last name does not tell.
   */
  find(name: Name): Entity | undefined {
    const words = name.words.map(fold);
    const last = words.at(-1) ?? '';
    let best: Entity | undefined;
    let next: Entity | undefined;
    for (const entity of this.#byLast.get(last) ?? [])
      if (isCompatible(entity, name, words)) {
        if (!best || entity.fullMentions > best.fullMentions) [best, next] = [entity, best];
        else if (!next || entity.fullMentions > next.fullMentions) next = entity;
      }
    if (!best) return words.length === 1 ? (this.#byFirst.get(last) ?? undefined) : undefined;
    const isShared = !isFull(name) && next?.human && next.fullMentions === best.fullMentions;
    return isShared ? this.#sharedBy(last, name) : best;
  }

  /** Somebody of those who share a last name. */
  #sharedBy(last: string, { words }: Name): Entity {
    const shared = this.#shared.get(last) ?? nameless(words.join(' '), null);
    this.#shared.set(last, shared);
    return shared;
  }

  #add(name: Name): void {
    const words = name.words.map(fold);
    const entity = this.find(name) ?? this.#enter(name, words);
    if (words.length > entity.words.length) Object.assign(entity, { name: name.words.join(' '), words });
    if (isFull(name)) entity.fullMentions++;
    entity.gender ??= genderOf(name);
    entity.human ||= isHuman(name);
    if (name.titles.length > 0) noteRole(entity, name.titles.join(' '));
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
      place: isPlace(words.join(' ')),
      fullMentions: 0,
      roles: new Set(),
    };
    const last = words.at(-1) ?? '';
    const same = this.#byLast.get(last) ?? [];
    this.#byLast.set(last, [...same.slice(1 - MAX_NAMESAKES), entity]);
    const first = words[0] ?? '';
    if (words.length > 1 && !name.body) this.#byFirst.set(first, this.#byFirst.has(first) ? null : entity);
    return entity;
  }
}

/** A body or a place is no person, and a single word that nothing shows to be one may be either. */
export const mayBePerson = ({ body, human, place, words }: Entity): boolean =>
  !body && (human || (!place && words.length > 1));

/** Whether one word is all that the text calls it by, and a word for a thing or an office (`Season`, `Secretary`). */
export const isMereNoun = ({ body, human, words }: Entity): boolean =>
  !body && words.length === 1 && (TITLES.has(words[0] ?? '') || (!human && isNoun(words[0] ?? '')));

const isNoun = (word: string): boolean => isCommonNoun(word) || isCommonPlural(word);

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

/** More than a last name (`Lowe`, `de la Cruz`). */
const isFull = ({ words }: Name): boolean => words.length > 1 && !/^\p{Ll}/u.test(words[0] ?? '');

/** `J. Ma` and `Jack Ma` may be one; `Bill Ma` and `Jack Ma` are two, and so are Mr. and Mrs. Ma. */
function isCompatible(entity: Entity, name: Name, words: readonly string[]): boolean {
  const gender = genderOf(name);
  if (gender !== null && entity.gender !== null && gender !== entity.gender) return false;
  if (entity.words.length === 1 || !isFull(name)) return true;
  const [one = '', other = ''] = [entity.words[0], words[0]];
  const length = Math.min(3, one.replace(/\.$/, '').length, other.replace(/\.$/, '').length);
  return one.slice(0, length) === other.slice(0, length);
}

function genderOf({ words, titles }: Name): Gender {
  if (titles.some((title) => MALE_TITLES.has(title))) return 'male';
  if (titles.some((title) => FEMALE_TITLES.has(title))) return 'female';
  return words.length > 1 ? genderOfName(fold(words[0] ?? '')) : null;
}

/** How many more times "he" than "she" tell a man; a given name alone tells as much (`Gloria`). */
export const SURE = 2;

/** A name alone may be a given name or a surname: `Gloria`, `Thomas`. */
function leaning(words: readonly string[]): number {
  const gender = words.length > 1 ? null : genderOfName(words[0] ?? '');
  return gender === null ? 0 : gender === 'male' ? SURE : -SURE;
}

function isHuman({ words, titles, body }: Name): boolean {
  if (body) return false;
  const isGiven = isGivenName(fold(words[0] ?? '')) && !isPlace(fold(words.join(' ')));
  return isGiven || titles.some((title) => TITLES.has(title));
}
