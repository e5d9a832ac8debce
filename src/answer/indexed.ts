import type { Article } from '../corpus/article.js';
import type { Model } from '../model/model.js';
import { Finder } from '../search/finder.js';
import { SentenceVectors, type VectorOptions } from '../search/vectors.js';
import { QuestionReader } from './question.js';

/** Some articles, indexed: what questions and claims are looked up with. */
export interface Indexed {
  readonly articles: readonly Article[];
  readonly model: Model;
  readonly vectors: SentenceVectors;
  readonly finder: Finder;
  readonly questions: QuestionReader;
}

/** Indexes some articles. */
export async function indexed(
  articles: readonly Article[],
  model: Model,
  options: VectorOptions,
): Promise<Indexed> {
  const questions = await QuestionReader.create(articles);
  const vectors = await SentenceVectors.open(articles, model, options);
  return { articles, model, vectors, finder: await Finder.create(articles, vectors), questions };
}
