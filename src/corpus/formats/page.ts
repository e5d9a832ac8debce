import type { Element, ElementContent, Nodes, Root } from 'hast';
import type { BlockKind } from '../article.js';
import { type Document, DocumentWriter } from './document.js';
import { kindOfLine } from './labels.js';
import { rowText } from './row.js';

/** Elements of which a page shows nothing, or nothing that its author says. */
const HIDDEN = new Set([
  ...[
    'script',
    'style',
    'template',
    'noscript',
    'head',
    'title',
    'meta',
    'link',
    'iframe',
    'object',
    'svg',
    'math',
  ],
  ...['canvas', 'audio', 'video', 'source', 'track', 'map', 'area', 'input', 'select', 'textarea', 'button'],
  // What is struck out is no longer said; the reading of a ruby character would double it.
  ...['del', 's', 'strike', 'rt', 'rp'],
]);

/** Elements that stand in a line of text. All others end it. */
const INLINE = new Set([
  ...[
    'a',
    'abbr',
    'acronym',
    'b',
    'bdi',
    'bdo',
    'big',
    'br',
    'cite',
    'code',
    'data',
    'dfn',
    'em',
    'font',
    'i',
    'img',
  ],
  ...[
    'ins',
    'kbd',
    'label',
    'mark',
    'q',
    'ruby',
    'samp',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'time',
    'tt',
    'u',
  ],
  ...['var', 'wbr', 'nobr', 'picture', 'meter', 'output', 'progress'],
]);

const HEADING = /^h([1-6])$/;

/** A bold line that stands alone is a heading below all others. */
const BOLD_HEADING_LEVEL = 6;
const MAX_BOLD_HEADING = 110;

/** How deep elements may stand in one another before their words are taken as they come; pages need some thirty. */
const MAX_DEPTH = 200;

/** The line of its file that an element begins on, 1-based; `undefined` where it is not known. */
export type LineOf = (element: Element) => number | undefined;

/**
 * Takes the words of a page, block by block: what a browser shows of it, without the looks. A table's row is written out
 * with the names of its columns, as a screen reader reads it.
 */
export function readPage(tree: Root, lineOf: LineOf = ({ position }) => position?.start.line): Document {
  const page = new PageReader(lineOf);
  page.read(tree);
  return page.document();
}

/** Where the reader stands: in which list, how deep. */
interface Place {
  readonly depth: number;
  /** How deep lists are nested here. */
  readonly list: number;
  /** Written before the next words of an item. */
  readonly marker: { text: string } | null;
}

class PageReader {
  readonly #writer = new DocumentWriter();
  readonly #lineOf: LineOf;
  #line = 1;
  /** Whether the block before ends in a colon or is part of a list: what follows may belong to it. */
  #leadsIn = false;

  constructor(lineOf: LineOf) {
    this.#lineOf = lineOf;
  }

  read(tree: Root): void {
    this.#read(tree.children as ElementContent[], { depth: 0, list: 0, marker: null });
  }

  document(): Document {
    return this.#writer.document();
  }

  #read(nodes: readonly ElementContent[], place: Place): void {
    let run: ElementContent[] = [];
    const flush = () => {
      this.#paragraph(run, place);
      run = [];
    };
    for (const node of nodes) {
      if (isInline(node)) run.push(node);
      else {
        flush();
        if (node.type === 'element') this.#element(node, { ...place, depth: place.depth + 1 });
      }
    }
    flush();
  }

  #element(element: Element, place: Place): void {
    this.#at(element);
    const { tagName, children } = element;
    const level = HEADING.exec(tagName)?.[1];
    if (HIDDEN.has(tagName) || isHiddenByAttribute(element)) return;
    if (place.depth > MAX_DEPTH) this.#paragraph(children, place);
    else if (level) this.#heading(wordsOf(children), Number(level));
    else if (tagName === 'summary' || tagName === 'dt') this.#heading(wordsOf(children), BOLD_HEADING_LEVEL);
    else if (tagName === 'p') this.#paragraph(children, place);
    else if (tagName === 'pre') this.#code(element);
    else if (tagName === 'ul' || tagName === 'ol') this.#list(element, place);
    else if (tagName === 'table') this.#table(element);
    else this.#read(children, place);
  }

  #heading(words: string, level: number): void {
    this.#writer.add({ text: inOneLine(words), line: this.#line, kind: 'heading', level });
    this.#leadsIn = false;
  }

  #paragraph(nodes: readonly ElementContent[], { list, marker }: Place): void {
    const words = wordsOf(nodes);
    const [first] = nodes;
    if (first?.type === 'element') this.#at(first);
    if (words === '') return;
    if (marker === null && list === 0 && isBoldLine(nodes, words)) {
      this.#heading(words.replace(/:$/, ''), BOLD_HEADING_LEVEL);
      return;
    }
    const text = (marker?.text ?? '') + words;
    const isItem = marker !== null && marker.text !== '';
    if (marker) marker.text = '';
    this.#writer.add({
      text,
      line: this.#line,
      kind: isItem ? 'item' : labelOf(words),
      level: isItem ? list : 0,
      joined: list > 0 && this.#leadsIn,
    });
    this.#leadsIn = list > 0 || /[:：]$/.test(words);
  }

  #code(element: Element): void {
    // Trailing line ends are no part of what is shown.
    const text = textOf(element).replace(/(?<!\n)\n+$/, '');
    this.#writer.add({ text, line: this.#line, kind: 'code', joined: true });
  }

  #list(element: Element, { depth, list }: Place): void {
    let number = Number(element.properties.start ?? 1);
    for (const item of element.children) {
      if (item.type !== 'element') continue;
      const text = element.tagName === 'ol' ? `${number++}. ` : '• ';
      this.#at(item);
      this.#read(item.tagName === 'li' ? item.children : [item], { depth, list: list + 1, marker: { text } });
      this.#leadsIn = true;
    }
    this.#leadsIn = list > 0;
  }

  /** Each row with the names of its columns; a row with words in its first cell only is a label for those below. */
  #table(table: Element): void {
    const rows = rowsOf(table);
    const [first] = rows;
    if (!first) return;
    const named = rows.length > 1 && cellsOf(first).every(({ tagName }) => tagName === 'th');
    const names = named ? cellsOf(first).map(cellWords) : [];
    let joined = this.#leadsIn;
    for (const row of named ? rows.slice(1) : rows) {
      this.#at(row);
      const cells = cellsOf(row).map(cellWords);
      // A cell over several columns or rows moves those after it: then it is not known whose each is.
      const own = cells.length === names.length ? names : [];
      this.#writer.add({ text: rowText(cells, own), line: this.#line, kind: 'row', joined });
      joined = true;
    }
    this.#leadsIn = false;
  }

  #at(element: Element): void {
    this.#line = this.#lineOf(element) ?? this.#line;
  }
}

const isInline = (node: ElementContent): boolean =>
  node.type === 'text' || (node.type === 'element' && INLINE.has(node.tagName) && !holdsBlocks(node));

/** A link or a `span` around whole blocks. */
const holdsBlocks = ({ children }: Element): boolean =>
  children.some(
    (child) => child.type === 'element' && !INLINE.has(child.tagName) && !HIDDEN.has(child.tagName),
  );

const isHiddenByAttribute = ({ properties }: Element): boolean =>
  properties.hidden !== undefined && properties.hidden !== null && properties.hidden !== false;

/** A byline, dateline or caption; headings are told by their element. */
const labelOf = (words: string): BlockKind => (words.includes('\n') ? 'body' : kindOfLine(words, true));

/** A short line, all of it bold, that is no sentence. */
function isBoldLine(nodes: readonly ElementContent[], words: string): boolean {
  const shown = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const bold = shown.every(
    (node) => node.type === 'element' && (node.tagName === 'strong' || node.tagName === 'b'),
  );
  return shown.length > 0 && bold && words.length <= MAX_BOLD_HEADING && !/[.!…;,]$|\n/.test(words);
}

function rowsOf(element: Element): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

const cellsOf = (row: Element): Element[] =>
  row.children.filter((child): child is Element => child.type === 'element' && /^t[dh]$/.test(child.tagName));

const cellWords = (cell: Element): string => inOneLine(wordsOf(cell.children));

const inOneLine = (words: string): string =>
  words.replace(/\s+/g, (space) => (space.includes('\n') ? ' ' : space));

/** The words of some nodes in a line; white space as HTML has it, a line end where the page ends one. */
export const wordsOf = (nodes: readonly ElementContent[]): string =>
  inlineText(nodes, 0)
    .replace(/[ \t\r\f]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

function inlineText(nodes: readonly ElementContent[], depth: number): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value.replace(/\n/g, ' ');
      if (node.type !== 'element' || HIDDEN.has(node.tagName) || isHiddenByAttribute(node)) return '';
      if (node.tagName === 'br') return '\n';
      if (node.tagName === 'img') return altOf(node);
      if (isNoteMark(node) || depth > MAX_DEPTH) return '';
      const inner = inlineText(node.children, depth + 1);
      return INLINE.has(node.tagName) ? inner : ` ${inner} `;
    })
    .join('');
}

const altOf = ({ properties }: Element): string => (typeof properties.alt === 'string' ? properties.alt : '');

/** The raised number of a footnote, and the arrow that leads back from it. */
const isNoteMark = ({ tagName, properties, children }: Element): boolean =>
  properties.dataFootnoteRef !== undefined ||
  properties.dataFootnoteBackref !== undefined ||
  (tagName === 'sup' && children.some((child) => child.type === 'element' && isNoteMark(child)));

/** All characters of an element, as they stand. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
