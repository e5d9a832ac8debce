import { UserError } from '../../errors.js';
import { MAX_TEXT_BYTES } from '../../limits.js';
import { decodeMarkup } from '../encoding.js';
import { type Head, splitFrontMatter } from '../front-matter.js';
import type { Document, Note } from './document.js';
import { type LineOf, readPage } from './page.js';
import { contentOf } from './page-content.js';
import { pageFields } from './page-fields.js';
import { pageTree, VOID } from './page-tree.js';

/** `<div/>`, which only XHTML takes for a whole element. */
const SELF_CLOSED = /<([a-z][\w:-]*)(?![\w:-])([^<>]*)\/>/gi;

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
  const decoded = decodeMarkup(bytes);
  if (!decoded)
    throw new UserError('this is no web page; save it again in a browser as “Web Page, HTML only”');
  return decoded;
}

/** XHTML as HTML. */
const closed = (xhtml: string): string =>
  xhtml.replace(SELF_CLOSED, (tag, name: string, attributes: string) =>
    VOID.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`,
  );
