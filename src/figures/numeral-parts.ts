import { DENOMINATORS, SCALES, SMALL, SUFFIXES, VAGUE } from '../english/number-words.js';
import type { Token } from '../english/tokens.js';

/** A number without its sign and unit; `end` is the token after it. */
export interface Numeral {
  readonly value: number | readonly [number, number];
  readonly end: number;
  /** Written in words throughout. */
  readonly spelled: boolean;
  /** A scale (`million`, `bn`) multiplied it; `m` and `t` alone are left to the unit grammar. */
  readonly scale: number;
  readonly fraction: boolean;
}

/** The word at a token in lower case, `""` past the end. */
export const lowerAt = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';

/** A number in digits as it stands. */
export const plain = (value: number, end: number): Numeral => ({
  value,
  end,
  spelled: false,
  scale: 1,
  fraction: false,
});

/** `count` words from a token on, in lower case, a space between them. */
export const wordsAt = (tokens: readonly Token[], i: number, count: number): string =>
  tokens
    .slice(i, i + count)
    .map(({ lower }) => lower)
    .join(' ');

/** `1/2`, `3/4`: both sides glued to the stroke, less than one, an ordinary denominator. */
export function simpleFraction(tokens: readonly Token[], i: number): Numeral | null {
  const [top, stroke, bottom, after] = [tokens[i], tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  if (top?.kind !== 'number' || !stroke?.glued || !/^[/⁄]$/.test(stroke.text)) return null;
  if (!bottom?.glued || bottom.kind !== 'number' || (after?.glued && after.text === '/')) return null;
  const [over, under] = [Number(top.text), Number(bottom.text)];
  if (!(over < under && [2, 3, 4, 5, 6, 8, 10, 16, 32, 64].includes(under))) return null;
  return { ...plain(over / under, i + 3), fraction: true };
}

/** `and a half`, `and three-quarters`, `and 1/2`: the part and the token after it. */
export function andAHalf(tokens: readonly Token[], i: number): { part: number; end: number } | null {
  if (lowerAt(tokens, i) !== 'and') return null;
  const written = simpleFraction(tokens, i + 1);
  if (written) return { part: written.value as number, end: written.end };
  const count = /^(?:a|an|one)$/.test(lowerAt(tokens, i + 1)) ? 1 : SMALL.get(lowerAt(tokens, i + 1));
  const hyphen = lowerAt(tokens, i + 2) === '-' ? 1 : 0;
  const under = denominator(lowerAt(tokens, i + 2 + hyphen), count === 1);
  return count && under ? { part: count / under, end: i + 3 + hyphen } : null;
}

/** The parts that a word names (`thirds`: 3); the plural only after more than one. */
export function denominator(word: string, one: boolean): number | undefined {
  return (
    DENOMINATORS.get(word) ?? (one || !word.endsWith('s') ? undefined : DENOMINATORS.get(word.slice(0, -1)))
  );
}

/** The scales after a number: `bn` glued to it, then words (`4 hundred million`). */
export function scaled(tokens: readonly Token[], numeral: Numeral, money: boolean): Numeral {
  let { end } = numeral;
  let scale = 1;
  const suffix = suffixAt(tokens, end, money);
  if (suffix) {
    scale = suffix;
    end++;
  }
  for (let next = scaleAt(tokens, end); next !== null && scale < 1e15; next = scaleAt(tokens, end)) {
    scale *= next.scale;
    end = next.end;
  }
  const half = scale > 1 && !numeral.fraction ? andAHalf(tokens, end) : null;
  const value = (numeral.value as number) * scale + (half ? half.part * scale : 0);
  if (!Number.isFinite(value)) return numeral;
  return { ...numeral, value: round(value), end: half?.end ?? end, scale };
}

/** `2.3 × 1e6` is 2,300,000, not 2,299,999.9999999995. */
export const round = (value: number): number => Number(value.toPrecision(15));

/** `bn`, `k` after a number; glued to it, or where money is told. */
function suffixAt(tokens: readonly Token[], i: number, money: boolean): number | undefined {
  const token = tokens[i];
  if (token?.kind !== 'word' || (token.text === 'K' && isKelvin(lowerAt(tokens, i - 1)))) return undefined;
  if (money || /^(?:bn|mn|mln|bln)$/.test(token.text)) return SUFFIXES.get(token.text);
  return token.glued && !/^[mtT]$/.test(token.text) ? SUFFIXES.get(token.text) : undefined;
}

/** `573.15K` is a temperature: so exact a number of thousands is written out. */
const isKelvin = (digits: string): boolean => /^\d{3,}\.\d+$/.test(digits);

/** A word of scale at token `i`, perhaps after a hyphen (`two-million`), and the token after it. */
export function scaleAt(tokens: readonly Token[], i: number): { scale: number; end: number } | null {
  const hyphen = tokens[i]?.text === '-' && tokens[i + 1]?.kind === 'word' ? 1 : 0;
  const word = lowerAt(tokens, i + hyphen);
  const scale =
    SCALES.get(word) ?? (VAGUE.has(word) && word !== 'tens' ? SCALES.get(word.slice(0, -1)) : undefined);
  return scale ? { scale, end: i + hyphen + 1 } : null;
}
