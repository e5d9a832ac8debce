import path from 'node:path';
import { type Cache, CacheFolder } from './cache.js';
import type { Config } from './config.js';
import { loadArticles } from './corpus/load.js';
import { Extractor } from './extraction/extractor.js';
import { createLibrary, type Library } from './library.js';
import { openModel } from './model/model.js';
import { progressOf, type Told } from './progress.js';

/** What is taken of the settings. */
export type LibrarySettings = Pick<Config, 'corpusDir' | 'cacheDir' | 'modelThreads'> & {
  /** Whether a question waits until all sentences are read; else it is answered by words until then. */
  readonly waits: boolean;
  /** See `Means`. */
  readonly others?: () => number;
};

/** Making vectors, as it is told while it takes a while. */
export const VECTORS = { what: 'Working out what the sentences mean', unit: 'sentences' };

/**
 * The library of what all see, for who asks once.
 *
 * @param model opens the networks, when a question is first asked.
 * @throws UserError when there is no text to answer from.
 */
export async function openLibrary(
  settings: LibrarySettings,
  told: Told,
  model = () => openModel(settings.modelThreads ?? undefined),
): Promise<Library> {
  const cache = cacheOf(settings, told);
  const extractor = new Extractor(cache, told.warn);
  const corpus = await loadArticles(settings.corpusDir, told, extractor.read);
  return createLibrary(corpus, {
    openModel: model,
    vectors: { cache, waits: settings.waits, onProgress: progressOf(told, VECTORS) },
  });
}

/** Where what is made of the texts is kept. */
export const cacheOf = ({ cacheDir, corpusDir }: LibrarySettings, { warn }: Told): Cache =>
  new CacheFolder(cacheDir, path.resolve(corpusDir), warn);
