/** What is remembered of words: as many as some hundred texts have; then it begins anew, so that memory stays bounded. */
const MAX_REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 40;

/** Stands for `undefined`, so that one look tells what is known. */
const NOTHING = Symbol('nothing');

/**
 * `of`, asked once a word: texts repeat their words.
 *
 * @example
 * const stemOf = remembered((word) => stemmer(word));
 */
export function remembered<T>(of: (word: string) => T): (word: string) => T {
  const known = new Map<string, Exclude<T, undefined> | typeof NOTHING>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return (before === NOTHING ? undefined : before) as T;
    if (word.length > LONGEST_REMEMBERED) return of(word);
    if (known.size === MAX_REMEMBERED) known.clear();
    const now = of(word);
    known.set(word, now === undefined ? NOTHING : (now as Exclude<T, undefined>));
    return now;
  };
}
