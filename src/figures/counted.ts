import { isCommonNoun, isCommonPlural, singular } from '../english/nouns.js';
import { DEMONYMS, PLACES } from '../english/places.js';
import { stem, termsOf } from '../english/terms.js';
import { fold } from '../text/fold.js';
import type { Figure } from './figure.js';

/** Counted nouns that name the same thing; the first of each line stands for all. */
const SYNONYMS: readonly string[] = [
  'employee staff worker workforce associate personnel employ headcount payroll',
  'job position opportunity vacancy post',
  'sale revenue turnover',
  'business firm company enterprise',
  'seller merchant vendor',
  'customer client shopper buyer consumer',
  'profit earning income',
  'store shop outlet',
  'person people inhabitant resident population',
  'user member subscriber',
  'car vehicle automobile',
  'death fatality kill die dead',
  'price cost',
];

const CANONICAL: ReadonlyMap<string, string> = new Map(
  SYNONYMS.flatMap((line) => {
    const [first = '', ...others] = line.split(' ').map(stem);
    return [first, ...others].map((word): [string, string] => [word, first]);
  }),
);

/** The stem that stands for a term and its synonyms. */
export const canonical = (term: string): string => CANONICAL.get(term) ?? term;

/** `town`, `Children`: one word that tells nobody by name. */
export function isBareNoun(words: string): boolean {
  const lower = words.toLowerCase();
  return /^\p{Ll}+$/u.test(words) || isCommonNoun(lower) || isCommonPlural(lower);
}

/** The stems of a text, synonyms as one. */
export const canonicalTerms = (text: string): string[] => termsOf(text).map(canonical);

/** The last word of what a figure counts, singular and folded: `employee` for "full-time employees"; '' for none. */
export function headOf({ of, unit }: Pick<Figure, 'of' | 'unit'>): string {
  const words = fold(of ?? unit).split(/\s+/);
  return singular(words.at(-1) ?? '');
}

/** Whether the unit is the counted noun itself (`employee`) rather than a measure of it. */
export function isCounted(figure: Figure): boolean {
  const [noun = ''] = fold(figure.unit).split(' per ');
  return figure.of !== null && noun.split(' ').at(-1) === headOf(figure);
}

/** The place or group a figure is limited to, spelled one way: `us` for "in the US", "US" and "American"; '' for none. */
export function scopeKey({ scope, of }: Figure): string {
  const words = fold(scope ?? '')
    .split(/\s+/)
    .filter((word) => !/^(?:in|across|throughout|among|within|the|)$/.test(word));
  const places = (scope === null ? fold(of ?? '').split(/\s+/) : words).map(
    (word) => PLACES.get(word) ?? DEMONYMS.get(word) ?? (scope === null ? '' : word),
  );
  return [...new Set(places.filter((place) => place !== ''))].join(' ');
}

/** The time of a figure without its preposition, folded; '' for none. */
export const timeKey = ({ time }: Figure): string =>
  fold(time ?? '').replace(/^(?:as of|in|on|by|during|over|since|for|at|the|\s)+\b\s*/, '');
