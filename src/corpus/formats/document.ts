import type { Span } from '../../text/span.js';
import type { Block, BlockKind } from '../article.js';

/** What a format makes of a file: the words as a page of it shows them, in blocks. */
export interface Document {
  readonly text: string;
  /** In order; outside of them there is only white space. */
  readonly blocks: readonly Block[];
  /** What the page itself says it is, such as the title of a web page; the front matter goes before it. */
  readonly fields?: Fields;
  /** What could not be read as it was meant, in words for its owner. */
  readonly notes?: readonly Note[];
}

/** What a text may say about itself; see `Provenance`. */
export interface Fields {
  readonly title?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly url?: string;
  readonly language?: string;
}

/** Something about a file that its owner should know; the text loads all the same. */
export interface Note {
  /** 1-based line of the file, `null` when it is the whole file. */
  readonly line: number | null;
  readonly message: string;
}

/** A block to be written; what is not given is that of a paragraph of its own. */
export interface NewBlock {
  readonly text: string;
  readonly line: number;
  readonly kind?: BlockKind;
  readonly level?: number;
  readonly place?: string | null;
  /** Within `text`. */
  readonly speaker?: Span | null;
  /** Whether it is only understood together with the block before, where that is no heading. */
  readonly joined?: boolean;
}

/** Blocks that stand line under line, without a blank line between them. */
const TIGHT: ReadonlySet<BlockKind> = new Set(['item', 'row']);

/** Writes the text of a document block by block. */
export class DocumentWriter {
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  #length = 0;

  /** Adds a block; one without words is left out. */
  add({
    text: raw,
    line,
    kind = 'body',
    level = 0,
    place = null,
    speaker = null,
    joined = false,
  }: NewBlock): void {
    const text = raw.trim();
    if (text === '') return;
    const before = this.#blocks.at(-1);
    const tight = before?.kind === kind && TIGHT.has(kind) && joined;
    const indent = kind === 'item' ? '  '.repeat(Math.max(0, level - 1)) : '';
    this.#push(`${before === undefined ? '' : tight ? '\n' : '\n\n'}${indent}`);
    const start = this.#length;
    this.#push(text);
    this.#blocks.push({
      start,
      end: this.#length,
      kind,
      level,
      group: joined && before && before.kind !== 'heading' ? before.group : this.#blocks.length,
      line,
      wrapped: false,
      place,
      speaker: speaker && { start: start + speaker.start, end: start + speaker.end },
    });
  }

  /** The document of the blocks so far. */
  document(more: Pick<Document, 'fields' | 'notes'> = {}): Document {
    return { text: this.#parts.join(''), blocks: this.#blocks, ...more };
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}
