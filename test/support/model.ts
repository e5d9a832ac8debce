import type { Means } from '../../src/library.js';
import { type Model, openModel } from '../../src/model/model.js';
import { UNCACHED } from '../../src/search/vectors.js';

let model: Promise<Model> | undefined;

/**
 * The networks, opened once for all test files that a process runs, which nobody closes: their thread keeps no process alive.
 * On one processor, so that the tests beside them keep another.
 */
export function sharedModel(): Promise<Model> {
  model ??= openModel(1);
  return model;
}

/** For a library that reads with them and keeps nothing. */
export const READING: Means = { openModel: sharedModel, vectors: UNCACHED };
