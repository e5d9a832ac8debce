import { termsIn } from '../answer/missing.js';
import type { SentencePlace } from '../corpus/article.js';
import type { Model } from '../model/model.js';
import type { Found, FoundWindow } from '../search/finder.js';
import { type Compared, compare, type Near } from './compare.js';
import { factsOfClaim, factsOfSentence } from './facts.js';

/** What is known of a sentence that may speak to a claim. */
export interface Candidate extends SentencePlace {
  /** Of the vectors of claim and sentence. */
  readonly cosine: number;
  /** The checker's logits against "says nothing of it" at 0: that the sentence supports the claim, that it differs. */
  readonly support: number;
  readonly differ: number;
  readonly compared: Compared;
}

/** Windows that are read at once; see `readWindows`. */
const READ_TOGETHER = 4;

/** Sentences that are compared with a claim, those that the network takes to speak to it first. */
const COMPARED = 8;

interface Read extends SentencePlace {
  readonly found: FoundWindow;
  readonly cosine: number;
  readonly support: number;
  readonly differ: number;
}

/** The sentences of some windows that are most likely to speak to a claim, best first. */
export async function candidatesIn(model: Model, claim: string, found: Found): Promise<Candidate[]> {
  const read: Read[] = [];
  for (let at = 0; at < found.windows.length; at += READ_TOGETHER) {
    const step = found.windows.slice(at, at + READ_TOGETHER);
    const logits = await model.check(
      claim,
      step.map(({ input }) => input),
    );
    read.push(...step.flatMap((one, i) => readIn(one, logits[i] as Float32Array)));
  }
  const best = read.sort((a, b) => speaks(b) - speaks(a)).slice(0, COMPARED);
  const facts = factsOfClaim(claim);
  const nears = new Map<FoundWindow, Near>();
  return best.map(({ found: own, article, sentence, cosine, support, differ }) => {
    const near = nears.get(own) ?? termsIn([own]);
    nears.set(own, near);
    const compared = compare(facts, factsOfSentence(article, sentence), near);
    return { article, sentence, cosine, support, differ, compared };
  });
}

/** How much a sentence speaks to a claim, in either way. */
export const speaks = ({ support, differ }: Pick<Candidate, 'support' | 'differ'>): number =>
  Math.max(support, differ) + Math.log1p(Math.exp(-Math.abs(support - differ)));

/** The sentences of a window that may speak to the claim, from three logits each. */
function readIn(found: FoundWindow, logits: Float32Array): Read[] {
  const cosines = found.input.parts.flatMap(({ cosine }) => cosine ?? []);
  return found.answers.map((sentence, i) => {
    const [nothing = 0, supports = 0, differs = 0] = logits.subarray(3 * i, 3 * i + 3);
    return {
      found,
      article: found.window.article,
      sentence,
      cosine: cosines[i] as number,
      support: supports - nothing,
      differ: differs - nothing,
    };
  });
}
