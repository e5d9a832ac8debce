import type { Span } from '../text/span.js';

/**
 * What a block of text is. Prose (`body`), items of lists and rows of tables may answer a question; the quotations and
 * figures of headings, bylines, datelines and captions still count. Code is shown, and is neither speech nor a source
 * of figures; furniture (a contents list, the head and foot of a page, a licence) is only ever shown in the full text.
 */
export type BlockKind =
  | 'body'
  | 'item'
  | 'row'
  | 'heading'
  | 'byline'
  | 'dateline'
  | 'caption'
  | 'code'
  | 'furniture';

/** A block of a text as its format gives it, without white space at its ends. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Of a heading 1 (outermost) to 6, of a list's item how deep it is nested, from 1; else 0. */
  readonly level: number;
  /**
   * Index of the first block of those that are only understood together: a list and what leads in to it, the rows of a
   * table, code and the words above it. A block that stands alone has its own.
   */
  readonly group: number;
  /** 1-based line of the file that it begins on. */
  readonly line: number;
  /** Whether its line ends are only where the file's lines were full; shown, they are spaces. */
  readonly wrapped: boolean;
  /** Where it stands in the file, where that is not told by counting paragraphs: `page 3`, `0:01:20`. */
  readonly place: string | null;
  /** The name before the colon where the block is somebody's turn in a conversation: `Matteo` of `Matteo: adding …`. */
  readonly speaker: Span | null;
}

/** The unit that answers: no white space at its ends, never across a paragraph's end. */
export interface Sentence extends Span {
  /** Index into `Article.paragraphs`. */
  readonly paragraph: number;
  /** As its paragraph's, but for a dateline that opens a body paragraph. */
  readonly kind: BlockKind;
}

/** A block with its place among the others and its sentences. */
export interface Paragraph extends Block {
  /** 1-based position among all blocks of the article, as a reader would count them. */
  readonly number: number;
  /** Indices into `Article.sentences`: the first, and the one after the last. */
  readonly firstSentence: number;
  readonly endSentence: number;
}

/** Where a text comes from. What the file does not give is `null`. */
export interface Provenance {
  readonly source: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

/** One text with its provenance. Everything the bot shows as a quotation is `text.slice(start, end)`. */
export interface Article extends Provenance {
  /** Path below the corpus folder, `/` between folders, without the extension. */
  readonly id: string;
  /** The title that the file gives, else its first heading, else the file's name made readable. */
  readonly title: string;
  /** False: the title is the file's name, or, where that says nothing, the opening words in quotation marks. */
  readonly titleGiven: boolean;
  /** What tells it apart from other texts of its title, such as its folder; `null` where there is no other. */
  readonly distinction: string | null;
  /** Whether the address of its page, where there is one, is likely to have an anchor for each heading. */
  readonly isMarkdown: boolean;
  /**
   * What a reader of the text reads. Of plain text the body as it stands, line ends `\n`; of Markdown, web pages and
   * documents the words as the page shows them, blocks parted by line ends, no markup.
   */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  /** Number of words in `text`. */
  readonly words: number;
}

/** Where a sentence stands. */
export interface SentencePlace {
  readonly article: Article;
  /** Index into `article.sentences`. */
  readonly sentence: number;
}
