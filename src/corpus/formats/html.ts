import { UserError } from '../../errors.js';
import { MAX_TEXT_BYTES } from '../../limits.js';
import { decode, decodeAs } from '../encoding.js';
import { type Head, splitFrontMatter } from '../front-matter.js';
import type { Document, Note } from './document.js';
import { type LineOf, readPage } from './page.js';
import { contentOf } from './page-content.js';
import { pageFields } from './page-fields.js';
import { pageTree, VOID } from './page-tree.js';

/** Bytes at the beginning of a page in which it names its encoding (the HTML Standard looks at as many). */
const HEAD_BYTES = 1024;

/** `<meta charset="…">`, `<meta … content="text/html; charset=…">`, `<?xml … encoding="…"?>` */
const CHARSET = /<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)/i;

/** `<div/>`, which only XHTML takes for a whole element. */
const SELF_CLOSED = /<([a-z][\w:-]*)([^<>]*)\/>/gi;

/**
 * Reads a web page, which may begin with front matter: its main content without navigation, and what it says of itself. A page of which no main content can be
 * told is read whole.
 *
 * @throws UserError when it is no text, or too large.
 */
export async function readHtml(content: Buffer): Promise<Document & { head: Head }> {
  const { text, notes } = decodePage(content);
  const { body, firstLine, ...head } = splitFrontMatter(text.replace(/\r\n?/g, '\n'));
  const page = pageTree(/^\s*<\?xml/.test(body) ? closed(body) : body);
  const lineOf: LineOf = ({ position }) => position && firstLine - 1 + position.start.line;
  const document = readPage({ type: 'root', children: await contentOf(page) }, lineOf);
  return { ...document, fields: pageFields(page), notes, head };
}

function decodePage(bytes: Buffer): { text: string; notes: readonly Note[] } {
  if (bytes.length > MAX_TEXT_BYTES)
    throw new UserError(`longer than the ${MAX_TEXT_BYTES / 1_000_000} MB of a page that are read; split it`);
  const declared = CHARSET.exec(bytes.toString('latin1', 0, HEAD_BYTES))?.[1] ?? 'utf-8';
  const decoder = decoderFor(declared);
  // What is read as characters was not written in UTF-16, and whether UTF-8 is true shows.
  if (decoder && !/^utf/.test(decoder.encoding)) return decodeAs(bytes, decoder.encoding);
  const decoded = decode(bytes);
  if (!decoded)
    throw new UserError('this is no web page; save it again in a browser as “Web Page, HTML only”');
  return decoded;
}

function decoderFor(encoding: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(encoding);
  } catch {
    return null;
  }
}

/** XHTML as HTML. */
const closed = (xhtml: string): string =>
  xhtml.replace(SELF_CLOSED, (tag, name: string, attributes: string) =>
    VOID.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`,
  );
