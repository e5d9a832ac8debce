import { type Word, wordsOf } from '../english/terms.js';
import { fold } from '../text/fold.js';
import type { Span } from '../text/span.js';
import type { Quotation } from './quotation.js';

/** Words of a quotation that are compared at most; a longer one differs in more than a line could tell. */
const MAX_WORDS = 300;

/** The runs of words, as slices of the quotation's text, that only one of two reports of the same words has. */
export interface Differences {
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
}

/** Compares two quotations word by word, along the longest common subsequence of their folded words. */
export function differencesOf(first: Quotation, second: Quotation): Differences {
  const a = spokenWords(first);
  const b = spokenWords(second);
  const common = commonLengths(
    a.map(({ text }) => fold(text)),
    b.map(({ text }) => fold(text)),
  );
  const inFirst = new Set<Word>();
  const inSecond = new Set<Word>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const rest = lengthAt(common, i, j);
    if (lengthAt(common, i + 1, j) === rest) i++;
    else if (lengthAt(common, i, j + 1) === rest) j++;
    else {
      inFirst.add(a[i++] as Word);
      inSecond.add(b[j++] as Word);
    }
  }
  return { onlyFirst: runsWithout(first, a, inFirst), onlySecond: runsWithout(second, b, inSecond) };
}

const spokenWords = ({ article, start, end }: Quotation): Word[] =>
  wordsOf(article.text.slice(start, end)).slice(0, MAX_WORDS);

/** The texts of the runs of words that are not among `common`. */
function runsWithout(quotation: Quotation, words: readonly Word[], common: ReadonlySet<Word>): string[] {
  const runs: Span[] = [];
  for (const [i, word] of words.entries()) {
    if (common.has(word)) continue;
    const before = words[i - 1];
    const last = runs.at(-1);
    if (before && last && last.end === before.end)
      runs[runs.length - 1] = { start: last.start, end: word.end };
    else runs.push(word);
  }
  const said = quotation.article.text.slice(quotation.start, quotation.end);
  return runs.map(({ start, end }) => said.slice(start, end));
}

/** Lengths of the longest common subsequences of the rests from `i` and `j` on. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      (lengths[i] as number[])[j] =
        a[i] === b[j]
          ? 1 + lengthAt(lengths, i + 1, j + 1)
          : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1));
    }
  }
  return lengths;
}

const lengthAt = (lengths: readonly number[][], i: number, j: number): number => lengths[i]?.[j] ?? 0;
