import { stem } from '../english/terms.js';
import { canonical, headOf } from '../figures/counted.js';
import { CURRENCY_NAMES } from '../figures/tables/currencies.js';
import type { Amount } from './facts.js';

/** How a number of a claim stands to one of a text: they agree, they exclude each other, or neither is told. */
export type Relation = 'same' | 'other' | 'open';

/** Sizes of units of one kind, in the first of each line. */
const KINDS: readonly (readonly [string, string])[] = [
  [
    'time',
    'second:1 minute:60 hour:3600 day:86400 week:604800 fortnight:1209600 month:2629800 quarter:7889400 year:31557600 decade:315576000 century:3155760000 year_of_age:31557600 month_of_age:2629800 week_of_age:604800 day_of_age:86400',
  ],
  [
    'length',
    'metre:1 millimetre:0.001 centimetre:0.01 kilometre:1000 inch:0.0254 foot:0.3048 yard:0.9144 mile:1609.344 nautical_mile:1852',
  ],
  [
    'mass',
    'gram:1 milligram:0.001 kilogram:1000 metric_ton:1000000 ton:907184.7 pound-mass:453.592 ounce:28.3495 stone:6350.29',
  ],
  [
    'area',
    'square_metre:1 square_foot:0.0929 acre:4046.86 hectare:10000 square_kilometre:1000000 square_mile:2589988',
  ],
  [
    'volume',
    'litre:1 millilitre:0.001 centilitre:0.01 gallon:3.785 pint:0.473 quart:0.946 cup:0.2366 tablespoon:0.0148 teaspoon:0.0049',
  ],
  ['dollars', 'dollar:1 cent:0.01'],
  ['pounds', 'pound_sterling:1 pence:0.01'],
  ['data', 'byte:1 kilobyte:1000 megabyte:1000000 gigabyte:1000000000 terabyte:1000000000000'],
];

const SIZES: ReadonlyMap<string, { readonly kind: string; readonly size: number }> = new Map(
  KINDS.flatMap(([kind, units]) =>
    units.split(' ').map((unit): [string, { kind: string; size: number }] => {
      const [name = '', size] = unit.split(':');
      return [name.replaceAll('_', ' '), { kind, size: Number(size) }];
    }),
  ),
);

/** What is measured or counted, in a word that two amounts of the same thing share; '' for a bare number. */
export function kindOf({ unit, of }: Amount): string {
  const [measure = '', rate] = unit.split(' per ');
  const size = SIZES.get(measure);
  if (size) return rate === undefined ? size.kind : `${size.kind} per ${rate}`;
  return unit === '' && of === null ? '' : canonical(stem(headOf({ unit, of })));
}

/** What is measured or counted, whatever it is told for each of. */
export const measuredBy = (amount: Amount): string => kindOf(amount).split(' per ')[0] as string;

/** Units of which a number in one is not the same in another: `500 dollars` are no `500 euros`. */
const UNLIKE: readonly ReadonlySet<string>[] = [
  new Set(CURRENCY_NAMES.values()),
  new Set(['celsius', 'fahrenheit', 'kelvin']),
];

const unitOf = ({ unit }: Amount): string => unit.split(' per ')[0] ?? '';
const rateOf = ({ unit }: Amount): string | undefined => unit.split(' per ')[1];

/** Whether two amounts are told in units of the same thing that cannot be compared by their numbers, or for what cannot. */
export function isUnlike(a: Amount, b: Amount): boolean {
  const [one, other] = [unitOf(a), unitOf(b)];
  if (
    one !== other &&
    SIZES.get(one)?.kind !== (SIZES.get(other)?.kind ?? null) &&
    UNLIKE.some((units) => units.has(one) && units.has(other))
  )
    return true;
  const rates = [rateOf(a), rateOf(b)];
  return (
    rates[0] !== rates[1] && !rates.includes(undefined) && !rates.every((rate) => SIZES.has(rate as string))
  );
}

/** How far from a number what is about that may be, and how far a number may be rounded. */
const ABOUT = 0.1;
const ROUNDED = 0.02;

/** By what two amounts are multiplied to be compared: `60 per minute` is one per second; 1 where they are of two kinds. */
function sizesOf(a: Amount, b: Amount): readonly [number, number] {
  if (measuredBy(a) !== measuredBy(b)) return [1, 1];
  const isRated = rateOf(a) !== undefined && rateOf(b) !== undefined;
  const sizeOf = (amount: Amount) =>
    (SIZES.get(unitOf(amount))?.size ?? 1) / ((isRated && SIZES.get(rateOf(amount) ?? '')?.size) || 1);
  return [sizeOf(a), sizeOf(b)];
}

const endsOf = ({ value }: Amount, size: number): readonly [number, number] => {
  const [low, high] = typeof value === 'number' ? [value, value] : value;
  return [low * size, high * size];
};

/** How what a claim gives stands to what a text gives for the same kind of thing; of two kinds the numbers alone. */
export function relationOf(claim: Amount, text: Amount): Relation {
  if (isTurned(claim, text)) return 'other';
  if (isUnlike(claim, text)) return isRounded(claim, text, [1, 1]) ? 'other' : 'open';
  const sizes = sizesOf(claim, text);
  const [a, b] = [boundsOf(claim, sizes[0]), boundsOf(text, sizes[1])];
  const apart = a.high < b.low || a.low > b.high;
  const touch = (a.high === b.low || a.low === b.high) && opposite(claim, text, '<', '>');
  const isSame = isRounded(claim, text, sizes);
  if (apart || touch) return apart && isSame ? 'same' : 'other';
  if (isSame) return 'same';
  // "at least 2,048" is not told by "at least 4,096", nor "more than 200" by "more than 100".
  if (claim.change === text.change && /[<>]/.test(claim.change)) return 'open';
  // All that the text allows must be as the claim says.
  return b.low >= a.low && b.high <= a.high ? 'same' : 'open';
}

/** Whether one rises and the other falls. */
export const isTurned = (a: Amount, b: Amount): boolean => opposite(a, b, 'up', 'down');

const opposite = (a: Amount, b: Amount, one: Amount['change'], other: Amount['change']): boolean =>
  (a.change === one && b.change === other) || (a.change === other && b.change === one);

function boundsOf(amount: Amount, size: number): { readonly low: number; readonly high: number } {
  const [low, high] = endsOf(amount, size);
  const slack = amount.change === '~' ? ABOUT : 0;
  return {
    low: amount.change === '<' ? Number.NEGATIVE_INFINITY : low - Math.abs(low) * slack,
    high: amount.change === '>' ? Number.POSITIVE_INFINITY : high + Math.abs(high) * slack,
  };
}

/** The same number but for a rounding, whatever stands before it; not where one bounds what the other is. */
function isRounded(claim: Amount, text: Amount, sizes: readonly [number, number]): boolean {
  if (claim.change !== text.change && /[<>]/.test(claim.change)) return false;
  const [a, b] = [endsOf(claim, sizes[0]), endsOf(text, sizes[1])];
  return a.every((value, i) => Math.abs(value - (b[i] as number)) <= ROUNDED * Math.abs(b[i] as number));
}
