import type { Article, Span } from '../corpus/article.js';
import { DEFAULT_TOP, MAX_QUESTION_LENGTH } from '../limits.js';
import { passagesWithPhrase } from '../search/phrase.js';
import { TextIndex } from '../search/text-index.js';
import { Spelling } from '../text/spelling.js';
import { sentencesSayingTheSame } from './alike.js';
import type { Answer, AnswerOptions, Candidate, SentencePlace } from './answer.js';
import { judge } from './confidence.js';
import { parseQuestion, type Question } from './question.js';
import { type Ranked, rank } from './ranker.js';
import { neededConfidence } from './support.js';

/** Answers questions about a fixed set of articles. */
export interface Answerer {
  /** What the texts say to a question. It never throws; what cannot be looked up has a `reason`. */
  answer(question: string, options?: AnswerOptions): Answer;
  /** Sentences of other articles that say the same as this one, the closest first, at most one an article. */
  alsoSaidBy(place: SentencePlace): readonly (SentencePlace & Span)[];
}

/**
 * An answer is given from this confidence and this relevance on: few questions that the texts are not about are
 * answered, and most of the others (`npm run train` prints the shares).
 */
const LEAST_CONFIDENCE = 0.09;
const LEAST_RELEVANCE = 0.42;

/** Builds the index over the articles; an answer then takes milliseconds. */
export function createAnswerer(articles: readonly Article[]): Answerer {
  const index = new TextIndex(articles);
  const spelling = new Spelling(index.formFrequencies());
  return {
    answer: (question, options = {}) => {
      const reason = reasonNotToLook(question);
      return reason === null
        ? lookUp(parseQuestion(question, index, spelling), index, options)
        : { ...NOTHING, question, reason };
    },
    alsoSaidBy: (place) => sentencesSayingTheSame(index, place),
  };
}

const NOTHING = {
  answered: false,
  confidence: 0,
  relevance: 0,
  candidates: [],
  missingPhrase: null,
} as const;

function reasonNotToLook(question: string): string | null {
  if (question.trim() === '') return 'The question is empty.';
  if (question.length <= MAX_QUESTION_LENGTH) return null;
  return `The question has ${question.length} characters; at most ${MAX_QUESTION_LENGTH} are looked up.`;
}

function lookUp(
  question: Question,
  index: TextIndex,
  { top = DEFAULT_TOP, article = null }: AnswerOptions,
): Answer {
  const inArticle = article === null ? null : index.articles.indexOf(article);
  const holding = question.phrase === null ? null : passagesWithPhrase(index, question.phrase, inArticle);
  const missing = holding?.length === 0;
  const ranked = rank(question, index, inArticle, missing ? null : holding);
  const judged = judge(ranked);
  const relevance = judged.relevance;
  const confidence = missing ? 0 : judged.confidence;
  const least = Math.max(LEAST_CONFIDENCE, ranked[0] ? neededConfidence(question, ranked[0]) : 0);
  return {
    question: question.text,
    answered: confidence >= least && relevance >= LEAST_RELEVANCE,
    confidence,
    relevance,
    candidates: ranked.slice(0, top).map((candidate) => candidateOf(index, candidate)),
    missingPhrase: missing ? question.phrase : null,
    reason: null,
  };
}

function candidateOf(index: TextIndex, { sentence, score }: Ranked): Candidate {
  const article = index.articles[sentence.article] as Article;
  const { start, end } = article.sentences[sentence.sentence] as Span;
  return { article, sentence: sentence.sentence, start, end, score };
}
