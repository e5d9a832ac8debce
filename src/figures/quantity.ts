import type { Change } from './figure.js';

/** A number with its sign, currency and measure, or a range of two; token indices. */
export interface Quantity {
  readonly value: number | readonly [number, number];
  /** Name of the measure or currency; `null` when the number counts something or stands bare. */
  readonly unit: string | null;
  readonly money: boolean;
  /** First token: the sign or currency where there is one. */
  readonly first: number;
  /** The token after the number, its scale and its unit sign: the end of the span. */
  readonly signEnd: number;
  /** The token after the unit: where the noun phrase goes on. */
  readonly end: number;
  readonly spelled: boolean;
  readonly scale: number;
  readonly fraction: boolean;
  /** What the grammar of the numbers says by itself: `from 9 to 12` ends in a rise. */
  readonly change?: Change;
}
