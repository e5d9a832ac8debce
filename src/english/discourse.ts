import type { Gender } from './mentions.js';
import type { Entity } from './people.js';

/** A place in the text; the numbers run over the article. */
export interface Place {
  readonly start: number;
  readonly sentence: number;
  readonly paragraph: number;
}

/** Where a person is mentioned, and how prominently. */
export interface Trace extends Place {
  readonly entity: Entity;
  /** `embedded`: the subject of another clause than the main one. */
  readonly role: 'speaker' | 'subject' | 'embedded' | 'other';
}

/** How many mentions back an antecedent is looked for. */
const MEMORY = 40;

const ROLE_WEIGHT = { speaker: 3, subject: 3, embedded: 1.5, other: 0 } as const;

const GENDER_OF_PRONOUN: Readonly<Record<string, Gender>> = { he: 'male', she: 'female' };

/** The people mentioned so far, for telling whom "he" means by salience (after S. Lappin and H. Leass, 1994). */
export class Discourse {
  readonly #traces: Trace[] = [];

  note(trace: Trace): void {
    this.#traces.push(trace);
  }

  /** Whom a singular pronoun at this place most likely means. */
  antecedent(pronoun: string, at: Place): Entity | null {
    const gender = GENDER_OF_PRONOUN[pronoun];
    if (!gender) return pronoun === 'it' ? this.#lastBody(at) : null;
    let best: Entity | null = null;
    let highest = Number.NEGATIVE_INFINITY;
    for (let i = Math.max(0, this.#traces.length - MEMORY); i < this.#traces.length; i++) {
      const trace = this.#traces[i] as Trace;
      if (trace.start >= at.start || !couldBe(trace.entity, gender)) continue;
      const score = salience(trace, at) + likeness(trace.entity, gender);
      if (score >= highest) [best, highest] = [trace.entity, score];
    }
    if (best) best.he += gender === 'male' ? 1 : -1;
    return best;
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

const couldBe = (entity: Entity, gender: Gender): boolean =>
  !entity.body && (entity.gender === null || entity.gender === gender);

/** How much an entity looks like a person of that sex. */
function likeness({ gender, he, human, place, words }: Entity, wanted: Gender): number {
  const sure = gender === wanted ? 1 : gender === null ? Math.sign(wanted === 'male' ? he : -he) : 0;
  if (human || sure > 0) return sure + 1;
  if (place) return -4;
  return words.length === 1 ? -1.5 : 0;
}

function salience(trace: Trace, at: Place): number {
  const sentences = Math.min(at.sentence - trace.sentence, 8);
  const paragraphs = Math.min(at.paragraph - trace.paragraph, 4);
  return ROLE_WEIGHT[trace.role] - 1.2 * sentences - 0.8 * paragraphs;
}
