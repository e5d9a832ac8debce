import { Shape } from '../search/shape.js';
import type { IndexedSentence, TextIndex } from '../search/text-index.js';
import { NO_TERM } from '../search/token-store.js';
import type { Match, Matcher } from './matching.js';
import { RELATION_WEIGHT } from './matching.js';
import type { Question } from './question.js';

/** Everything a feature may look at: one sentence as an answer to one question. */
export interface View {
  readonly question: Question;
  readonly index: TextIndex;
  readonly sentence: IndexedSentence;
  /** The sentence itself; with its neighbours; its passage; its article. */
  readonly own: Match;
  readonly window: Match;
  readonly passage: Match;
  readonly article: Match;
  /** BM25 of sentence, passage and article together. */
  readonly bm25: number;
}

export function viewOf(id: number, question: Question, index: TextIndex, matcher: Matcher): View {
  const sentence = index.sentences[id] as IndexedSentence;
  const entry = index.entries[sentence.article];
  const own = matcher.sentence(id);
  const passage = matcher.passage(sentence.passage);
  const article = matcher.article(sentence.article);
  const first = Math.max(id - 1, entry?.firstSentence ?? id);
  const end = Math.min(id + 2, entry?.endSentence ?? id + 1);
  const { averages } = index;
  return {
    question,
    index,
    sentence,
    own,
    window: matcher.sentences(first, end),
    passage,
    article,
    bm25:
      matcher.bm25(own, averages.sentence) +
      0.5 * matcher.bm25(passage, averages.passage) +
      0.2 * matcher.bm25(article, averages.article),
  };
}

/** Share of the question's idf that a match supports. */
export function coverage(question: Question, { relations }: Match): number {
  let covered = 0;
  let all = 0;
  for (const [concept, { idf }] of question.concepts.entries()) {
    covered += idf * (RELATION_WEIGHT[relations[concept] as number] ?? 0);
    all += idf;
  }
  return all === 0 ? 0 : covered / all;
}

/** BM25 of sentence, passage and article, per word of the question. */
const bm25 = ({ bm25: score, question }: View): number => score / Math.max(1, question.concepts.length);

/** Idf-weighted share of the question's words in the sentence. */
const ownCoverage = ({ question, own }: View): number => coverage(question, own);

/** The same with the sentences before and after it. */
const windowCoverage = ({ question, window }: View): number => coverage(question, window);

/** The same in its passage. */
const passageCoverage = ({ question, passage }: View): number => coverage(question, passage);

/** The same in its article. */
const articleCoverage = ({ question, article }: View): number => coverage(question, article);

/** Whether the sentence has the kind of words that the question asks for and does not hold itself. */
const typeEvidence = (view: View): number => (hasEvidence(view) ? 1 : 0);

/** Whether it lacks them though the question asks for them. */
const typeMissing = (view: View): number => (hasEvidence(view) || view.question.type === 'other' ? 0 : 1);

/** Whether the asked noun ("how many *employees*") stands in the sentence. */
const focusMatched = ({ question, own }: View): number =>
  question.focus < 0 ? 0 : (RELATION_WEIGHT[own.relations[question.focus] as number] ?? 0);

/** Whether it stands neither in the sentence nor in its passage. */
const focusMissing = ({ question, window }: View): number =>
  question.focus >= 0 && window.relations[question.focus] === 0 ? 1 : 0;

/** Features with hand-set weights. */
export const FEATURES: readonly (readonly [feature: (view: View) => number, weight: number])[] = [
  [bm25, 0.5],
  [ownCoverage, 3],
  [windowCoverage, 1],
  [passageCoverage, 1],
  [articleCoverage, 0.5],
  [typeEvidence, 1],
  [typeMissing, -1],
  [focusMatched, 0.5],
  [focusMissing, -0.5],
];

export const scoreOf = (view: View): number =>
  FEATURES.reduce((sum, [feature, weight]) => sum + weight * feature(view), 0);

const CAUSES = new Set(['because', 'since', 'so', 'due', 'reason', 'therefore', 'owing', 'thanks', 'cause']);
const PLACE_WORDS = new Set(['in', 'at', 'near', 'from', 'to', 'outside', 'on']);

function hasEvidence({ question, index, sentence }: View): boolean {
  const asked = new Set(
    question.concepts.flatMap(({ alternatives }) => alternatives.map(({ term }) => term)),
  );
  const { tokens } = index;
  const isNew = (token: number) => tokens.term(token) !== NO_TERM && !asked.has(tokens.term(token));
  const formAt = (token: number) => tokens.forms.entry(tokens.form(token));
  const shapes: Readonly<Record<string, readonly number[]>> = {
    person: [Shape.name, Shape.opening],
    time: [Shape.year, Shape.time],
    number: [Shape.number, Shape.percentage],
    money: [Shape.money],
  };
  for (let token = sentence.firstToken; token < sentence.endToken; token++) {
    if (question.type === 'reason') {
      if (CAUSES.has(formAt(token))) return true;
    } else if (question.type === 'place') {
      if (tokens.shape(token) === Shape.name && isNew(token) && PLACE_WORDS.has(formAt(token - 1)))
        return true;
    } else if (isNew(token) && shapes[question.type]?.includes(tokens.shape(token))) return true;
  }
  return false;
}
