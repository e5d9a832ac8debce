import { Cue } from '../search/cues.js';
import { Shape } from '../search/shape.js';
import type { IndexedSentence, TextIndex } from '../search/text-index.js';
import { NO_TERM } from '../search/token-store.js';
import { NounCategory } from '../text/related.js';
import type { Matcher, SentenceMatch } from './matching.js';
import { type Question, RELATION_WEIGHT } from './question.js';

/** Kinds of words that may answer; a sentence has them as evidence when the question does not hold them itself. */
export const Kind = {
  name: 0,
  person: 1,
  place: 2,
  number: 3,
  money: 4,
  percentage: 5,
  year: 6,
  time: 7,
  ordinal: 8,
  cause: 9,
  manner: 10,
  speech: 11,
  duration: 12,
  /** A kind of what is asked for: `apple` for "which fruit". */
  focusKind: 13,
  /** A word of the noun category that is asked for. */
  focusCategory: 14,
  definition: 15,
} as const;

const KINDS = 16;

/** The kinds that answer each type, best first. */
export const EXPECTED: readonly (readonly number[])[] = [
  [Kind.focusKind, Kind.focusCategory],
  [Kind.name, Kind.person],
  [Kind.year, Kind.time],
  [Kind.number, Kind.percentage, Kind.money],
  [Kind.money, Kind.number],
  [Kind.place],
  [Kind.cause],
  [Kind.manner],
  [Kind.speech],
  [Kind.definition],
  [Kind.duration, Kind.number],
];

/** What a sentence offers as an answer. */
export interface Evidence {
  /** By kind: how many words. */
  readonly counts: readonly number[];
  /** By kind: words between the nearest one and a word of the question, `FAR` without any. */
  readonly distances: readonly number[];
  /** By kind: how close the closest one is to how much of the question, 0…1. */
  readonly closeness: readonly number[];
  /** Content words that the question does not hold. */
  readonly newWords: number;
  /** Names among them. */
  readonly longestName: number;
  readonly pronouns: number;
  /** Whether a number stands before the asked noun ("*36,446* full-time employees"). */
  readonly countsFocus: boolean;
}

export const FAR = 40;

/** At this distance a word of the question counts half. */
const NEAR = 4;

const BY_SHAPE: ReadonlyMap<number, number> = new Map([
  [Shape.name, Kind.name],
  [Shape.number, Kind.number],
  [Shape.money, Kind.money],
  [Shape.percentage, Kind.percentage],
  [Shape.year, Kind.year],
  [Shape.time, Kind.time],
  [Shape.ordinal, Kind.ordinal],
]);

const BY_CATEGORY: ReadonlyMap<number, number> = new Map([
  [NounCategory.person, Kind.person],
  [NounCategory.location, Kind.place],
]);

/** Reads a sentence for what it offers to a question. */
export function evidenceOf(
  question: Question,
  index: TextIndex,
  sentence: IndexedSentence,
  own: SentenceMatch,
  matcher: Matcher,
): Evidence {
  const scan = new Scan(question, index, own);
  for (let token = sentence.firstToken; token < sentence.endToken; token++) {
    scan.read(token, token > sentence.firstToken, matcher.isAsked(index.tokens.term(token)));
  }
  return scan.evidence();
}

class Scan {
  readonly #question: Question;
  readonly #index: TextIndex;
  readonly #hits: SentenceMatch['hits'];
  readonly #focus: { readonly stem: string; readonly category: number };
  readonly #counts = new Array<number>(KINDS).fill(0);
  readonly #closeness = new Array<number>(KINDS).fill(0);
  readonly #distances = new Array<number>(KINDS).fill(FAR);
  #newWords = 0;
  #nameRun = 0;
  #longestName = 0;
  #pronouns = 0;
  #countsFocus = false;

  constructor(question: Question, index: TextIndex, { hits }: SentenceMatch) {
    this.#question = question;
    this.#index = index;
    this.#hits = hits;
    const stem = question.concepts[question.focus]?.stem ?? '';
    this.#focus = { stem, category: index.lexicon.category(stem) };
  }

  evidence(): Evidence {
    return {
      counts: this.#counts,
      distances: this.#distances,
      closeness: this.#closeness,
      newWords: this.#newWords,
      longestName: this.#longestName,
      pronouns: this.#pronouns,
      countsFocus: this.#countsFocus,
    };
  }

  read(token: number, hasPrevious: boolean, asked: boolean): void {
    const { tokens } = this.#index;
    const term = tokens.term(token);
    const cue = this.#index.cueOf(token);
    if (cue !== 0) this.#readCue(cue, token, asked);
    if (term === NO_TERM || asked) {
      this.#nameRun = 0;
      return;
    }
    this.#newWords++;
    this.#readShape(token, term, hasPrevious ? this.#index.cueOf(token - 1) : 0);
  }

  #readCue(cue: number, token: number, asked: boolean): void {
    if (cue & Cue.pronoun) this.#pronouns++;
    if (cue & Cue.cause) this.#note(Kind.cause, token);
    if (cue & Cue.manner) this.#note(Kind.manner, token);
    if (cue & Cue.speech) this.#note(Kind.speech, token);
    if (cue & Cue.duration && !asked) this.#note(Kind.duration, token);
    if (cue & Cue.copula && this.#distanceTo(token) <= 2) this.#note(Kind.definition, token);
    if (cue & Cue.article && this.#hits.some((hit) => hit.token === token - 1))
      this.#note(Kind.definition, token);
  }

  #readShape(token: number, term: number, previousCue: number): void {
    const { tokens, lexicon } = this.#index;
    const shape = tokens.shape(token);
    const isName = shape === Shape.name || (shape === Shape.opening && this.#index.nameShare(term) > 0.5);
    this.#nameRun = isName ? this.#nameRun + 1 : 0;
    this.#longestName = Math.max(this.#longestName, this.#nameRun);
    const kind = isName ? Kind.name : BY_SHAPE.get(shape);
    if (kind !== undefined) this.#note(kind, token);
    if (kind === Kind.number || kind === Kind.money || kind === Kind.percentage) this.#countFocus(token);
    if (isName && previousCue & Cue.place) this.#note(Kind.place, token);
    const category = lexicon.categoryOfTerm(term);
    const byCategory = BY_CATEGORY.get(category);
    if (byCategory !== undefined) this.#note(byCategory, token);
    if (category < 0 || this.#focus.category < 0) return;
    if (category === this.#focus.category) this.#note(Kind.focusCategory, token);
    if (lexicon.isKindOf(term, this.#focus.stem)) this.#note(Kind.focusKind, token);
  }

  #countFocus(token: number): void {
    for (const hit of this.#hits) {
      const ahead = hit.token - token;
      if (hit.concept === this.#question.focus && ahead > 0 && ahead <= 4) this.#countsFocus = true;
    }
  }

  #note(kind: number, token: number): void {
    (this.#counts[kind] as number)++;
    this.#distances[kind] = Math.min(this.#distances[kind] as number, this.#distanceTo(token));
    this.#closeness[kind] = Math.max(this.#closeness[kind] as number, this.#closenessTo(token));
  }

  #closenessTo(token: number): number {
    const { concepts, weight } = this.#question;
    let sum = 0;
    for (const hit of this.#hits) {
      const idf = (concepts[hit.concept]?.idf ?? 0) * (RELATION_WEIGHT[hit.relation] as number);
      sum += idf / (1 + Math.abs(hit.token - token) / NEAR);
    }
    return Math.min(1, sum / (weight || 1));
  }

  #distanceTo(token: number): number {
    let nearest = FAR;
    for (const hit of this.#hits) nearest = Math.min(nearest, Math.abs(hit.token - token));
    return nearest;
  }
}
