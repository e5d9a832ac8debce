import { MAX_MEMORY_LENGTH } from '../src/reply.js';

/*
 * Positions as short strings: numbers in base 36, joined by dots, a run of consecutive ones as `first-last`. They fit
 * in a button's id, so nothing has to be kept while a message lives.
 */

/** Most numbers of a memory: as many as are laid out well within a second. A button's id could claim any run. */
const MAX_NUMBERS = 1000;

/** The places of the members of `part` in `all`, from 0. */
export function numbersIn<T>(all: readonly T[], part: readonly T[]): number[] {
  const numbers = new Map(all.map((member, number) => [member, number]));
  return part.flatMap((member) => numbers.get(member) ?? []);
}

/** The numbers from the first on, as far as they fit in a memory of which `reserved` characters are taken. */
export function packNumbers(all: readonly number[], reserved = 0): string {
  const numbers = all.slice(0, MAX_NUMBERS);
  const parts: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    let last = i;
    while (numbers[last + 1] === (numbers[last] as number) + 1) last++;
    const part = [...new Set([numbers[i], numbers[last]])].map((number) => number?.toString(36)).join('-');
    if ([...parts, part].join('.').length + reserved > MAX_MEMORY_LENGTH) break;
    parts.push(part);
    i = last + 1;
  }
  return parts.join('.');
}

/** The numbers that were packed; `null` when the text is not what `packNumbers` makes. */
export function unpackNumbers(packed: string): number[] | null {
  if (packed === '') return [];
  const numbers: number[] = [];
  for (const part of packed.split('.')) {
    if (!/^[0-9a-z]{1,8}(-[0-9a-z]{1,8})?$/.test(part)) return null;
    const [first = 0, last = first] = part.split('-').map((digits) => Number.parseInt(digits, 36));
    if (last < first || last - first + numbers.length >= MAX_NUMBERS) return null;
    for (let number = first; number <= last; number++) numbers.push(number);
  }
  return numbers;
}
