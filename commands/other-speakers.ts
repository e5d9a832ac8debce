import { shorten } from '../src/corpus/citation.js';
import { fold } from '../src/text/fold.js';
import { editDistance } from '../src/text/spelling.js';

/** Characters of a name that are shown. */
export const MAX_NAME_LENGTH = 60;

/** Names that are shown where the one typed is quoted nowhere, and names that it is compared with. */
const MAX_NAMES = 5;
const MAX_COMPARED = 1000;

/** A sentence, after a space, for somebody whom the texts do not quote: who is spelt alike, else who is quoted; '' for nobody. */
export function whoInstead(typed: string, names: readonly string[]): string {
  const alike = names.slice(0, MAX_COMPARED).filter((name) => isSpeltLike(typed, name));
  if (alike.length > 0) return ` Did you mean ${shown(alike).join(' or ')}?`;
  const others = names.length - MAX_NAMES;
  return names.length === 0
    ? ''
    : ` They quote ${shown(names).join(', ')}${others > 0 ? ` and ${others} more` : ''}.`;
}

const shown = (names: readonly string[]): string[] =>
  names.slice(0, MAX_NAMES).map((name) => shorten(name, MAX_NAME_LENGTH));

/** A shorter word with a slip is another word. */
const SHORTEST = 4;
/** From this length on two slips are forgiven. */
const LONG = 7;

/** Whether a word of a name is typed with a slip or two: `Kowalsky` for `Anna Kowalski`. */
function isSpeltLike(typed: string, name: string): boolean {
  const parts = fold(name).split(/\s+/);
  return fold(typed)
    .split(/\s+/)
    .filter((word) => word.length >= SHORTEST)
    .some((word) => parts.some((part) => editDistance(word, part) <= (word.length < LONG ? 1 : 2)));
}
