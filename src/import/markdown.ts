import type { Block } from '../corpus/article.js';
import type { Document } from '../corpus/formats/document.js';

/** Lists within lists are written no deeper: the reader of Markdown stops at some fifty. */
const MAX_LIST_DEPTH = 20;

/**
 * Writes a document as Markdown that reads back as the same blocks: headings, paragraphs, lists, code, and of a table each
 * row in words, in a table of one column without a name. Furniture, which Markdown has no mark for, is left out.
 */
export function markdownOf({ text, blocks }: Document): string {
  const shown = blocks.filter(({ kind }) => kind !== 'furniture');
  // Where no heading is marked, a short line right above another block would be read as one.
  const gap = shown.some(({ kind }) => kind === 'heading') ? '\n\n' : '\n\n\n';
  const lists = new OpenLists();
  let markdown = '';
  let before: Block | null = null;
  for (const block of shown) {
    const words = text.slice(block.start, block.end);
    const joined = before !== null && block.group === before.group;
    const isOpen = joined && block.kind !== 'heading' && block.kind !== 'item';
    if (block.kind !== 'item' && !isOpen) lists.close();
    const item = block.kind === 'item' ? lists.item(words, block.level, joined) : null;
    const isNextRow = joined && block.kind === 'row' && before?.kind === 'row';
    const isTight = isNextRow || (item?.goesOn && before?.kind === 'item');
    if (before) markdown += isTight ? '\n' : gap;
    markdown += item ? item.markdown : indented(written(block, words, isNextRow), lists.indent);
    before = block;
  }
  return `${markdown}\n`;
}

/** A block that is no item. */
function written({ kind, level }: Block, words: string, isNextRow: boolean): string {
  if (kind === 'heading') return `${'#'.repeat(level)} ${inOneLine(words)}`;
  if (kind === 'code') return fenced(words);
  if (kind !== 'row') return paragraph(words);
  const row = `| ${inOneLine(words).replaceAll('|', '\\|')} |`;
  return isNextRow ? row : `|  |\n| --- |\n${row}`;
}

function fenced(code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code}\n${fence}`;
}

const indented = (markdown: string, indent: string): string =>
  markdown
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');

/** Characters that mean something wherever they stand: where two make a mark, each of them. */
const SPECIAL =
  /[\\`*[{]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|(?<=~)~|=(?==)|(?<==)=|%(?=%)|(?<=[%{])%|(?<=^|\s)#/gu;

/** What opens HTML or names a character. */
const TAG = /<(?=[a-z/!?])/gi;
const ENTITY = /&(?=#?[a-z\d]{1,40};)/gi;

/** What means something at the beginning of a line only: of lists, headings, quotes, rules, admonitions and the like. */
const OPENER = /^(?:[-+>:|!?#=]|\d{1,9}(?=[.)](?:\s|$)))/;

/** What begins code in a dialect of Markdown. */
const MODULE = /^(?:im|ex)port\s/;

const escaped = (words: string): string =>
  words.replace(ENTITY, '&amp;').replace(SPECIAL, '\\$&').replace(TAG, '&lt;');

const inOneLine = (words: string): string =>
  escaped(
    words
      .split('\n')
      .map((line) => line.trim())
      .join(' '),
  );

/** Words with their line ends, which a backslash at a line's end keeps. */
const paragraph = (words: string): string =>
  words
    .split('\n')
    .map((line) => opened(escaped(line.trim())))
    .join('\\\n');

function opened(line: string): string {
  if (MODULE.test(line)) return line.replace(/^./, (letter) => `&#${letter.charCodeAt(0)};`);
  return line.replace(OPENER, (mark) => (/^\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** What stands before an item's words: a number, a bullet. */
const NUMBER = /^(\d{1,9})[.)]\s+/;
const BULLET = /^(?:[•‣▪◦●○■□·\uf0a7\uf0b7–—*-]\s*)/;

/** A list whose last item is the last so far. */
interface OpenList {
  readonly isNumbered: boolean;
  /** Of two that differ: lists of one kind that follow one another are told apart by it. */
  readonly mark: string;
  readonly number: number;
  /** How far the words of its last item are indented beyond the list. */
  readonly width: number;
}

/** The lists that a block may belong to, the outermost first. */
class OpenLists {
  #lists: OpenList[] = [];

  get indent(): string {
    return ' '.repeat(this.#lists.reduce((sum, { width }) => sum + width, 0));
  }

  close(): void {
    this.#lists = [];
  }

  /** Writes an item; `goesOn`: its list has items already. */
  item(words: string, level: number, joined: boolean): { markdown: string; goesOn: boolean } {
    const depth = Math.min(Math.max(1, level), MAX_LIST_DEPTH);
    const [head = '', digits] = NUMBER.exec(words) ?? BULLET.exec(words) ?? [];
    const last = this.#lists[depth - 1];
    this.#lists.length = Math.min(this.#lists.length, depth - 1);
    const list = listAfter(last, digits === undefined ? null : Number(digits), joined);
    const { indent } = this;
    // An item that is deeper than any above has items around it that say nothing.
    const around = depth - 1 - this.#lists.length;
    for (let i = 0; i < around; i++) this.#lists.push({ isNumbered: false, mark: '-', number: 0, width: 2 });
    this.#lists.push(list);
    const marker = `${list.isNumbered ? list.number : ''}${list.mark} `;
    const text = indented(paragraph(words.slice(head.length)), this.indent).trimStart();
    return { markdown: `${indent}${'- '.repeat(around)}${marker}${text}`, goesOn: list.mark === last?.mark };
  }
}

/** The list that an item with a number or none belongs to: the last one of its level, or one of its own. */
function listAfter(last: OpenList | undefined, number: number | null, joined: boolean): OpenList {
  const isNumbered = number !== null;
  const marks = isNumbered ? (['.', ')'] as const) : (['-', '*'] as const);
  const isSameKind = last?.isNumbered === isNumbered;
  const goesOn = isSameKind && joined && (number === null || number === last.number + 1);
  const mark = isSameKind && last.mark === marks[0] ? marks[1] : marks[0];
  const list = { isNumbered, mark: goesOn ? last.mark : mark, number: number ?? 0 };
  return { ...list, width: `${isNumbered ? number : ''}${list.mark} `.length };
}
