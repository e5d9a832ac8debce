import type { Article, Span } from '../corpus/article.js';
import { DEFAULT_TOP, MAX_QUESTION_LENGTH } from '../limits.js';
import { type IndexedSentence, TextIndex } from '../search/text-index.js';
import { fold } from '../text/fold.js';
import { Spelling } from '../text/spelling.js';
import type { Answer, AnswerOptions, Candidate } from './answer.js';
import { type SentencePlace, sentencesSayingTheSame } from './corroboration.js';
import { coverage, scoreOf, type View, viewOf } from './features.js';
import { Matcher, RELATION_WEIGHT } from './matching.js';
import { parseQuestion, type Question } from './question.js';

/** Answers questions about a fixed set of articles. */
export interface Answerer {
  /** What the texts say to a question. It never throws; what cannot be looked up has a `reason`. */
  answer(question: string, options?: AnswerOptions): Answer;
  /** Sentences of other articles that say the same as this one, the closest first, at most one an article. */
  alsoSaidBy(place: SentencePlace): readonly (SentencePlace & Span)[];
}

/** Passages whose sentences are scored, and sentences that are ranked with all features. */
const MAX_PASSAGES = 60;
const MAX_CANDIDATES = 60;

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
  const withPhrase = ranked.filter(({ view }) => holdsPhrase(view));
  const shown = withPhrase.length > 0 ? withPhrase : ranked;
  const missing = withPhrase.length === 0 && question.phrase !== null;
  const best = shown[0]?.view;
  const confidence = best && !missing ? confidenceOf(best) : 0;
  return {
    question: question.text,
    answered: confidence >= THRESHOLD,
    confidence,
    relevance: best ? coverage(question, best.passage) : 0,
    candidates: shown.slice(0, top).map(({ view, score }) => candidateOf(view, score)),
    missingPhrase: missing ? question.phrase : null,
    reason: null,
  };
}

interface Ranked {
  readonly view: View;
  readonly score: number;
}

function rank(question: Question, index: TextIndex, article: number | null): Ranked[] {
  const matcher = new Matcher(index, question);
  return candidateSentences(question, index, article)
    .map((id) => viewOf(id, question, index, matcher))
    .sort((a, b) => b.bm25 - a.bm25)
    .slice(0, MAX_CANDIDATES)
    .map((view) => ({ view, score: scoreOf(view) }))
    .sort((a, b) => b.score - a.score);
}

/** The sentences of the best passages. */
function candidateSentences(question: Question, index: TextIndex, article: number | null): number[] {
  const weights = new Map<string, number>();
  for (const { alternatives } of question.concepts) {
    for (const { term, relation } of alternatives) {
      weights.set(index.tokens.vocabulary.entry(term), RELATION_WEIGHT[relation] ?? 0);
    }
  }
  const passages = index.findPassages(weights, article).slice(0, MAX_PASSAGES);
  return passages.flatMap(({ passage }) => {
    const { firstSentence = 0, endSentence = 0 } = index.passages[passage] ?? {};
    return Array.from({ length: endSentence - firstSentence }, (_, i) => firstSentence + i);
  });
}

/** Whether the passage holds the question's phrase, checked on its folded text. */
function holdsPhrase({ question: { phrase }, index, sentence }: View): boolean {
  if (phrase === null) return true;
  const { text, paragraphs, sentences } = index.articles[sentence.article] as Article;
  const paragraph = paragraphs[sentences[sentence.sentence]?.paragraph ?? 0];
  return (
    paragraph !== undefined &&
    fold(text.slice(paragraph.start, paragraph.end)).replace(/\s+/g, ' ').includes(phrase)
  );
}

/** Hand-set for now. */
function confidenceOf(view: View): number {
  const { question, own, window, passage } = view;
  const here =
    0.6 * coverage(question, own) + 0.2 * coverage(question, window) + 0.2 * coverage(question, passage);
  const focus = question.focus < 0 || window.relations[question.focus] !== 0 ? 0 : 1;
  const evidence = scoreOf(view) > 0 ? 0 : 1;
  return 1 / (1 + Math.exp(-(9 * (here - 0.55) - 2 * focus - evidence)));
}

function candidateOf(
  { index, sentence }: { index: TextIndex; sentence: IndexedSentence },
  score: number,
): Candidate {
  const article = index.articles[sentence.article] as Article;
  const { start, end } = article.sentences[sentence.sentence] as Span;
  return { article, sentence: sentence.sentence, start, end, score };
}
