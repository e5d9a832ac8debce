import type { Article, Span } from '../corpus/article.js';

/** Where a sentence stands. */
export interface SentencePlace {
  readonly article: Article;
  /** Index into `article.sentences`. */
  readonly sentence: number;
}

/** A sentence that may answer; the span is the sentence's. */
export interface Candidate extends SentencePlace, Span {
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
}

/** What the texts say to a question. */
export interface Answer {
  readonly question: string;
  /** False: the texts do not say; the candidates are the nearest passages, not answers. */
  readonly answered: boolean;
  /** Probability that the first candidate answers the question, 0…1. */
  readonly confidence: number;
  /** Probability that the corpus is about this at all, 0…1. */
  readonly relevance: number;
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** The quoted phrase of the question, folded, when no passage holds it. */
  readonly missingPhrase: string | null;
  /** Why nothing was looked up, for a question that is empty or too long. */
  readonly reason: string | null;
}

export interface AnswerOptions {
  /** How many candidates to list; default 5. */
  readonly top?: number;
  /** Look in this article only. */
  readonly article?: Article | null;
}
