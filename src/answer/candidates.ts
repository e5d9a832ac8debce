import type { TextIndex } from '../search/text-index.js';
import { Matcher } from './matching.js';
import { type Question, Relation } from './question.js';
import { type FirstScore, firstScoreOf, type View, viewOf } from './view.js';

/** Passages whose sentences are scored, and sentences that are ranked with all features. */
const MAX_PASSAGES = 60;
const MAX_CANDIDATES = 60;

/** The sentences worth ranking, by BM25 of sentence, passage and article; of one article if it is given. */
export function candidatesOf(question: Question, index: TextIndex, article: number | null): View[] {
  const matcher = new Matcher(index, question);
  const scored: { id: number; score: FirstScore }[] = [];
  for (const { passage } of index
    .findPassages(searchWeights(question, index), article)
    .slice(0, MAX_PASSAGES)) {
    const { firstSentence = 0, endSentence = 0 } = index.passages[passage] ?? {};
    for (let id = firstSentence; id < endSentence; id++)
      scored.push({ id, score: firstScoreOf(id, index, matcher) });
  }
  return scored
    .sort((a, b) => b.score.all - a.score.all)
    .slice(0, MAX_CANDIDATES)
    .map(({ id, score }) => viewOf(id, question, index, matcher, score));
}

/** A related word that more than this share of the sentences hold finds nothing, */
const COMMON = 0.01;
/** nor does a word of the question itself, unless there are no rarer ones. */
const VERY_COMMON = 0.05;

/** The terms to search for, with their weights: those meant, and related ones that are rare enough to help. */
function searchWeights({ concepts }: Question, index: TextIndex): Map<string, number> {
  const direct = concepts.flatMap(({ alternatives }) =>
    alternatives.filter(({ relation }) => isDirect(relation)),
  );
  const rarer = direct.filter(({ term }) => isRare(index, term, VERY_COMMON));
  const related = concepts
    .flatMap(({ alternatives }) => alternatives)
    .filter(
      ({ term, relation }) =>
        !isDirect(relation) && relation !== Relation.hypernym && isRare(index, term, COMMON),
    );
  const weights = new Map<string, number>();
  for (const { term, weight } of [...(rarer.length > 1 ? rarer : direct), ...related]) {
    const entry = index.tokens.vocabulary.entry(term);
    weights.set(entry, Math.max(weights.get(entry) ?? 0, weight));
  }
  return weights;
}

const isDirect = (relation: number): boolean => relation > Relation.derived;

/** Whether at most this share of the sentences, or a handful, hold the term. */
const isRare = (index: TextIndex, term: number, share: number): boolean =>
  (index.sentenceFrequency[term] as number) <= 5 + share * index.sentences.length;
