import type { Chunk, NounPhrase } from '../english/noun-phrases.js';
import type { Attribute } from './attributes.js';
import type { Names } from './names.js';
import { holderOf, isSubject, nearestBefore } from './owners.js';
import type { Quantity } from './quantity.js';
import type { Found } from './relations.js';
import { type Analysis, chunkBefore, firstFrom, wordsBetween } from './sentence.js';

/** Whose or of what a figure is, and what of it is counted or measured. */
export interface Holding {
  readonly holder: string | null;
  readonly of: string | null;
}

/**
 * Names the holder of a quantity. `Walsh's pay was $2 million` and `the length of the bridge is 900 m` hold two
 * things: the pay is Walsh's, the length the bridge's.
 */
export function holdingOf(
  analysis: Analysis,
  quantity: Quantity,
  attribute: Attribute,
  names: Names,
  previous: Found | null,
): Holding {
  const shared = sharedOut(analysis, quantity);
  if (shared) {
    const of = wordsBetween(analysis, shared.first, shared.end) === attribute.of ? null : attribute.of;
    return { holder: names.holder(analysis, shared), of: of ?? previous?.figure.of ?? null };
  }
  return itemHolding(analysis, quantity, attribute, names, previous);
}

/** An item of a list names its own or has that of the item before; else who the grammar tells, or who stands near. */
function itemHolding(
  analysis: Analysis,
  quantity: Quantity,
  attribute: Attribute,
  names: Names,
  previous: Found | null,
): Holding {
  const resolve = (phrase: Chunk | NounPhrase | null) =>
    phrase && parted(analysis, phrase, attribute.of, names);
  const near = nearestBefore(analysis, quantity, attribute, previous);
  const listed =
    previous !== null &&
    isListed(analysis, previous.quantity.end, quantity.first) &&
    !isSubject(analysis, quantity, attribute);
  if (listed && near && near.first >= previous.quantity.end && isOwnName(analysis, near)) {
    return { holder: names.holder(analysis, near), of: attribute.of };
  }
  const phrase = holderOf(analysis, quantity, attribute);
  const told = resolve(phrase);
  if (told?.holder) return told;
  const inherited = !phrase && listed ? previous.figure.holder : null;
  if (inherited) return { holder: inherited, of: attribute.of };
  const unclear = phrase !== null && 'pronoun' in phrase && phrase.pronoun;
  return (unclear ? null : resolve(near)) ?? { holder: null, of: attribute.of };
}

/** `$8,000 for Norris and $9,500 for Tully`: the name that stands after each of two numbers in the same way. */
function sharedOut(analysis: Analysis, quantity: Quantity): Chunk | null {
  const { quantities } = analysis;
  const at = firstFrom(quantities, quantity.first);
  const own = recipientOf(analysis, quantity);
  if (!own) return null;
  const others = [quantities[at - 1], quantities[at + 1]];
  const pairs = others.some((other) => {
    const theirs = other && recipientOf(analysis, other);
    if (!theirs || theirs.preposition !== own.preposition) return false;
    const [first, next] = other.first < quantity.first ? [theirs, quantity] : [own, other];
    return analysis.tokens
      .slice(first.end, next.first)
      .every(({ lower }) => /^(?:,|;|and|or|but|just)$/.test(lower));
  });
  return pairs ? own : null;
}

/** The name in `$8,000 for Norris`, `280 votes for Ma`. */
function recipientOf({ chunks, tags }: Analysis, { end }: Quantity): Chunk | null {
  const at = firstFrom(chunks, end);
  const chunk = chunks[at]?.first === end ? chunks[at + 1] : chunks[at];
  if (!chunk || chunk.first > end + 5 || tags[chunk.head] !== 'name') return null;
  return /^(?:for|to|from|against)$/.test(chunk.preposition ?? '') ? chunk : null;
}

/** `the Dow lost 0.4 %, the Nikkei 0.6 %`: each entry of a list names its own. */
const isOwnName = ({ tags }: Analysis, { preposition, head }: Chunk): boolean =>
  preposition === null && (tags[head] === 'name' || tags[head] === 'number');

/** `fines from $5 to $9; 20 firms, $8; …`: no verb since the figure before, so the list goes on. */
const isListed = ({ tags }: Analysis, from: number, to: number): boolean =>
  to - from < 30 && !tags.slice(from, to).some((tag) => tag === 'verb' || tag === 'auxiliary');

function parted(analysis: Analysis, phrase: Chunk | NounPhrase, of: string | null, names: Names): Holding {
  const text = wordsBetween(analysis, phrase.first, phrase.end);
  if ('possessor' in phrase && phrase.possessor) {
    const { possessor } = phrase;
    if (of === null) return { holder: names.holder(analysis, possessor), of: text };
    return { holder: wordsBetween(analysis, Math.max(possessor.first, phrase.end - 6), phrase.end), of };
  }
  const owner = of === null ? names.ownerOf(analysis, phrase) : null;
  if (owner) return { holder: owner, of: text };
  const complement = analysis.tags[phrase.head] === 'name' ? null : complementOf(analysis, phrase);
  if (!complement) return { holder: names.holder(analysis, phrase), of };
  if (of === null) return { holder: names.holder(analysis, complement), of: text };
  return { holder: wordsBetween(analysis, phrase.first, Math.min(complement.end, phrase.first + 6)), of };
}

/** The phrase after `of`. */
function complementOf(analysis: Analysis, { end }: NounPhrase): Chunk | null {
  if (analysis.tokens[end]?.lower !== 'of') return null;
  const chunk = analysis.chunks[chunkBefore(analysis, end + 3)];
  return chunk && !chunk.pronoun && chunk.preposition === 'of' && chunk.first > end && chunk.first <= end + 2
    ? chunk
    : null;
}
