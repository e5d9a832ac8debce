import type { Note } from './document.js';

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
const CALLOUT = /^(\s*(?:>\s?)+)\[![\w-]+(?:\|[^\]]*)?\][-+]?\s*(.*)$/s;

/** `:::tip Title`, `::: warning`, `:::danger[Title]{#id}`, and the `:::` that ends it (Docusaurus, VitePress). */
const CONTAINER = /^\s*:{3,}\s*(?:[\w-]+\s*(?:\[(.*?)\])?(?:\{.*\})?\s*(.*))?$/s;

/** ES modules in MDX, to the next blank line. */
const MODULE =
  /^(?:import\s+(?:[\w*{][^'"]*\sfrom\s+)?['"][^'"]+['"];?\s*$|export\s+(?:const|default|function|let)\s)/;

/** A line of code that the next one goes on, and where it is over. */
const GOES_ON = /[{(,]\s*$/;
const MODULE_ENDS = /^\s*$|^[})].*/g;

/** What opens a comment, which may go on over blank lines (HTML's, MDX's, Liquid's, Obsidian's), and what ends each. */
const COMMENT = /(<!--)|(\{\/\*)|(\{%-?\s*comment\s*-?%\})|^\s*(%%)/g;
const COMMENT_ENDS = [/-->/g, /\*\/\}/g, /\{%-?\s*endcomment\s*-?%\}/g, /%%/g];

/** `[TOC]`, `[[_TOC_]]`, `{:toc}`: where a contents list is made. */
const CONTENTS = /^\s*(?:\[toc\]|\[\[_?toc_?\]\]|\$\{toc\}|@\[toc\].*)\s*$/is;

/** The same lines in plain CommonMark and GFM, with a note on a comment that is never closed. */
export function withoutDialects(markdown: string, firstLine: number): { text: string; notes: Note[] } {
  const lines = new DialectLines();
  const text = markdown
    .split('\n')
    .map((line, number) => lines.shown(line, firstLine + number))
    .join('\n');
  return { text, notes: lines.notes() };
}

/** Reads line by line, and knows in what it stands. */
class DialectLines {
  /** Of admonitions: how far their lines are indented at least. */
  readonly #indents: number[] = [];
  #fence: string | null = null;
  #skipped: Skipped | null = null;
  /** Whether the line before is blank, so that a block begins here. */
  #isFirst = true;

  /** What is shown of the next line of the file. */
  shown(raw: string, number: number): string {
    const line = this.#read(dedented(raw, this.#indents), number);
    this.#isFirst = line.trim() === '';
    return line;
  }

  notes(): Note[] {
    if (this.#skipped === null || this.#skipped.ends === MODULE_ENDS) return [];
    const message = 'a comment begins here and is never closed, so that all below it is left out; close it';
    return [{ line: this.#skipped.line, message }];
  }

  #read(line: string, number: number): string {
    if (this.#skipped) return this.#afterSkipped(line, this.#skipped, number);
    const mark = FENCE.exec(line)?.[1];
    if (this.#fence !== null) {
      if (mark?.startsWith(this.#fence)) this.#fence = null;
      return line;
    }
    if (mark) {
      this.#fence = mark;
      return line;
    }
    if (this.#isFirst && MODULE.test(line)) {
      if (GOES_ON.test(line)) this.#skipped = { ends: MODULE_ENDS, line: number };
      return '';
    }
    return withoutLabel(this.#withoutComments(line, number), this.#indents);
  }

  #afterSkipped(line: string, { ends }: Skipped, number: number): string {
    ends.lastIndex = 0;
    if (!ends.test(line)) return '';
    this.#skipped = null;
    return this.#withoutComments(line.slice(ends.lastIndex), number);
  }

  #withoutComments(line: string, number: number): string {
    const isCode = codeIn(line);
    let shown = '';
    let from = 0;
    COMMENT.lastIndex = 0;
    for (let open = COMMENT.exec(line); open; open = COMMENT.exec(line)) {
      if (isCode(open.index)) continue;
      shown += line.slice(from, open.index);
      const ends = COMMENT_ENDS[open.slice(1).findIndex((mark) => mark !== undefined)] as RegExp;
      ends.lastIndex = COMMENT.lastIndex;
      if (!ends.test(line)) {
        this.#skipped = { ends, line: number };
        return shown;
      }
      from = COMMENT.lastIndex = ends.lastIndex;
    }
    return shown + line.slice(from);
  }
}

/** In a comment or in code of MDX: what it ends with, and the line that it begins on. */
interface Skipped {
  readonly ends: RegExp;
  readonly line: number;
}

/** Tells of places in a line, from left to right, whether they are between two marks of code. */
function codeIn(line: string): (at: number) => boolean {
  const last = line.lastIndexOf('`');
  let marks = 0;
  let counted = 0;
  return (at) => {
    for (; counted < at; counted++) if (line[counted] === '`') marks++;
    return marks % 2 === 1 && last > at;
  };
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
