import type { ArticleEntry, IndexedSentence, Passage, TextIndex } from '../search/text-index.js';
import { type Evidence, evidenceOf } from './evidence.js';
import type { ArticleMatch, Match, Matcher, SentenceMatch } from './matching.js';
import type { Meaning, MeaningMatcher } from './meaning.js';
import type { Question } from './question.js';
import { type Wording, wordingOf } from './wording.js';

/** Everything a feature may look at: one sentence as an answer to one question. */
export interface View {
  readonly question: Question;
  readonly index: TextIndex;
  readonly id: number;
  readonly sentence: IndexedSentence;
  /** Its place among the sentences of its passage and of its article, from 0, and how many there are. */
  readonly inPassage: number;
  readonly passageSize: number;
  readonly inArticle: number;
  readonly articleSize: number;
  readonly matcher: Matcher;
  readonly own: SentenceMatch;
  /** By concept, the closest relation: in the sentence before, after, */
  readonly previous: readonly number[];
  readonly next: readonly number[];
  /** in the sentence with one neighbour, and with two neighbours, on each side, */
  readonly window: readonly number[];
  readonly wide: readonly number[];
  /** and in the two sentences before it. */
  readonly before: readonly number[];
  readonly passage: Match;
  readonly article: ArticleMatch;
  /** By concept, the closest relation of a word that may be the subject of the sentence before. */
  readonly previousSubjects: readonly number[];
  readonly evidence: Evidence;
  readonly wording: Wording;
  readonly meaning: Meaning;
  readonly bm25: FirstScore;
}

/** BM25 of a sentence, of its passage and of its article, and the sum that chooses the candidates. */
export interface FirstScore {
  /** Number of the sentence. */
  readonly id: number;
  readonly own: number;
  readonly passage: number;
  readonly article: number;
  readonly all: number;
}

/** The first scores of the sentences of a passage. */
export function firstScoresOf(passageId: number, index: TextIndex, matcher: Matcher): FirstScore[] {
  const { article: articleId, firstSentence, endSentence } = index.passages[passageId] as Passage;
  const passage = matcher.bm25(matcher.passage(passageId), index.averages.passage);
  const article = matcher.articleScore(articleId);
  return Array.from({ length: endSentence - firstSentence }, (_, i) => {
    const id = firstSentence + i;
    const own = matcher.bm25(matcher.sentence(id), index.averages.sentence);
    return { id, own, passage, article, all: own + 0.7 * passage + 0.25 * article };
  });
}

export function viewOf(
  bm25: FirstScore,
  question: Question,
  index: TextIndex,
  matcher: Matcher,
  meanings: MeaningMatcher,
): View {
  const { id } = bm25;
  const sentence = index.sentences[id] as IndexedSentence;
  const entry = index.entries[sentence.article] as ArticleEntry;
  const passage = index.passages[sentence.passage] as Passage;
  const own = matcher.sentence(id);
  const around = (before: number, after: number): readonly number[] =>
    matcher.relations(
      Math.max(entry.firstSentence, id + before),
      Math.max(entry.firstSentence, Math.min(entry.endSentence, id + after)),
    );
  return {
    question,
    index,
    id,
    sentence,
    inPassage: id - passage.firstSentence,
    passageSize: passage.endSentence - passage.firstSentence,
    inArticle: id - entry.firstSentence,
    articleSize: entry.endSentence - entry.firstSentence,
    matcher,
    own,
    previous: around(-1, 0),
    next: around(1, 2),
    window: around(-1, 2),
    wide: around(-2, 3),
    before: around(-2, 0),
    passage: matcher.passage(sentence.passage),
    article: matcher.article(sentence.article),
    previousSubjects: id > entry.firstSentence ? matcher.subjects(id - 1) : [],
    evidence: evidenceOf(question, index, sentence, own, matcher),
    wording: wordingOf(question, index, sentence),
    meaning: meanings.sentence(sentence),
    bm25,
  };
}
