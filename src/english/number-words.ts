/** English number words and what they are worth. */

const table = (words: string, from = 0, step = 1): [string, number][] =>
  words.split(' ').map((word, i) => [word, from + i * step]);

/** 0 to 19. */
export const SMALL: ReadonlyMap<string, number> = new Map([
  ...table(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
  ['nought', 0],
]);

/** 20 to 90. */
export const TENS: ReadonlyMap<string, number> = new Map(
  table('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
);

/** Words that multiply what stands before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['mln', 1e6],
  ['mio', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['bln', 1e9],
  ['trillion', 1e12],
  ['trn', 1e12],
  ['quadrillion', 1e15],
]);

/** Scales written as letters right after the digits, as in `170bn`; case matters. */
export const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['m', 1e6],
  ['M', 1e6],
  ['mn', 1e6],
  ['MM', 1e6],
  ['mil', 1e6],
  ['mln', 1e6],
  ['million', 1e6],
  ['b', 1e9],
  ['B', 1e9],
  ['bn', 1e9],
  ['BN', 1e9],
  ['Bn', 1e9],
  ['bln', 1e9],
  ['billion', 1e9],
  ['t', 1e12],
  ['T', 1e12],
  ['tn', 1e12],
  ['trn', 1e12],
  ['trillion', 1e12],
]);

/** Plurals that name an order of magnitude only, with the two ends they stand for. */
export const VAGUE: ReadonlyMap<string, number> = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['lakhs', 1e5],
  ['millions', 1e6],
  ['crores', 1e7],
  ['billions', 1e9],
  ['trillions', 1e12],
]);

/** Denominators, singular; a plural adds `s`. */
export const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['twelfth', 12],
  ['sixteenth', 16],
  ['twentieth', 20],
  ['hundredth', 100],
  ['thousandth', 1000],
]);

/** Fractions that are one character. */
export const FRACTION_SIGNS: ReadonlyMap<string, number> = new Map([
  ['¼', 1 / 4],
  ['½', 1 / 2],
  ['¾', 3 / 4],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
]);
