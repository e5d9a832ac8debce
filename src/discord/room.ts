import type { Span } from '../text/span.js';
import { MAX_MESSAGE_BYTES, MAX_MESSAGE_TEXT } from './limits.js';

/** What words take in a message at most, or what is left for them there. */
export interface Room {
  /** UTF-16 units. */
  readonly characters: number;
  readonly bytes: number;
}

/** Room for the page's footer and the line ends between the text displays. */
const MARGIN = 60;

/** What a page has room for below a heading. */
export const roomUnder = (heading: string): Room => ({
  characters: MAX_MESSAGE_TEXT - MARGIN - heading.length,
  bytes: MAX_MESSAGE_BYTES - MARGIN - Buffer.byteLength(heading),
});

/** The room of both. */
export const plus = (a: Room, b: Room): Room => ({
  characters: a.characters + b.characters,
  bytes: a.bytes + b.bytes,
});

/** What is left of the first. */
export const minus = (a: Room, b: Room): Room => ({
  characters: a.characters - b.characters,
  bytes: a.bytes - b.bytes,
});

/** Whether a page that has so much room takes that. */
export const holds = (room: Room, { characters, bytes }: Room): boolean =>
  characters <= room.characters && bytes <= room.bytes;

/** Fixed markup of so many characters, in bytes at most. */
export const markup = (characters: number): Room => ({ characters, bytes: 3 * characters });

/** Characters of markup for each of ASCII: marks are escaped, a new line is a quotation's and may open a list. */
const ASCII = new Uint8Array(128).fill(1);
for (const mark of '\\`*_~|<>[]@:\r') ASCII[mark.charCodeAt(0)] = 2;
ASCII['\n'.charCodeAt(0)] = 4;

const isLineEnd = (code: number): boolean => code === 0x2028 || code === 0x2029;

/**
 * How far into a span one comes with some room, and what that takes as Markdown; see `escapeMarkdown`. Never less than it
 * really takes, and found without making it.
 */
export function measure(text: string, { start, end }: Span, room: Room): { end: number; size: Room } {
  let characters = 1;
  let bytes = 1;
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    const more = code < 128 ? (ASCII[code] as number) : isLineEnd(code) ? 2 : 1;
    const moreBytes = code < 128 ? more : code < 0x800 ? 2 : 2 + more;
    if (characters + more > room.characters || bytes + moreBytes > room.bytes) break;
    characters += more;
    bytes += moreBytes;
  }
  return { end: at, size: { characters, bytes } };
}

/** What a text takes as Markdown, at most. */
export const sizeOf = (text: string): Room => measure(text, { start: 0, end: text.length }, ENDLESS).size;

const ENDLESS: Room = { characters: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
