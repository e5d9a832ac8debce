/** Counting what a payload has against what it may have: one sentence for each fault. */

/** None of `count` things too many. */
export const over = (what: string, count: number, limit: number): string[] =>
  count > limit ? [`${count} ${what}, at most ${limit}`] : [];

/** Neither too few nor too many. */
export const within = (what: string, count: number, least: number, limit: number): string[] =>
  count < least ? [`${count} ${what}, at least ${least}`] : over(what, count, limit);

/** Each name once. */
export const repeated = (names: readonly string[], what: string): string[] =>
  names.filter((name, i) => names.indexOf(name) !== i).map((name) => `${what} "${name}" twice`);
