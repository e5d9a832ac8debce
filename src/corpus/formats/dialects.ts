/*
 * What site generators and note apps write into Markdown beyond CommonMark and GFM, taken out line by line before it is
 * parsed; the lines stay where they are, so that places in the file can be told.
 */

const FENCE = /^\s*(?:>\s*)*(`{3,}|~{3,})/;

/** `!!! info "Title"`, `??? question`, `???+ note`, `=== "Tab"`: what is indented below belongs to it (Python-Markdown). */
const BLOCK = /^(\s*)(?:!!!|\?\?\?\+?|===) ?[\w -]*(?:"(.*)")?\s*$/;
const BLOCK_INDENT = 4;

/** `> [!warning] Title`, as GitHub and Obsidian write it. */
const CALLOUT = /^(\s*(?:>\s?)+)\[![\w-]+(?:\|[^\]]*)?\][-+]?\s*(.*)$/;

/** `:::tip Title`, `::: warning`, `:::danger[Title]{#id}`, and the `:::` that ends it (Docusaurus, VitePress). */
const CONTAINER = /^\s*:{3,}\s*(?:[\w-]+\s*(?:\[(.*?)\])?(?:\{.*\})?\s*(.*))?$/;

/** ES modules in MDX, to the next blank line. */
const MODULE =
  /^(?:import\s+(?:[\w*{][^'"]*\sfrom\s+)?['"][^'"]+['"];?\s*$|export\s+(?:const|default|function|let)\s)/;

/** A note to oneself over several lines (Obsidian), or to the template (Liquid). */
const COMMENT = /^\s*(?:%%|\{%-?\s*comment\s*-?%\})/;
const COMMENT_ENDS = /%%\s*$|\{%-?\s*endcomment\s*-?%\}/;

/** `[TOC]`, `[[_TOC_]]`, `{:toc}`: where a contents list is made. */
const CONTENTS = /^\s*(?:\[toc\]|\[\[_?toc_?\]\]|\$\{toc\}|@\[toc\].*)\s*$/i;

/** The same lines in plain CommonMark and GFM. */
export function withoutDialects(markdown: string): string {
  const lines = markdown.split('\n');
  let fence: string | null = null;
  const indents: number[] = [];
  let skipping: RegExp | null = null;
  for (const [number, raw] of lines.entries()) {
    const line = dedented(raw, indents);
    lines[number] = line;
    if (skipping) {
      if (skipping.test(line)) skipping = null;
      lines[number] = '';
      continue;
    }
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      continue;
    }
    if (mark) fence = mark;
    else if (COMMENT.test(line)) {
      lines[number] = '';
      if (!COMMENT_ENDS.test(line.replace(COMMENT, ''))) skipping = COMMENT_ENDS;
    } else if (
      MODULE.test(line) &&
      (number === 0 || lines[number - 1]?.trim() === '' || lines[number - 1] === '')
    ) {
      lines[number] = '';
      if (!/;?\s*$/.test(line) || /[{(,]\s*$/.test(line)) skipping = /^\s*$|^[})]/;
    } else lines[number] = withoutLabel(line, indents);
  }
  return lines.join('\n');
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
