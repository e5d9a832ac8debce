import type { Gender } from './given-names.js';
import { type Entity, mayBePerson, SURE } from './people.js';

/** A place in the text; the numbers run over the article. */
export interface Place {
  readonly start: number;
  readonly sentence: number;
  readonly paragraph: number;
}

/** Where a person is mentioned, and how prominently. */
export interface Trace extends Place {
  readonly entity: Entity;
  /** `embedded`: the subject of a clause within the main one, `relative`: of one that says; `owner`: whose the subject is. */
  readonly role: 'speaker' | 'subject' | 'relative' | 'owner' | 'embedded' | 'object' | 'other';
}

/** How many mentions back an antecedent is looked for. */
const MEMORY = 40;

/** How far ahead of any other the one must be whom a pronoun means; two nearer to each other compete. */
const LEAD = 0.2;

const ROLE_WEIGHT = {
  speaker: 3,
  subject: 3,
  relative: 2.5,
  owner: 2.25,
  embedded: 1.5,
  object: 1,
  other: 0,
} as const;

const GENDER_OF_PRONOUN: Readonly<Record<string, Gender>> = { he: 'male', she: 'female' };

/** The people mentioned so far, for telling whom "he" means by salience (after S. Lappin and H. Leass, 1994). */
export class Discourse {
  readonly #traces: Trace[] = [];

  note(trace: Trace): void {
    this.#traces.push(trace);
  }

  /** Whether somebody has been named whom `the senator` may mean. */
  namesSomebody(): boolean {
    return this.#traces.slice(-MEMORY).some(({ entity }) => entity.named && entity.human);
  }

  /** Whom a singular pronoun at this place means, if the text lets one tell; some the sentence itself rules out. */
  antecedent(pronoun: string, at: Place, isAnother: (one: Entity) => boolean): Entity | null {
    const gender = GENDER_OF_PRONOUN[pronoun];
    if (!gender) return pronoun === 'it' ? this.#lastBody(at) : null;
    const scores = new Map<Entity, number>();
    for (const trace of this.#traces.slice(-MEMORY)) {
      const { entity, start } = trace;
      if (start >= at.start || !couldBe(entity, gender) || isAnother(entity)) continue;
      const score = salience(trace, at) + likeness(entity, gender);
      scores.set(entity, Math.max(score, scores.get(entity) ?? score));
    }
    const [first, second] = [...scores].sort(([, a], [, b]) => b - a);
    if (!first || (second && first[1] - second[1] < LEAD)) return null;
    const [entity] = first;
    entity.he += gender === 'male' ? 1 : -1;
    return entity;
  }

  /** The body that spoke or acted last, in this paragraph or the one before. */
  #lastBody(at: Place): Entity | null {
    for (let i = this.#traces.length - 1; i >= Math.max(0, this.#traces.length - MEMORY); i--) {
      const { entity, role, paragraph } = this.#traces[i] as Trace;
      if (at.paragraph - paragraph > 1) return null;
      if (entity.body && (role === 'speaker' || role === 'subject')) return entity;
    }
    return null;
  }
}

const couldBe = (entity: Entity, wanted: Gender): boolean =>
  mayBePerson(entity) &&
  (entity.gender === null ? leaning(entity, wanted) > -SURE : entity.gender === wanted);

const leaning = ({ he }: Entity, wanted: Gender): number => (wanted === 'male' ? he : -he);

/** How much several words that nothing shows to be a person look like one. */
const UNKNOWN = 0.75;

/** How much an entity looks like a person of that sex. */
function likeness(entity: Entity, wanted: Gender): number {
  const sure = entity.gender === wanted ? 1 : Math.sign(leaning(entity, wanted));
  return entity.human || sure > 0 ? sure + 1 : UNKNOWN;
}

function salience(trace: Trace, at: Place): number {
  const sentences = Math.min(at.sentence - trace.sentence, 8);
  const paragraphs = Math.min(at.paragraph - trace.paragraph, 4);
  return ROLE_WEIGHT[trace.role] - 1.2 * sentences - 1.2 * paragraphs;
}
