import type { Root as PageRoot } from 'hast';
import { raw } from 'hast-util-raw';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import { VFile } from 'vfile';
import type { Block } from '../article.js';
import { withoutDialects } from './dialects.js';
import type { Document } from './document.js';
import { hidden, hiddenFromMarkdown } from './hidden.js';
import { kindOfLine } from './labels.js';
import { partsOf } from './markdown-parts.js';
import { PageReader } from './page.js';

/**
 * Reads Markdown (CommonMark with GitHub's tables, footnotes, task lists and struck-out words) as the page shows it; what
 * site generators and note apps add is resolved or left out, HTML in it is read as HTML, comments are no text.
 */
export function readMarkdown(content: string, file: string, firstLine: number): Document {
  const mdx = /\.mdx$/i.test(file) ? parseMdx(content) : null;
  const reader = new PageReader();
  if (mdx) reader.read(pageOf(mdx, content), firstLine);
  else
    for (const { text, line, plain } of partsOf(withoutDialects(content)))
      reader.read(plain ? asItStands(text) : pageOf(parse(text), text), firstLine + line);
  return withHeadingsByLook(reader.document());
}

/** Markdown without a heading may be plain text by another name: its short lines over prose are headings as there. */
function withHeadingsByLook({ text, blocks, ...more }: Document): Document {
  const isHeading = ({ kind, start, end, line }: Block, next: Block | undefined): boolean =>
    kind === 'body' && isLineOver(line, next) && kindOfLine(text.slice(start, end), false) === 'heading';
  const hasHeading = blocks.some(({ kind }) => kind === 'heading');
  const looked = blocks.map(
    (block, i): Block => (isHeading(block, blocks[i + 1]) ? { ...block, kind: 'heading', level: 1 } : block),
  );
  return { text, blocks: hasHeading ? blocks : looked, ...more };
}

/** Whether a block is one line of its file: the next begins below a blank line. */
const isLineOver = (line: number, next: Block | undefined): boolean =>
  next !== undefined && next.line - line <= 2;

/** The page that a tree of Markdown makes, its HTML read as HTML. */
function pageOf(tree: Root, source: string): PageRoot {
  const { hasHtml } = prepare(tree);
  const page = toHast(tree, { allowDangerousHtml: true }) as PageRoot;
  return hasHtml ? (raw(page, { file: new VFile(source) }) as PageRoot) : page;
}

const asItStands = (value: string): PageRoot => ({
  type: 'root',
  children: [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] }],
});

/** MDX is parsed as a whole, for its elements may span all of it; a page of it is no longer than this. */
const MAX_MDX_LENGTH = 100_000;

const EXTENSIONS = [gfm({ singleTilde: false }), hidden];
const FROM_MARKDOWN = [gfmFromMarkdown(), hiddenFromMarkdown];

const parse = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: EXTENSIONS, mdastExtensions: FROM_MARKDOWN });

/** MDX; `null` where its code is faulty or it is too long, and it is read as Markdown. */
function parseMdx(content: string): Root | null {
  if (content.length > MAX_MDX_LENGTH) return null;
  try {
    return fromMarkdown(content, {
      extensions: [gfm({ singleTilde: false }), mdxjs()],
      mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()],
    });
  } catch {
    return null;
  }
}

/** Takes out what is no word of the page, and moves footnotes to where they stand in the file; tells of HTML in it. */
function prepare(root: Root): { hasHtml: boolean } {
  let hasHtml = false;
  const walk = (node: Nodes): void => {
    if (node.type === 'html') hasHtml = true;
    if (node.type === 'text') node.value = node.value.replace(HIGHLIGHT, '$1').replace(NOTE_MARK, '');
    if (!('children' in node)) return;
    const kept = (node.children as Nodes[]).flatMap(shown);
    node.children = kept as never;
    for (const child of kept) walk(child);
  };
  walk(root);
  return { hasHtml };
}

/** `==words==`, shown as words on yellow. */
const HIGHLIGHT = /==(?=\S)([^=\n]+?)(?<=\S)==/g;

/** The mark of a footnote that another part of the file has, or none. */
const NOTE_MARK = /\[\^[^\]\s]{1,100}\]/g;

/** What stays of a node: of a footnote its text in its place, of its mark nothing, of code in MDX nothing. */
function shown(node: Nodes): Nodes[] {
  if (node.type === 'footnoteDefinition') return node.children;
  if (node.type === 'footnoteReference' || /^mdx(?:js|Flow|Text)(?:Esm|Expression)$/.test(node.type))
    return [];
  return [node];
}
