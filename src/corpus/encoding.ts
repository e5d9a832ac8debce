import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import type { Note } from './formats/document.js';

/** Bytes that the detector looks at; it takes 0.2 s for a megabyte, and is no surer with more. */
const SAMPLE_BYTES = 64_000;

/** The detector's confidence, of 100, from which another encoding than Windows-1252 is believed, and by how much more. */
const MIN_CONFIDENCE = 30;
const MIN_LEAD = 20;

/** Of so many bytes one may be a control character; a compressed file has one in ten, a program more. */
const BYTES_PER_CONTROL = 50;

const HOW_TO_SAVE = 'save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)';

/**
 * The characters of a text file: by its byte order mark, else UTF-8, else what it most likely is, with a note that names
 * the first line at which that shows. `null` when it is no text.
 */
export function decode(bytes: Uint8Array): { text: string; notes: Note[] } | null {
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(bytes, marked);
  if (!bytes.includes(0) && isUtf8(bytes)) return { text: new TextDecoder().decode(bytes), notes: [] };
  const wide = unmarkedUtf16(bytes);
  if (wide) return decodeAs(bytes, wide);
  if (isBinary(bytes)) return null;
  if (isMostlyUtf8(bytes)) return decodeAs(bytes, 'utf-8');
  const encoding = guess(bytes);
  const name = encoding === 'windows-1252' ? 'Windows-1252' : encoding;
  const message = `this is not UTF-8, so it was read as ${name}; where letters look wrong, ${HOW_TO_SAVE}`;
  const { text, notes } = decodeAs(bytes, encoding);
  return { text, notes: [{ line: lineOfFirst(bytes, (line) => !isUtf8(line)), message }, ...notes] };
}

/**
 * The same of a text that may name its encoding itself, as web pages and feeds do. A byte order mark is surer; what is
 * read as characters was not written in UTF-16, and whether UTF-8 is true shows.
 */
export function decodeMarkup(bytes: Buffer): { text: string; notes: Note[] } | null {
  const declared = CHARSET.exec(bytes.toString('latin1', 0, HEAD_BYTES))?.[1];
  return declared && isOther(declared) && !byteOrderMark(bytes) ? decodeAs(bytes, declared) : decode(bytes);
}

/** A text that is said to be in some encoding, in UTF-8, with a byte order mark to tell it by where that is another. */
export function inUtf8(bytes: Buffer, encoding: string): Buffer {
  if (!isOther(encoding) || byteOrderMark(bytes)) return bytes;
  return Buffer.from(`\ufeff${decodeAs(bytes, encoding).text}`);
}

/** Bytes at the beginning of a page in which it names its encoding (the HTML Standard looks at as many). */
const HEAD_BYTES = 1024;

/** `<meta charset="…">`, `<meta … content="text/html; charset=…">`, `<?xml … encoding="…"?>` */
const CHARSET = /<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)/i;

/** Whether an encoding is known, and none of Unicode's. */
const isOther = (encoding: string): boolean =>
  isKnown(encoding) && !new TextDecoder(encoding).encoding.startsWith('utf');

const byteOrderMark = (bytes: Uint8Array): string | undefined =>
  BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1];

const BYTE_ORDER_MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Decodes an encoding that `TextDecoder` knows. What cannot be read becomes `�`, which is noted; so does a NUL, which no text has a use for. */
function decodeAs(bytes: Uint8Array, encoding: string): { text: string; notes: Note[] } {
  const decoder = new TextDecoder(encoding);
  // In pieces, for decoding Windows-1252 at once takes it for ISO-8859-1 in Node.js 20 (nodejs/node#56542).
  const decoded = decoder.decode(bytes, { stream: true }) + decoder.decode();
  const text = decoded.replaceAll('\0', '\ufffd');
  const at = text.indexOf('\ufffd');
  if (at < 0) return { text, notes: [] };
  const line = text.slice(0, at).split('\n').length;
  const message = `a character could not be read and is shown as “\ufffd”; type it anew, and ${HOW_TO_SAVE}`;
  return { text, notes: [{ line, message }] };
}

/** UTF-16 of Latin letters: every other byte is 0. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = 0.35 * sample.length;
  if (odd > most && even < 0.1 * odd) return 'utf-16le';
  return even > most && odd < 0.1 * even ? 'utf-16be' : null;
}

function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  // Tab, line feed, form feed, carriage return and the escape of coloured logs are what texts have.
  for (const byte of bytes) if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27) controls++;
  return controls * BYTES_PER_CONTROL > bytes.length;
}

/** Text of another encoding holds next to nothing that is UTF-8 beyond ASCII; damaged UTF-8 holds mostly that. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  const whole = text.replace(/[\0-\x7f\ufffd]+/g, '').length;
  return whole >= 2 * broken;
}

/** Windows-1252, unless the detector is surer of another; it often takes a short English text for Romanian. */
function guess(bytes: Uint8Array): string {
  const from = bytes.findIndex((byte) => byte > 127);
  const matches = chardet.analyse(bytes.subarray(from, from + SAMPLE_BYTES));
  const western = matches.find(({ name }) => name === 'windows-1252' || name === 'ISO-8859-1');
  const [best] = matches;
  if (!best || best.confidence < Math.max(MIN_CONFIDENCE, (western?.confidence ?? 0) + MIN_LEAD))
    return 'windows-1252';
  return isKnown(best.name) ? best.name : 'windows-1252';
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}

/** 1-based. */
function lineOfFirst(bytes: Uint8Array, is: (line: Uint8Array) => boolean): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const at = bytes.indexOf(10, from);
    const to = at < 0 ? bytes.length : at;
    if (is(bytes.subarray(from, to))) return line;
    from = to + 1;
  }
  return line;
}
