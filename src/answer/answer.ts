import type { Article, SentencePlace } from '../corpus/article.js';
import type { Span } from '../text/span.js';
import type { Outcome } from './decision.js';
import type { Demands } from './named-anew.js';

/** A sentence that may answer; the span is the sentence's. */
export interface Candidate extends SentencePlace, Span {
  /** Indices of the sentences that are headings above it, the outermost first. */
  readonly headings: readonly number[];
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
}

/** What the texts say to a question. */
export interface Answer {
  readonly question: string;
  /** False: the texts do not say; the candidates are the nearest passages, not answers. */
  readonly answered: boolean;
  readonly outcome: Outcome;
  /** Probability that the first candidate answers the question, 0…1. */
  readonly confidence: number;
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Sentences of other articles that answer the same with what the first candidate says, one an article. */
  readonly also: readonly SentencePlace[];
  /** The quoted phrase of the question, folded, when no passage holds it. */
  readonly missingPhrase: string | null;
  /** Why nothing was looked up, for a question that is empty or too long. */
  readonly reason: string | null;
}

export interface AnswerOptions {
  /** How many candidates to list; default 5. */
  readonly top?: number;
  /** What must stand where the first candidate does; else the texts do not say. */
  readonly demands?: Demands | null;
  /** Look in these articles only. */
  readonly articles?: readonly Article[] | null;
  /** Windows that are read at most; whoever asks several questions for one screen gives each its share. */
  readonly windows?: number;
}
