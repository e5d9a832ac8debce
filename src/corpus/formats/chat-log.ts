import type { Span } from '../../text/span.js';

/** A line of a chat log. */
export interface ChatLine {
  /** Who says it; `null` for what the program notes, such as who joins. */
  readonly speaker: Span | null;
}

/** `[10:44:14] `, `12:01 `, `2024-03-01 12:01 - `: when a line was written. */
const STAMP = String.raw`(?:\[?(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?\]?(?: -)?\s+)`;

/** `<mara> …` with or without a time, `[12:01] mara: …`. */
const SAID = new RegExp(
  String.raw`^${STAMP}?<[ @+%~&]?([^<>\n]{1,32})>\s+\S|^${STAMP}([^\s:<>*][^:<>\n]{0,31}):\s+\S`,
  'd',
);

/** `*** Quits: pim`, `[10:45] * mara waves`, `--> olek joined`. */
const NOTED = new RegExp(String.raw`^${STAMP}?(?:\*{1,3}|-->|<--|-!-)\s+\S`);

/** What a line is in a chat log; `null` when it is none of its lines. */
export function chatLineOf(line: string): ChatLine | null {
  const said = SAID.exec(line);
  const [start, end] = said?.indices?.[1] ?? said?.indices?.[2] ?? [];
  if (start !== undefined && end !== undefined) return { speaker: { start, end } };
  return new RegExp(`^${STAMP}`).test(line) && NOTED.test(line) ? { speaker: null } : null;
}
