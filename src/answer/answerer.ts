import type { Article, Span } from '../corpus/article.js';
import { DEFAULT_TOP, MAX_QUESTION_LENGTH } from '../limits.js';
import { type IndexedSentence, TextIndex } from '../search/text-index.js';
import { fold } from '../text/fold.js';
import { Spelling } from '../text/spelling.js';
import type { Answer, AnswerOptions, Candidate } from './answer.js';
import { confidenceOf, relevanceOf } from './confidence.js';
import { type SentencePlace, sentencesSayingTheSame } from './corroboration.js';
import { parseQuestion, type Question } from './question.js';
import { type Ranked, rank } from './ranker.js';

/** Answers questions about a fixed set of articles. */
export interface Answerer {
  /** What the texts say to a question. It never throws; what cannot be looked up has a `reason`. */
  answer(question: string, options?: AnswerOptions): Answer;
  /** Sentences of other articles that say the same as this one, the closest first, at most one an article. */
  alsoSaidBy(place: SentencePlace): readonly (SentencePlace & Span)[];
}

/** An answer is given from this confidence on. */
const THRESHOLD = 0.5;

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
  const ranked = rank(question, index, article === null ? null : index.articles.indexOf(article));
  const withPhrase = ranked.filter(({ sentence }) => holdsPhrase(question, index, sentence));
  const shown = withPhrase.length > 0 ? withPhrase : ranked;
  const missing = withPhrase.length === 0 && question.phrase !== null;
  const confidence = missing ? 0 : confidenceOf(shown);
  return {
    question: question.text,
    answered: confidence >= THRESHOLD,
    confidence,
    relevance: relevanceOf(ranked),
    candidates: shown.slice(0, top).map((ranked) => candidateOf(index, ranked)),
    missingPhrase: missing ? question.phrase : null,
    reason: null,
  };
}

/** Whether the passage holds the question's phrase, checked on its folded text. */
function holdsPhrase({ phrase }: Question, index: TextIndex, sentence: IndexedSentence): boolean {
  if (phrase === null) return true;
  const { text, paragraphs, sentences } = index.articles[sentence.article] as Article;
  const paragraph = paragraphs[sentences[sentence.sentence]?.paragraph ?? 0];
  return (
    paragraph !== undefined &&
    fold(text.slice(paragraph.start, paragraph.end)).replace(/\s+/g, ' ').includes(phrase)
  );
}

function candidateOf(index: TextIndex, { sentence, score }: Ranked): Candidate {
  const article = index.articles[sentence.article] as Article;
  const { start, end } = article.sentences[sentence.sentence] as Span;
  return { article, sentence: sentence.sentence, start, end, score };
}
