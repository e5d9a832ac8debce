import type { Gender } from './mentions.js';
import type { Entity } from './people.js';

/** Where a person is mentioned, and how prominently. */
export interface Trace {
  readonly entity: Entity;
  readonly start: number;
  /** Running numbers over the article. */
  readonly sentence: number;
  readonly paragraph: number;
  readonly role: 'speaker' | 'subject' | 'other';
}

/** How many mentions back an antecedent is looked for. */
const MEMORY = 40;

const ROLE_WEIGHT = { speaker: 3, subject: 3, other: 0 } as const;

const GENDER_OF_PRONOUN: Readonly<Record<string, Gender>> = { he: 'male', she: 'female' };

/** The people mentioned so far, for telling whom "he" means (after Lappin and Leass's salience, 1994). */
export class Discourse {
  readonly #traces: Trace[] = [];

  note(trace: Trace): void {
    this.#traces.push(trace);
  }

  /** Whom a singular pronoun at this place most likely means. */
  antecedent(pronoun: string, at: Omit<Trace, 'entity' | 'role'>): Entity | null {
    const gender = GENDER_OF_PRONOUN[pronoun];
    if (!gender) return null;
    let best: Entity | null = null;
    let highest = Number.NEGATIVE_INFINITY;
    for (const trace of this.#traces.slice(-MEMORY)) {
      if (trace.start >= at.start || !couldBe(trace.entity, gender)) continue;
      const score = salience(trace, at) + (trace.entity.gender === gender ? 1 : 0);
      if (score >= highest) [best, highest] = [trace.entity, score];
    }
    if (best) best.gender ??= gender;
    return best;
  }
}

const couldBe = (entity: Entity, gender: Gender): boolean =>
  !entity.body && (entity.gender === null || entity.gender === gender);

function salience(trace: Trace, at: Omit<Trace, 'entity' | 'role'>): number {
  const sentences = Math.min(at.sentence - trace.sentence, 8);
  const paragraphs = Math.min(at.paragraph - trace.paragraph, 4);
  return ROLE_WEIGHT[trace.role] - 1.2 * sentences - 0.8 * paragraphs;
}
