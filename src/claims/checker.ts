import type { Indexed } from '../answer/indexed.js';
import type { SentencePlace } from '../corpus/article.js';
import { MAX_CLAIM_LENGTH, MAX_CLAIM_PIECES, MAX_READ } from '../limits.js';
import { piecesOf } from '../model/tokenizer.js';
import type { Found } from '../search/finder.js';
import { range, type Window } from '../search/windows.js';
import { type Candidate, candidatesIn } from './candidates.js';
import type { Difference } from './compare.js';
import { copiedFrom } from './copied.js';
import { decide, type Verdict } from './decision.js';
import { isStatement } from './statements.js';

/** What the texts say to a claim. */
export interface Checked {
  readonly claim: string;
  readonly verdict: Verdict;
  /** Probability, 0…1, that the verdict is right. */
  readonly confidence: number;
  /** What supports the claim or differs from it; without a verdict the closest that may speak to it, `null` where none may. */
  readonly sentence: SentencePlace | null;
  /** What the sentence has otherwise, as far as it can be named. */
  readonly differences: readonly Difference[];
  /** Why nothing was looked up, for a claim that is empty, too long or no statement. */
  readonly reason: string | null;
}

const NOTHING: Omit<Checked, 'claim'> = {
  verdict: 'nothing',
  confidence: 0,
  sentence: null,
  differences: [],
  reason: null,
};

/** Checks claims against all texts, one after another, so that questions wait for no more than one of them. */
export class Checker {
  readonly #indexed: Indexed;
  #last: Promise<unknown> = Promise.resolve();

  constructor(indexed: Indexed) {
    this.#indexed = indexed;
  }

  /** What the texts say to a claim; at most so many windows are read. */
  check(claim: string, windows = MAX_READ): Promise<Checked> {
    const next = this.#last.then(() => check(this.#indexed, claim, windows));
    this.#last = next.catch(() => {});
    return next;
  }
}

async function check(indexed: Indexed, typed: string, windows: number): Promise<Checked> {
  const claim = typed
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const reason = reasonNotToCheck(claim);
  if (reason !== null) return { ...NOTHING, claim: typed, reason };
  const found = await findFor(indexed, claim, windows);
  const copied = copiedFrom(
    claim,
    found.windows.flatMap(({ window }) => sentencesIn(window)),
  );
  if (copied) return { ...NOTHING, claim: typed, verdict: 'supported', confidence: 1, sentence: copied };
  if (!isStatement(claim)) return { ...NOTHING, claim: typed, reason: STATES_NOTHING };
  const candidates = await candidatesIn(indexed.model, claim, inEnglish(indexed, found));
  const isReadWhole = piecesOf(claim).length <= MAX_CLAIM_PIECES;
  const { verdict, confidence, chosen } = decide(candidates, isReadWhole);
  return {
    ...NOTHING,
    claim: typed,
    verdict,
    confidence,
    sentence: chosen && placeOf(chosen),
    differences: verdict === 'differs' && chosen ? chosen.compared.differences : [],
  };
}

const STATES_NOTHING = 'I find no statement in this that I could look up.';

/** The windows that may speak to a claim. */
export const findFor = ({ finder }: Indexed, claim: string, windows: number): Promise<Found> =>
  finder.find({ text: claim, articles: null, phrase: null }, windows);

/** The network reads English only. */
const inEnglish = ({ questions }: Indexed, found: Found): Found => ({
  ...found,
  windows: found.windows.filter(({ window }) => questions.canRead(window.article)),
});

const sentencesIn = ({ article, firstSentence, endSentence }: Window): SentencePlace[] =>
  range(firstSentence, endSentence).map((sentence) => ({ article, sentence }));

const placeOf = ({ article, sentence }: Candidate): SentencePlace => ({ article, sentence });

/** Why a claim is not looked up, in words for who asks; `null` when it is. */
function reasonNotToCheck(claim: string): string | null {
  if (claim === '') return 'The claim is empty.';
  if (claim.length <= MAX_CLAIM_LENGTH) return null;
  return `The claim has ${claim.length} characters; at most ${MAX_CLAIM_LENGTH} are looked up.`;
}
