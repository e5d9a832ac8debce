import { MAX_MEMORY_LENGTH } from '../src/reply.js';

/*
 * Positions as short strings: numbers in base 36, joined by dots, a run of consecutive ones as `first-last`. They fit
 * in a button's id, so nothing has to be kept while a message lives.
 */

/** The numbers from the first on, as far as they fit in a memory of which `reserved` characters are taken. */
export function packNumbers(numbers: readonly number[], reserved = 0): string {
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

/** The numbers that were packed; `null` when the text is not what `packNumbers` makes of `most` numbers or fewer. */
export function unpackNumbers(packed: string, most: number): number[] | null {
  if (packed === '') return [];
  const numbers: number[] = [];
  for (const part of packed.split('.')) {
    if (!/^[0-9a-z]{1,8}(-[0-9a-z]{1,8})?$/.test(part)) return null;
    const [first = 0, last = first] = part.split('-').map((digits) => Number.parseInt(digits, 36));
    if (last < first || last - first + numbers.length >= most) return null;
    for (let number = first; number <= last; number++) numbers.push(number);
  }
  return numbers;
}
