import type { Span } from '../text/span.js';

const WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const NAME = `${WORD}(?: (?:${WORD}|d[aeiu]|del|la|van|von|der|den|bin|al)){0,4}`;

/** `(Ann Lee)`, `[Ann Lee, mayor of Salem]`, right behind a quotation or on the line below. */
const IN_BRACKETS = new RegExp(String.raw`^[.,]?\s{0,2}[([](${NAME})(?:,[^()[\]\n]{1,60})?[)\]]`, 'du');
/** A line below that is a name with or without an office: `Ann Lee, mayor of Salem`. */
const ON_A_LINE = new RegExp(
  String.raw`^[.,]?[^\S\n]*\n[^\S\n]*(${NAME})(?:, [^\n.!?“”"]{1,60})?\.?(?=\n|$)`,
  'du',
);

/** Characters behind a quotation that are looked at. */
const REACH = 140;

/** What stands behind a quotation in its paragraph as if it signed it. Whether it is a person's name is another question. */
export function signatureBehind(text: string, from: number, end: number): Span | null {
  const behind = text.slice(from, Math.min(end, from + REACH));
  const [first, last] = (IN_BRACKETS.exec(behind) ?? ON_A_LINE.exec(behind))?.indices?.[1] ?? [];
  return first === undefined || last === undefined ? null : { start: from + first, end: from + last };
}
