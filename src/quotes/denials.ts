import type { Parsed } from '../english/appositions.js';
import type { Attribution } from './attribution.js';

/** How far before its verb a denial may stand, in tokens: `denied that she had ever publicly called`. */
const REACH = 8;

/** `did not say`, `has never publicly called`, `would not go so far as to say`; but `not only said` tells more, not less. */
const NEGATED =
  /(?: |^)(?:never|not|cannot|\S+n't)(?: (?!(?:only|merely|simply|solely)(?: |$))(?:\S+ly|ever|even|once|yet|again|then|have|has|been|be|want|wish|dare|mean|willing|go so far as|going so far as|to))*$/;

/** `refused to call`, `denied ever having said`, `stopped short of saying`, `denied that she said`. */
const REFUSED =
  /(?: |^)(?:den(?:y|ies|ied|ying)(?: that)?(?: (?:i|he|she|they|it|we))?|(?:refus|declin|fail|neglect|forg[eo]t)\S* to|short of|avoid(?:s|ed|ing)?|without|instead of|rather than|far from)(?: (?:\S+ly|ever|even|once|having|has|had|so much as))*$/;

/** `Never did Ma say`. */
const INVERTED = /(?: |^)(?:never|nor) (?:do|does|did|has|have|had|will|would|could|can)(?: \S+)+$/;

const NOBODY = /^(?:nobody|none|neither|no|nor|no-one)$/;

/** What ends the words of a verb, or asks for them: `would not say how “…”`, `would not comment on “…”`. */
const APART = /^(?:whether|if|when|where|why|how|who|what|on|about)$/;

/** Whether the verb that reports the quotation at chunk `quote` says that nobody said it: `Ma never said “…”`. */
export function isDenied(sentence: Parsed, quote: number, { cue, speaker }: Attribution): boolean {
  const { tokens, chunks } = sentence;
  if (cue < 0 || !isObject(sentence, cue, chunks[quote]?.from ?? -1)) return false;
  const { from = -1 } = chunks[speaker] ?? {};
  if (NOBODY.test(tokens[from]?.lower ?? '') || tokens[from - 1]?.lower === 'nor') return true;
  const words: string[] = [];
  for (let at = cue - 1; at >= cue - REACH && /\w/.test(tokens[at]?.lower ?? ''); at--)
    words.unshift(tokens[at]?.lower ?? '');
  const before = words.join(' ');
  // A refusal behind a quotation is of something else: `“…,” she said, refusing to say more`.
  return (
    NEGATED.test(before) ||
    INVERTED.test(before) ||
    ((chunks[quote]?.from ?? 0) > cue && REFUSED.test(before))
  );
}

/** Whether nothing of its own stands between a verb and a quotation, whichever comes first. */
function isObject({ tokens }: Parsed, cue: number, quote: number): boolean {
  if (quote < cue) return true;
  const between = tokens.slice(cue + 1, quote);
  return !between.some(
    ({ tag, lower, verb }) => verb || tag === 'quote' || tag === 'comma' || APART.test(lower),
  );
}
