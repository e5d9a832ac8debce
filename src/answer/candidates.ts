import type { ArticleEntry, Passage, TextIndex } from '../search/text-index.js';
import { Matcher } from './matching.js';
import { MeaningMatcher } from './meaning.js';
import { type Alternative, type Question, Relation } from './question.js';
import { firstScoresOf, type View, viewOf } from './view.js';

/** Passages whose sentences are scored, and sentences that are ranked with all features. */
const MAX_PASSAGES = 60;
const MAX_CANDIDATES = 40;

/**
 * The sentences worth ranking, by BM25 of sentence, passage and article: of the given passages, or else of those
 * that are found, in one article if it is given.
 */
export function candidatesOf(
  question: Question,
  index: TextIndex,
  article: number | null = null,
  passages: readonly number[] | null = null,
): View[] {
  const matcher = new Matcher(index, question);
  const meanings = new MeaningMatcher(index, question, (term) => matcher.isAsked(term));
  return (passages ?? foundPassages(question, index, article, matcher))
    .flatMap((passage) => firstScoresOf(passage, index, matcher))
    .sort((a, b) => b.all - a.all)
    .slice(0, MAX_CANDIDATES)
    .map((first) => viewOf(first, question, index, matcher, meanings));
}

/** What BM25 of the article adds to that of the passage. */
const ARTICLE_SHARE = 0.5;

/** The passages that hold words of the question, best first, and if they are few then others of their articles. */
function foundPassages(
  question: Question,
  index: TextIndex,
  article: number | null,
  matcher: Matcher,
): number[] {
  const articleScore = (passage: number): number =>
    matcher.articleScore(index.passages[passage]?.article as number);
  const found = index
    .findPassages(searchWeights(question, index), article)
    .map(({ passage, score }) => ({ passage, score: score + ARTICLE_SHARE * articleScore(passage) }))
    .sort((a, b) => b.score - a.score)
    .map(({ passage }) => passage);
  return found.length < MAX_PASSAGES ? withRestOfArticles(found, index) : found.slice(0, MAX_PASSAGES);
}

function withRestOfArticles(found: readonly number[], index: TextIndex): number[] {
  const passages = new Set(found);
  for (const { article } of found.map((passage) => index.passages[passage] as Passage)) {
    const { firstSentence, endSentence } = index.entries[article] as ArticleEntry;
    for (let id = firstSentence; id < endSentence && passages.size < MAX_PASSAGES; id++)
      passages.add(index.sentences[id]?.passage as number);
  }
  return [...passages];
}

/** A word that more than this share of the sentences hold is searched for only if there are no rarer ones. */
const COMMON = 0.02;
/** A word that so many sentences hold costs nothing to search for. */
const RARE = 5;

/** The terms to search for, with their weights: those meant, and related ones if they are rare or stand alone. */
function searchWeights({ concepts }: Question, index: TextIndex): Map<string, number> {
  const frequency = ({ term }: Alternative): number => index.sentenceFrequency[term] as number;
  const direct = concepts.flatMap(({ alternatives }) => alternatives.filter(isDirect));
  const rarer = direct.filter(
    (alternative) => frequency(alternative) <= RARE + COMMON * index.sentences.length,
  );
  const related = concepts.flatMap(({ alternatives }) => {
    const alone = !alternatives.some(isDirect);
    return alternatives.filter(
      (alternative) =>
        !isDirect(alternative) &&
        alternative.relation > Relation.hypernym &&
        (alone || frequency(alternative) <= RARE),
    );
  });
  const weights = new Map<string, number>();
  for (const { term, weight } of [...(rarer.length > 1 ? rarer : direct), ...related]) {
    const entry = index.tokens.vocabulary.entry(term);
    weights.set(entry, Math.max(weights.get(entry) ?? 0, weight));
  }
  return weights;
}

const isDirect = ({ relation }: Alternative): boolean => relation > Relation.derived;
