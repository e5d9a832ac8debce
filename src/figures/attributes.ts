import { nounPhraseAt, singularOf } from './noun-phrases.js';
import type { Quantity } from './quantities.js';
import { type Analysis, chunkBefore, wordsBetween } from './sentence.js';
import { PERIODS } from './tables/calendar.js';
import { rateAt } from './units.js';

/** What a quantity counts or measures. */
export interface Attribute {
  readonly unit: string;
  readonly of: string | null;
  /** The token after the counted noun or the measure: where "of Amazon", "in the US" may follow. */
  readonly end: number;
}

/** The counted noun, or what the measure is of; `previous` lends its noun to a bare number (`1.5 million of them`). */
export function attributeOf(analysis: Analysis, quantity: Quantity, previous: Attribute | null): Attribute {
  if (quantity.unit !== null) return measured(analysis, quantity, quantity.unit);
  return counted(analysis, quantity) ?? borrowed(analysis, quantity, previous);
}

/** `36,446 full-time employees`, `one of the best years`, `hundreds of miles`. */
function counted(analysis: Analysis, quantity: Quantity): Attribute | null {
  const { tokens, tags } = analysis;
  const from = partitive(analysis, quantity.end);
  const phrase = nounPhraseAt(tokens, tags, from);
  if (!phrase) return null;
  const rate = rateAt(tokens, phrase.end);
  const unit = singularOf(tokens, tags, phrase) + (rate ? ` per ${rate.name}` : '');
  return { unit, of: wordsBetween(analysis, from, phrase.end), end: rate?.end ?? phrase.end };
}

/** Past `of the`, `of its`. */
function partitive({ tokens, tags }: Analysis, i: number): number {
  if (tokens[i]?.lower !== 'of') return i;
  return tags[i + 1] === 'determiner' ? i + 2 : i + 1;
}

/** A bare number after `including`, `compared with`, `up from` counts what the number before it counted. */
function borrowed(analysis: Analysis, quantity: Quantity, previous: Attribute | null): Attribute {
  const next = analysis.tags[quantity.end];
  const elliptic = next === undefined || /^(?:preposition|mark|conjunction|adverb|auxiliary|to)$/.test(next);
  if (!previous || !elliptic || quantity.spelled) return { unit: '', of: null, end: quantity.end };
  const rate = rateAt(analysis.tokens, quantity.end);
  const unit = previous.unit + (rate ? ` per ${rate.name}` : '');
  return { unit, of: previous.of, end: rate?.end ?? quantity.end };
}

/** `$170 billion in sales`, `13 % of Aeronautics`, `a 25 % premium`, `at a speed of 15 mph`. */
function measured(analysis: Analysis, quantity: Quantity, unit: string): Attribute {
  const { tokens, tags } = analysis;
  const word = tokens[quantity.end]?.lower ?? '';
  if (word === 'of' || word === 'worth' || (word === 'in' && isAmount(quantity))) {
    const after =
      word === 'worth' && tokens[quantity.end + 1]?.lower === 'of' ? quantity.end + 2 : quantity.end + 1;
    const from = tags[after] === 'determiner' ? after + 1 : after;
    const phrase = nounPhraseAt(tokens, tags, from);
    const place =
      word === 'in' && (tags[from] === 'name' || from > after || isPeriod(analysis, phrase?.head));
    if (phrase && !place) return { unit, of: wordsBetween(analysis, from, phrase.end), end: phrase.end };
  }
  const direct = nounPhraseAt(tokens, tags, quantity.end);
  if (direct) return { unit, of: wordsBetween(analysis, direct.first, direct.end), end: direct.end };
  return { unit, of: governing(analysis, quantity.first), end: quantity.end };
}

/** Money or a share: what may be `in` something (`$5 million in sales`). */
const isAmount = ({ money, unit }: Quantity): boolean => money || unit === 'percentage';

const isPeriod = ({ tokens }: Analysis, i: number | undefined): boolean =>
  i !== undefined && PERIODS.has(tokens[i]?.lower ?? '');

/** The noun of `a speed of 15 mph`, `a discount of about 5 %`. */
function governing(analysis: Analysis, first: number): string | null {
  const { tokens, chunks } = analysis;
  for (let at = first - 1; at >= Math.max(0, first - 5); at--) {
    if (tokens[at]?.lower !== 'of') continue;
    const chunk = chunks[chunkBefore(analysis, at)];
    return chunk && chunk.end === at && !chunk.pronoun
      ? wordsBetween(analysis, chunk.first, chunk.end)
      : null;
  }
  return null;
}
