import type { Model } from '../model/model.js';
import type { Found, FoundWindow } from '../search/finder.js';

/** A sentence that was read. */
export interface ReadSentence {
  readonly found: FoundWindow;
  /** Index into the article's sentences. */
  readonly sentence: number;
  /** The reader's: a logit against "none of these" at 0. */
  readonly score: number;
}

/** Windows that are read at once: more are no faster, and between two such reads others get their turn. */
const READ_TOGETHER = 4;

/**
 * Reads the windows for the question, best first, until `most()` of them are read; that is asked before each step, for in
 * the meantime others may have come to wait.
 */
export async function readWindows(
  model: Model,
  { question, windows }: Found,
  most: () => number,
): Promise<ReadSentence[]> {
  let read: ReadSentence[] = [];
  for (let done = 0; done < Math.min(windows.length, most()); ) {
    const step = windows.slice(done, Math.min(done + READ_TOGETHER, Math.max(1, most())));
    const scores = await model.read(
      question,
      step.map(({ input }) => input),
    );
    const sentences = step.flatMap((found, i) =>
      found.answers.map((sentence, j) => ({ found, sentence, score: scores[i]?.[j] as number })),
    );
    read = [...read, ...sentences].sort((a, b) => b.score - a.score);
    done += step.length;
  }
  return read;
}
