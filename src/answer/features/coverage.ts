import { RELATION_WEIGHT, Relation } from '../question.js';
import type { View } from '../view.js';
import type { Feature } from './feature.js';

/** How much of the question the sentence holds, and how much what stands around it. */

/** Idf-weighted share of the concepts that have a relation of at least `least`. */
function share(
  { question, article }: View,
  relations: readonly number[],
  least: number,
  local = false,
): number {
  let covered = 0;
  for (let c = 0; c < relations.length; c++) {
    if ((relations[c] as number) < least) continue;
    covered += local ? (article.localIdf[c] as number) : (question.concepts[c]?.idf ?? 0);
  }
  const all = local ? article.localWeight : question.weight;
  return all === 0 ? 0 : covered / all;
}

/** Idf-weighted share of the concepts, each weighted by how closely it is matched. */
function softShare({ question }: View, relations: readonly number[]): number {
  let covered = 0;
  for (let c = 0; c < relations.length; c++) {
    covered += (question.concepts[c]?.idf ?? 0) * (RELATION_WEIGHT[relations[c] as number] as number);
  }
  return question.weight === 0 ? 0 : covered / question.weight;
}

/** Idf-weighted share of the concepts that the sentence lacks and the other words support. */
function adds({ question, own }: View, others: readonly number[], local?: readonly number[]): number {
  let added = 0;
  let all = 0;
  for (let c = 0; c < others.length; c++) {
    const idf = local ? (local[c] as number) : (question.concepts[c]?.idf ?? 0);
    all += idf;
    const gain =
      (RELATION_WEIGHT[others[c] as number] as number) -
      (RELATION_WEIGHT[own.relations[c] as number] as number);
    if (gain > 0) added += idf * gain;
  }
  return all === 0 ? 0 : added / all;
}

/** BM25 of the sentence, as a share of what all concepts could give. */
export const bm25Own: Feature = ({ bm25, question }) => bm25.own / (question.weight || 1);
/** BM25 of its passage, likewise. */
export const bm25Passage: Feature = ({ bm25, question }) => bm25.passage / (question.weight || 1);
/** BM25 of its article, likewise. */
export const bm25Article: Feature = ({ bm25, question }) => bm25.article / (question.weight || 1);
/** The sum that chose the candidates, likewise. */
export const bm25All: Feature = ({ bm25, question }) => bm25.all / (question.weight || 1);
/** Share of the question that the sentence holds in the very same words. */
export const formCoverage: Feature = (view) => share(view, view.own.relations, Relation.form);
/** Share that it holds by stem, or as corrected. */
export const stemCoverage: Feature = (view) => share(view, view.own.relations, Relation.corrected);
/** Share that it holds by stem or derivational family. */
export const familyCoverage: Feature = (view) => share(view, view.own.relations, Relation.derived);
/** Share that it holds by any relation, the looser the less. */
export const softCoverage: Feature = (view) => softShare(view, view.own.relations);
/** Share by stem, each word weighted by how rare it is within the article. */
export const localCoverage: Feature = (view) => share(view, view.own.relations, Relation.corrected, true);
/** The same with derivational families and synonyms. */
export const localSoftCoverage: Feature = (view) => share(view, view.own.relations, Relation.synonym, true);
/** Soft share with one neighbour on each side. */
export const windowCoverage: Feature = (view) => softShare(view, view.window);
/** Soft share with two neighbours on each side. */
export const wideCoverage: Feature = (view) => softShare(view, view.wide);
/** Local share with one neighbour on each side. */
export const localWindowCoverage: Feature = (view) => share(view, view.window, Relation.derived, true);
/** Soft share of its passage. */
export const passageCoverage: Feature = (view) => softShare(view, view.passage.relations);
/** Soft share of its article. */
export const articleCoverage: Feature = (view) => softShare(view, view.article.relations);
/** Share of the title's words in the question. */
export const titleCoverage: Feature = (view) => share(view, view.article.title, Relation.derived);
/** Share of the concepts by count, not by weight. */
export const plainCoverage: Feature = ({ own, question }) =>
  own.relations.filter((relation) => relation >= Relation.derived).length / (question.concepts.length || 1);
/** What the sentence before adds to it. */
export const previousAdds: Feature = (view) => adds(view, view.previous);
/** What the sentence after adds. */
export const nextAdds: Feature = (view) => adds(view, view.next);
/** What the rest of the passage adds. */
export const passageAdds: Feature = (view) => adds(view, view.passage.relations);
/** What the rest of the article adds. */
export const articleAdds: Feature = (view) => adds(view, view.article.relations);
/** What the title adds. */
export const titleAdds: Feature = (view) => adds(view, view.article.title);
/** What the sentence before adds, weighted by rarity within the article. */
export const localPreviousAdds: Feature = (view) => adds(view, view.previous, view.article.localIdf);
/** What the two sentences before add when the sentence has a pronoun to stand for it. */
export const carriedOver: Feature = (view) => (view.evidence.pronouns > 0 ? adds(view, view.before) : 0);

/** Weight of the rarest concept that the sentence holds, against the rarest of all. */
export const rarestMatched: Feature = ({ question, own }) => {
  let matched = 0;
  let all = 0;
  for (let c = 0; c < own.relations.length; c++) {
    const idf = question.concepts[c]?.idf ?? 0;
    all = Math.max(all, idf);
    if ((own.relations[c] as number) >= Relation.derived) matched = Math.max(matched, idf);
  }
  return all === 0 ? 0 : matched / all;
};

/** Weight of the rarest concept that neither the sentence nor its neighbours hold, against the rarest of all. */
export const rarestMissing: Feature = ({ question, window }) => {
  let missing = 0;
  let all = 0;
  for (let c = 0; c < window.length; c++) {
    const idf = question.concepts[c]?.idf ?? 0;
    all = Math.max(all, idf);
    if ((window[c] as number) < Relation.synonym) missing = Math.max(missing, idf);
  }
  return all === 0 ? 0 : missing / all;
};

/** Share of the concepts of one sort that are matched; 1 when there are none. */
function sortShare(
  { question }: View,
  relations: readonly number[],
  isOfSort: (concept: number) => boolean,
): number {
  let matched = 0;
  let all = 0;
  for (let c = 0; c < question.concepts.length; c++) {
    if (!isOfSort(c)) continue;
    all++;
    if ((relations[c] as number) >= Relation.derived) matched++;
  }
  return all === 0 ? 1 : matched / all;
}

/** Share of the question's names in the sentence. */
export const namesHere: Feature = (view) =>
  sortShare(view, view.own.relations, (c) => view.question.concepts[c]?.isName ?? false);
/** Share of the names in the sentence and the two before it. */
export const namesNear: Feature = (view) =>
  sortShare(view, view.wide, (c) => view.question.concepts[c]?.isName ?? false);
/** Share of the names in the article. */
export const namesInArticle: Feature = (view) =>
  sortShare(view, view.article.relations, (c) => view.question.concepts[c]?.isName ?? false);
/** Share of the question's numbers in the sentence. */
export const numbersHere: Feature = (view) =>
  sortShare(view, view.own.relations, (c) => view.question.concepts[c]?.isNumber ?? false);
/** Share of the words that are no names in the sentence. */
export const othersHere: Feature = (view) =>
  sortShare(view, view.own.relations, (c) => !view.question.concepts[c]?.isName);
/** How closely the asked noun is matched in the sentence. */
export const focusHere: Feature = ({ question, own }) =>
  question.focus < 0 ? 0 : (RELATION_WEIGHT[own.relations[question.focus] as number] as number);
/** The same with its neighbours. */
export const focusNear: Feature = ({ question, window }) =>
  question.focus < 0 ? 0 : (RELATION_WEIGHT[window[question.focus] as number] as number);
/** How rare the asked noun is. */
export const focusWeight: Feature = ({ question }) =>
  question.focus < 0 || question.weight === 0
    ? 0
    : (question.concepts[question.focus]?.idf ?? 0) / question.weight;

/** Share of the question's weight in words that no text has. */
export const unknownShare: Feature = ({ question: { concepts, weight } }) => {
  let unknown = 0;
  for (const { alternatives, idf } of concepts) {
    if (!alternatives.some(({ relation }) => relation >= Relation.corrected)) unknown += idf;
  }
  return unknown / (weight || 1);
};

/** Share of its weight in words that the article does not have, not even a related one. */
export const absentShare: Feature = ({ question: { concepts, weight }, article }) => {
  let absent = 0;
  for (let c = 0; c < concepts.length; c++) {
    if ((article.relations[c] as number) < Relation.synonym) absent += concepts[c]?.idf ?? 0;
  }
  return absent / (weight || 1);
};

/** Number of names of the question that stand neither within two sentences nor in the title. */
export const namesFar: Feature = ({ question: { concepts }, wide, article }) => {
  let far = 0;
  for (let c = 0; c < concepts.length; c++) {
    const near = Math.max(wide[c] as number, article.title[c] as number);
    if (concepts[c]?.isName && near < Relation.derived) far++;
  }
  return far;
};

/** Whether the asked word stands neither in the sentence nor next to it, though the article may have it. */
export const focusFar: Feature = ({ question, window }) =>
  question.focus >= 0 && (window[question.focus] as number) < Relation.synonym ? 1 : 0;

/** Share of what is asked for ("share price") that stands in the sentence or next to it. */
export const askedNear: Feature = ({ question, window }) =>
  question.focus < 0 ? 1 : closeShare(question.asked, window);

/** The same in the sentence alone. */
export const askedHere: Feature = ({ question, own }) =>
  question.focus < 0 ? 1 : closeShare(question.asked, own.relations);

const closeShare = (concepts: readonly number[], relations: readonly number[]): number =>
  concepts.filter((concept) => (relations[concept] as number) >= Relation.synonym).length / concepts.length;

/** Share of the names that the sentence holds, or its title, or the subject that a pronoun may take up. */
export const namesCarried: Feature = ({
  question: { concepts },
  own,
  article,
  previousSubjects,
  evidence,
}) => {
  let names = 0;
  let carried = 0;
  for (let c = 0; c < concepts.length; c++) {
    if (!concepts[c]?.isName) continue;
    names++;
    const here = Math.max(own.relations[c] as number, article.title[c] as number);
    const before = evidence.pronouns > 0 ? (previousSubjects[c] ?? 0) : 0;
    if (Math.max(here, before) >= Relation.derived) carried++;
  }
  return names === 0 ? 1 : carried / names;
};
