import type { Feature } from './feature.js';

/** Where the sentence stands, how long it is, and what kind of question it is. */

/** Length of the sentence, logarithmic. */
export const length: Feature = ({ own }) => Math.log1p(own.length);
/** Whether it opens its article, its passage. */
export const opensArticle: Feature = ({ inArticle }) => (inArticle === 0 ? 1 : 0);
export const opensPassage: Feature = ({ inPassage }) => (inPassage === 0 ? 1 : 0);
/** How far down its article it stands. */
export const depth: Feature = ({ inArticle, articleSize }) => inArticle / (articleSize || 1);
/** Sentences of its passage. */
export const passageSize: Feature = ({ passageSize: size }) => size;
/** Number of concepts of the question. */
export const conceptCount: Feature = ({ question }) => question.concepts.length;
/** Mean idf of the question's concepts. */
export const conceptWeight: Feature = ({ question }) => question.weight / (question.concepts.length || 1);
