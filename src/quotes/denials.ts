import type { Parsed } from '../english/appositions.js';
import type { Tagged } from '../english/tags.js';
import type { Attribution } from './cues.js';

/** How far before its verb a denial may stand, in tokens: `denied that she had ever publicly called`. */
const REACH = 8;

/** What may stand between a denial and the verb that it denies. */
const BETWEEN = String.raw`(?: (?:\S+ly|ever|even|once|yet|again|then|have|has|had|having|been|be))*$`;
const denial = (words: string): RegExp => new RegExp(`(?: |^)(?:${words})${BETWEEN}`);

const DENIALS: readonly RegExp[] = [
  // `did not say`, `would not go so far as to say`; but `not only said` tells more, not less.
  denial(
    String.raw`(?:never|not|cannot|\S+n't)(?! (?:only|merely|simply|solely)(?: |$))(?: (?:\S+ly|even|be|want|wish|dare|mean|willing|go(?:ing)? so far as))*(?: to)?`,
  ),
  // `Never did Ma say`
  denial(
    String.raw`(?:never|nor|no (?:point|time)) (?:do|does|did|has|have|had|will|would|could|can)(?: \S+){1,4}`,
  ),
  // `nobody said`, `none of them has called`, `neither Ma nor Lee said`, `it was not Ma who said`
  denial(
    String.raw`nobody|no-?one|no one|(?:none|not one|neither) of(?: \S+){1,3}|n?either \S+|nor(?: \S+){1,2}|(?:not|\S+n't)(?: \S+){1,3} who`,
  ),
  // `no minister said`; but `no doubt Ma said`
  new RegExp(
    String.raw`^(?:(?:\S+ )?(?:that|and|but|said|says) )?no (?!doubt|matter|longer|fewer|less|more)\S+(?: \S+)?${BETWEEN}`,
  ),
];

/** `refused to call`, `denied ever having said`, `stopped short of saying`, `denied that she said`. */
const REFUSAL = denial(
  String.raw`den(?:y|ies|ied|ying)(?: that)?(?: (?:i|he|she|they|it|we))?|(?:refus|declin|fail|neglect|forg[eo]t)\S* to|short of|(?:avoid|resist)(?:s|ed|ing)?|without|instead of|rather than|far from`,
);

/** Verbs that give a thing its words, besides those of saying. */
const NAMING = /^(?:call|describe|label|dub|brand|refer|speak|mention|utter|admit|characteri[sz]e)$/;

/** What parts a verb from a quotation: `would not say how “…”`, `would not comment on “…”`. */
const APART = /^(?:whether|if|when|where|why|how|who|what|on|about)$/;

/** Whether the text says of the quotation at chunk `quote` that it was not said: `Ma never said “…”`. */
export function isDenied({ tokens, chunks }: Parsed, quote: number, { cue }: Attribution): boolean {
  const at = chunks[quote]?.from ?? 0;
  if (cue > at) return DENIALS.some((pattern) => pattern.test(wordsBefore(tokens, cue)));
  const first = chunks[0]?.from ?? 0;
  let verb = at - 1;
  while (verb >= first && tokens[verb]?.verb === undefined) {
    const { tag, lower } = tokens[verb] as Tagged;
    if (tag === 'quote' || tag === 'comma' || tag === 'stop' || APART.test(lower)) return false;
    verb--;
  }
  const { lemma = '', class: kind } = tokens[verb]?.verb ?? {};
  if ((kind === 'act' || lemma === 'think') && !NAMING.test(lemma)) return false;
  const before = wordsBefore(tokens, verb);
  return DENIALS.some((pattern) => pattern.test(before)) || REFUSAL.test(before);
}

/** The words of the same clause that lead up to a verb. */
function wordsBefore(tokens: readonly Tagged[], verb: number): string {
  let from = verb;
  while (from > verb - REACH && /^[\w“]/.test(tokens[from - 1]?.lower ?? '')) from--;
  return tokens
    .slice(Math.max(0, from), Math.max(0, verb))
    .map(({ lower }) => lower)
    .join(' ');
}
