import type { FoundWindow } from '../search/finder.js';
import { isAskedAbove } from './asked-above.js';
import type { Evidence } from './decision.js';
import { beginningOf, missingIn } from './missing.js';
import type { Question } from './question.js';
import type { ReadSentence } from './reading.js';
import { spokenBy } from './spoken.js';
import { asksWhen, tellsTime } from './when.js';
import { toldOf } from './whose.js';

/** The sentences that were read in the order in which they answer, and what is known of that; `null` where there are none. */
export interface Weighed {
  readonly read: readonly ReadSentence[];
  readonly evidence: Evidence | null;
}

/**
 * What a decision is made by.
 *
 * @param ranked the sentences that were read, best first.
 * @param found the windows that they stand in.
 */
export function weighed(
  question: Question,
  ranked: readonly ReadSentence[],
  found: readonly FoundWindow[],
): Weighed {
  const told = toldOf(question, ranked);
  const spoken = spokenBy(question.text, told.read);
  const { read } = spoken;
  const [first] = read;
  if (!first) return { read, evidence: null };
  const evidence = {
    // What somebody says need not be on what is asked; their only words, or the number that is asked for, are.
    scores: (spoken.isTheirs || spoken.read === told.read ? ranked : read).map(({ score }) => score),
    missing: missingIn(question, first, found),
    isAskedAbove: isAskedAbove(question, first),
    isTheirs: spoken.isTheirs,
    isAnothers: told.isAnothers || spoken.isAnothers,
    isTimeless:
      asksWhen(question.text) && !tellsTime(beginningOf(first.found.window.article, first.sentence)),
  };
  return { read, evidence };
}
