/** Control characters but line feed and tab; in a terminal they could move the cursor or worse. */
const CONTROL = /(?![\n\t])\p{Cc}/gu;

/** The text with control characters made visible (`␛`), for people's eyes; JSON output has the text itself. */
export const visible = (text: string): string =>
  text.replace(CONTROL, (c) => (c < ' ' ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : '␡'));

/** What is not seen and may change how all that stands beside it is shown: controls, and marks that turn the direction. */
const UNSEEN = /(?!\s)\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const SEEN = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]/u;

/** Words as a name in a line of its own, without what is not seen; `null` where nothing is left to see. */
export function asName(words: string): string | null {
  const name = words
    .replace(UNSEEN, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\s+/g, ' ');
  return SEEN.test(name) ? name.trim() : null;
}
