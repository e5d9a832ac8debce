import { UserError } from '../errors.js';
import { type Corpus, describeProblem, readCorpus } from './read.js';

/**
 * Reads a corpus to answer from: each faulty file is told to `warn`, the others load.
 *
 * @throws UserError when no article is left to answer from.
 */
export async function loadArticles(dir: string, warn: (message: string) => void): Promise<Corpus> {
  const corpus = await readCorpus(dir);
  for (const problem of corpus.problems) warn(describeProblem(problem));
  if (corpus.articles.length === 0) {
    throw new UserError(
      `The corpus folder ${dir} holds no article. Put .md or .txt files there, or set CORPUS_DIR.`,
    );
  }
  return corpus;
}
