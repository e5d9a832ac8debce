import { termsIn } from '../answer/missing.js';
import type { SentencePlace } from '../corpus/article.js';
import { VERDICTS, type WindowInput } from '../model/messages.js';
import type { Model } from '../model/model.js';
import type { Found, FoundWindow } from '../search/finder.js';
import { type Compared, compare, type Near } from './compare.js';
import { factsOfClaim, factsOfSentence } from './facts.js';

/** What is known of a sentence that may speak to a claim. */
export interface Candidate extends SentencePlace {
  /** The checker's logits against "says nothing of it" at 0: that the sentence supports the claim, that it differs. */
  readonly support: number;
  readonly differ: number;
  readonly compared: Compared;
}

/** Windows that are read at once; see `readWindows`. */
const READ_TOGETHER = 4;

/** Sentences that are looked at more closely, those that the network takes to speak to the claim first. */
const COMPARED = 8;

/** Sentences on each side with which one is read again: what they say is clearer without the rest of the window. */
const AROUND = 1;

interface Read extends SentencePlace, Logits {
  readonly found: FoundWindow;
  /** Its number among the parts of the window's input. */
  readonly part: number;
}

type Logits = Pick<Candidate, 'support' | 'differ'>;

/** The sentences of some windows that are most likely to speak to a claim, best first. */
export async function candidatesIn(model: Model, claim: string, found: Found): Promise<Candidate[]> {
  const best = (await readAll(model, claim, found)).sort((a, b) => speaks(b) - speaks(a)).slice(0, COMPARED);
  if (best.length === 0) return [];
  const closely = await model.check(claim, best.map(withNeighbours));
  const facts = factsOfClaim(claim);
  const nears = new Map<FoundWindow, Near>();
  return best.map(({ found: own, article, sentence }, i) => {
    const near = nears.get(own) ?? termsIn([own]);
    nears.set(own, near);
    const compared = compare(facts, factsOfSentence(article, sentence), near);
    return { article, sentence, ...logitsOf(closely[i] as Float32Array, 0), compared };
  });
}

/** All sentences of the windows that may speak to the claim, each as it is read in its window. */
async function readAll(model: Model, claim: string, { windows }: Found): Promise<Read[]> {
  const read: Read[] = [];
  for (let at = 0; at < windows.length; at += READ_TOGETHER) {
    const step = windows.slice(at, at + READ_TOGETHER);
    const logits = await model.check(
      claim,
      step.map(({ input }) => input),
    );
    read.push(...step.flatMap((one, i) => readIn(one, logits[i] as Float32Array)));
  }
  return read;
}

/** The sentences of a window that may speak to the claim, from `VERDICTS` logits each. */
function readIn(found: FoundWindow, logits: Float32Array): Read[] {
  const parts = [...found.input.parts.keys()].filter((i) => found.input.parts[i]?.cosine !== null);
  return found.answers.map((sentence, i) => ({
    found,
    article: found.window.article,
    sentence,
    part: parts[i] as number,
    ...logitsOf(logits, i),
  }));
}

/** A sentence with what stands beside it, which is read but not judged. */
const withNeighbours = ({ found, part }: Read): WindowInput => ({
  context: found.input.context,
  parts: found.input.parts
    .map((one, i) => (i === part ? one : { ...one, cosine: null }))
    .slice(Math.max(0, part - AROUND), part + AROUND + 1),
});

/** Against "it says nothing on the claim", of the sentence with that number. */
function logitsOf(logits: Float32Array, sentence: number): Logits {
  const from = VERDICTS * sentence;
  const [nothing = 0, supports = 0, differs = 0] = logits.subarray(from, from + VERDICTS);
  return { support: supports - nothing, differ: differs - nothing };
}

/** How much a sentence speaks to a claim, in either way. */
const speaks = ({ support, differ }: Logits): number =>
  Math.max(support, differ) + Math.log1p(Math.exp(-Math.abs(support - differ)));
