import { inflateRawSync } from 'node:zlib';
import type { Element, ElementContent, Root } from 'hast';
import { UserError } from '../../errors.js';
import { MAX_UNPACKED_BYTES } from '../../limits.js';
import type { Document } from './document.js';
import { readPage } from './page.js';
import { pageTree } from './page-tree.js';

const BROKEN =
  'this is no Word document, or it is damaged; open it in Word or LibreOffice and save it again as .docx';
const PROTECTED =
  'this is protected by a password, or an older Word file under a new name; open it in Word and save it as .docx without a password';
const TOO_LARGE = `its text takes more than ${MAX_UNPACKED_BYTES / 1_000_000} MB when unpacked; split it`;

/** How deep elements may stand in one another, for Mammoth goes as deep as they do; tables within tables have some fifty. */
const MAX_DEPTH = 500;

/** How Word's older files begin, and those with a password (Compound File Binary Format). */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Word's styles beyond those that Mammoth knows. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  // Mammoth knows no hidden words; see `readable`.
  "highlight[color='hidden'] => !",
];

/**
 * Reads a Word document by Mammoth: headings by their styles, lists, tables, notes. Comments, hidden words,
 * deletions that are tracked, pictures, heads and feet of pages are no text of it. It has no lines, so that all its blocks are
 * on the first.
 *
 * @throws UserError when it is damaged, protected or no Word document.
 */
export async function readDocx(content: Buffer): Promise<Document> {
  if (content.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) throw new UserError(PROTECTED);
  const html = await htmlOf(unpacked(content));
  const page = pageTree(html, { fragment: true });
  markNotes(page);
  return readPage(page);
}

async function htmlOf(parts: ReadonlyMap<string, string>): Promise<string> {
  // What Mammoth otherwise makes of a zip archive; its types do not name it.
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string) => parts.get(name),
  };
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml({ file } as never, {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      convertImage: NO_IMAGE as never,
    });
    return value;
  } catch {
    throw new UserError(BROKEN);
  }
}

/** Makes nothing of a picture, so that none is unpacked. */
const NO_IMAGE = () => [];

/** Marks the raised numbers of notes, and the arrows back, as what they are. */
function markNotes(page: Root): void {
  const walk = (nodes: readonly (ElementContent | Root['children'][number])[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      if (isNoteLink(node)) node.properties.dataFootnoteRef = true;
      walk(node.children);
    }
  };
  walk(page.children);
}

const isNoteLink = ({ tagName, properties }: Element): boolean =>
  tagName === 'a' && /^#(?:foot|end)note-/.test(String(properties.href ?? ''));

/* The parts of a zip archive that are read here (PKWARE's APPNOTE, 4.3): its end, the list of files, a file's head. */
const END = Buffer.from('PK\x05\x06', 'latin1');
const LISTED = 0x02014b50;
const LISTED_LENGTH = 46;
const HEAD_LENGTH = 30;
const ENCRYPTED = 1;
const DEFLATED = 8;

/** The parts of a document that hold text, by name, while they are not too much: a few kilobytes can hold gigabytes. */
function unpacked(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  try {
    let left = MAX_UNPACKED_BYTES;
    for (const { name, packed, isDeflated } of filesOf(zip)) {
      if (!/\.(?:xml|rels)$/i.test(name)) continue;
      const part = isDeflated ? inflateRawSync(packed, { maxOutputLength: left + 1 }) : packed;
      left -= part.length;
      if (left < 0) throw new UserError(TOO_LARGE);
      const xml = part.toString();
      if (depthOf(xml) > MAX_DEPTH) throw new UserError(BROKEN);
      parts.set(name, readable(xml));
    }
    return parts;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : null;
    throw new UserError(code === 'ERR_BUFFER_TOO_LARGE' ? TOO_LARGE : BROKEN);
  }
}

const TAG = /<(\/?)[a-z][^<>]*?(\/?)>/gi;

function depthOf(xml: string): number {
  let depth = 0;
  let most = 0;
  for (const [, isEnd, isWhole] of xml.matchAll(TAG)) {
    if (isEnd) depth--;
    else if (!isWhole) most = Math.max(most, ++depth);
  }
  return most;
}

/** Hidden words as words of a colour, which Mammoth tells; a run's own colour stands below, and only the first counts. */
const readable = (xml: string): string =>
  xml.replace(/<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/g, '<w:highlight w:val="hidden"/>');

/** @throws RangeError where the archive is cut off. */
function* filesOf(zip: Buffer): Generator<{ name: string; packed: Buffer; isDeflated: boolean }> {
  const end = zip.lastIndexOf(END);
  if (end < 0) throw new UserError(BROKEN);
  let at = zip.readUInt32LE(end + 16);
  for (let files = zip.readUInt16LE(end + 10); files > 0; files--) {
    if (zip.readUInt32LE(at) !== LISTED) throw new UserError(BROKEN);
    if (zip.readUInt16LE(at + 8) & ENCRYPTED) throw new UserError(PROTECTED);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      zip.readUInt16LE(at + field),
    );
    const head = zip.readUInt32LE(at + 42);
    const start = head + HEAD_LENGTH + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28);
    yield {
      name: zip.toString('utf8', at + LISTED_LENGTH, at + LISTED_LENGTH + (nameLength ?? 0)),
      packed: zip.subarray(start, start + zip.readUInt32LE(at + 20)),
      isDeflated: zip.readUInt16LE(at + 10) === DEFLATED,
    };
    at += LISTED_LENGTH + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
}
