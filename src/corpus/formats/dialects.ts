/*
 * What site generators and note apps write into Markdown beyond CommonMark and GFM, taken out line by line before it is
 * parsed; the lines stay where they are, so that places in the file can be told.
 */

/** What opens a fence of code; what is closed in its own line is code within a paragraph. */
const FENCE = /^\s*(?:>\s*)*(`{3,}(?!.*`)|~{3,})/;

/** `!!! info "Title"`, `??? question`, `???+ note`, `=== "Tab"`: what is indented below belongs to it (Python-Markdown). */
const BLOCK = /^(\s*)(?:(?:!!!|\?\?\?\+?) ?[\w -]{0,80}(?="|\s*$)|===[!+]? (?="))(?:"(.*)")?\s*$/;
const BLOCK_INDENT = 4;

/** `> [!warning] Title`, as GitHub and Obsidian write it. */
const CALLOUT = /^(\s*(?:>\s?)+)\[![\w-]+(?:\|[^\]]*)?\][-+]?\s*(.*)$/;

/** `:::tip Title`, `::: warning`, `:::danger[Title]{#id}`, and the `:::` that ends it (Docusaurus, VitePress). */
const CONTAINER = /^\s*:{3,}\s*(?:[\w-]+\s*(?:\[(.*?)\])?(?:\{.*\})?\s*(.*))?$/;

/** ES modules in MDX, to the next blank line. */
const MODULE =
  /^(?:import\s+(?:[\w*{][^'"]*\sfrom\s+)?['"][^'"]+['"];?\s*$|export\s+(?:const|default|function|let)\s)/;

/** A line of code that the next one goes on, and where it is over. */
const GOES_ON = /[{(,]\s*$/;
const MODULE_ENDS = /^\s*$|^[})].*/;

/** What opens and what ends a comment that may go on over blank lines: HTML's, MDX's, Obsidian's, Liquid's. */
const COMMENTS: readonly (readonly [opens: RegExp, ends: RegExp])[] = [
  [/^\s*<!--/, /-->/],
  [/^\s*\{\/\*/, /\*\/\}/],
  [/^\s*%%/, /%%/],
  [/\{%-?\s*comment\s*-?%\}/, /\{%-?\s*endcomment\s*-?%\}/],
];

/** `[TOC]`, `[[_TOC_]]`, `{:toc}`: where a contents list is made. */
const CONTENTS = /^\s*(?:\[toc\]|\[\[_?toc_?\]\]|\$\{toc\}|@\[toc\].*)\s*$/i;

/** The same lines in plain CommonMark and GFM. */
export function withoutDialects(markdown: string): string {
  const indents: number[] = [];
  let fence: string | null = null;
  let skippedTo: RegExp | null = null;
  let isFirst = true;
  const shown = (raw: string): string => {
    const line = dedented(raw, indents);
    if (skippedTo) {
      const end = skippedTo.exec(line);
      if (end) skippedTo = null;
      return end ? line.slice(end.index + end[0].length) : '';
    }
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      return line;
    }
    if (mark) {
      fence = mark;
      return line;
    }
    for (const [opens, ends] of COMMENTS) {
      const open = opens.exec(line);
      if (!open) continue;
      const rest = line.slice(open.index + open[0].length);
      const end = ends.exec(rest);
      if (!end) skippedTo = ends;
      return line.slice(0, open.index) + (end ? rest.slice(end.index + end[0].length) : '');
    }
    if (isFirst && MODULE.test(line)) {
      if (GOES_ON.test(line)) skippedTo = MODULE_ENDS;
      return '';
    }
    return withoutLabel(line, indents);
  };
  return markdown
    .split('\n')
    .map((raw) => {
      const line = shown(raw);
      isFirst = line.trim() === '';
      return line;
    })
    .join('\n');
}

/** A line without the indent that what stands in a block has; a line with less ends the block. */
function dedented(line: string, indents: number[]): string {
  if (line.trim() === '') return '';
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  while (indents.length > 0 && indent < (indents.at(-1) as number)) indents.pop();
  return indents.length === 0 ? line : line.slice(BLOCK_INDENT * indents.length);
}

/** What opens or ends an admonition says nothing, unless its title asks what stands in it. */
function withoutLabel(line: string, indents: number[]): string {
  const block = BLOCK.exec(line);
  if (block) {
    indents.push((block[1] as string).length + BLOCK_INDENT * (indents.length + 1));
    return title(block[1] as string, block[2]);
  }
  const callout = CALLOUT.exec(line);
  if (callout) return title(callout[1] as string, callout[2]);
  const container = CONTAINER.exec(line);
  if (container) return title('', container[1] ?? container[2]);
  return CONTENTS.test(line) ? '' : line;
}

const title = (before: string, words = ''): string =>
  /[?？]\s*$/.test(words) ? `${before}###### ${words}` : before.trimEnd();
