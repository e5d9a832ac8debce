import createParser, { type MarkdownIt, type RendererRule } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Block } from '../article.js';
import { withoutDialects } from './dialects.js';
import type { Document } from './document.js';
import { kindOfLine } from './labels.js';
import { expression, hidden, jsxTag, shownWords, wikiLink } from './markdown-rules.js';
import { type LineOf, readPage } from './page.js';
import { pageTree } from './page-tree.js';

/**
 * Reads Markdown (CommonMark with tables, footnotes, task lists and struck-out words as GitHub has them) as the page shows
 * it: what site generators and note apps add is resolved or left out, HTML in it is read as HTML, comments are no text.
 *
 * @throws UserError when it has more parts than are read.
 */
export function readMarkdown(content: string, file: string, firstLine: number): Document {
  const parser = /\.mdx$/i.test(file) ? MDX : MARKDOWN;
  const { text, notes } = withoutDialects(content, firstLine);
  const html = parser.render(text);
  const lineOf: LineOf = ({ properties }) => {
    const line = properties[LINE_PROPERTY];
    return typeof line === 'string' ? firstLine + Number(line) : undefined;
  };
  return { ...withHeadingsByLook(readPage(pageTree(html, { fragment: true }), lineOf)), notes };
}

/** Names the line of the file, from 0, in the page that is made of it. */
const LINE_ATTRIBUTE = 'data-line-of-file';
const LINE_PROPERTY = 'dataLineOfFile';

function markdownParser(): MarkdownIt {
  const parser = createParser({ html: true });
  // Of a link only its words are shown, wherever it leads.
  parser.validateLink = () => true;
  parser.use(footnotes).disable(['footnote_ref', 'footnote_inline', 'footnote_tail']);
  parser.inline.ruler.before('link', 'hidden', hidden);
  parser.inline.ruler.before('link', 'wiki_link', wikiLink);
  // Before what was escaped is joined to the words around it: that is shown as it stands.
  parser.core.ruler.before('text_join', 'shown_words', shownWords);
  parser.core.ruler.push('lines', ({ tokens }) => {
    for (const token of tokens)
      if (token.map && token.nesting === 1) token.attrSet(LINE_ATTRIBUTE, token.map[0]);
  });
  const { rules } = parser.renderer;
  rules.footnote_reference_open = rules.footnote_reference_close = () => '';
  rules.fence = rules.code_block = codeBlock;
  // Nothing is known of the lines of the elements in it.
  rules.html_block = (tokens, at) => {
    const { content = '', map } = tokens[at] ?? {};
    return `<template ${LINE_ATTRIBUTE}="${map?.[0] ?? 0}"></template>${content}`;
  };
  return parser;
}

const codeBlock: RendererRule = (tokens, at) => {
  const { content = '', map } = tokens[at] ?? {};
  const { escapeHtml } = MARKDOWN.utils;
  return `<pre ${LINE_ATTRIBUTE}="${map?.[0] ?? 0}"><code>${escapeHtml(content)}</code></pre>\n`;
};

/** Markdown in which tags are those of components and braces hold code (https://mdxjs.com/docs/what-is-mdx). */
function mdxParser(): MarkdownIt {
  const parser = markdownParser();
  parser.disable(['html_block', 'code']);
  parser.inline.ruler.before('link', 'expression', expression);
  parser.inline.ruler.before('html_inline', 'jsx_tag', jsxTag);
  return parser;
}

const MARKDOWN = markdownParser();
const MDX = mdxParser();

/** Markdown without a heading may be plain text by another name: its short lines over prose are headings as there. */
function withHeadingsByLook({ text, blocks }: Document): Document {
  const isHeading = ({ kind, start, end, line }: Block, next: Block | undefined): boolean =>
    kind === 'body' && isLineOver(line, next) && kindOfLine(text.slice(start, end), false) === 'heading';
  const hasHeading = blocks.some(({ kind }) => kind === 'heading');
  const looked = blocks.map(
    (block, i): Block => (isHeading(block, blocks[i + 1]) ? { ...block, kind: 'heading', level: 1 } : block),
  );
  return { text, blocks: hasHeading ? blocks : looked };
}

/** Whether a block is one line of its file: the next begins below a blank line. */
const isLineOver = (line: number, next: Block | undefined): boolean =>
  next !== undefined && next.line - line <= 2;
