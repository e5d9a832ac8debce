/** What is remembered of words: as many as some hundred texts have; then it begins anew, so that memory stays bounded. */
const MAX_REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 40;

/**
 * `of`, asked once a word: texts repeat their words.
 *
 * @example
 * const stemOf = remembered((word) => stemmer(word));
 */
export function remembered<T>(of: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined || known.has(word)) return before as T;
    if (word.length > LONGEST_REMEMBERED) return of(word);
    if (known.size === MAX_REMEMBERED) known.clear();
    const now = of(word);
    known.set(word, now);
    return now;
  };
}
