/** UTF-16 offsets into an article's text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What a block of text is. Only a `body` sentence may answer a question; the quotations and figures of the
 * others still count.
 */
export type BlockKind = 'body' | 'heading' | 'byline' | 'dateline' | 'caption';

/** The unit that answers: no white space at its ends, never across a paragraph's end. */
export interface Sentence extends Span {
  /** Index into `Article.paragraphs`. */
  readonly paragraph: number;
  /** As its paragraph's, but for a dateline that opens a body paragraph. */
  readonly kind: BlockKind;
}

/** A block between blank lines (in Markdown, a `#` heading is a block of its own). */
export interface Paragraph extends Span {
  /** 1-based position among all blocks of the article, as a reader would count them. */
  readonly number: number;
  readonly kind: BlockKind;
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
  /** The file's title, or its opening words when it gives none. */
  readonly title: string;
  readonly titleGiven: boolean;
  /** The body as published: line ends are `\n`, nothing else is touched. */
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
