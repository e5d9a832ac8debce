/**
 * Folding: what two spellings of the same words have in common. For matching only; nothing folded is ever shown.
 */

const APOSTROPHES = /[‘’‚‛`´ʼ′]/g;
const QUOTE_MARKS = /[“”„‟«»″]/g;
const DASHES = /[‐‑‒–—―−]/g;
const MARKS = /\p{M}+/gu;
const PLAIN_ASCII = /^[\0-\x5f\x61-\x7f]*$/;

/**
 * Lower case, straight quotes and hyphens, no accents, compatibility forms (`ﬁ`, full width) taken apart. Marks go before
 * they are put in order, which takes the square of their number, and once more with those that taking apart gives.
 */
export function fold(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase();
  return text
    .replace(APOSTROPHES, "'")
    .replace(QUOTE_MARKS, '"')
    .replace(DASHES, '-')
    .replace(MARKS, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase();
}
