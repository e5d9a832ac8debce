import type { Head } from '../front-matter.js';
import type { Document } from './document.js';
import { readDocx } from './docx.js';
import { readHtml } from './html.js';
import { readMarkdown } from './markdown.js';
import { readPdf } from './pdf.js';
import { readPlain } from './plain.js';
import { readTable } from './table.js';

interface Files {
  /** Lower case, with the dot; `''` for files without one. */
  readonly extensions: readonly string[];
}

/** How text is read, which may begin with front matter. */
export interface TextFormat extends Files {
  readonly isText: true;
  /**
   * @param content the characters after the front matter, line ends `\n`.
   * @param firstLine the line of the file that it begins on.
   */
  read(content: string, file: string, firstLine: number): Document;
}

/** How a file that is no text, such as a PDF, is read; its library is loaded when there is one. */
export interface BinaryFormat extends Files {
  readonly isText: false;
  /**
   * Gives the front matter too, where the file may have one.
   *
   * @throws UserError in words for the owner of the file when nothing can be read.
   */
  read(content: Buffer, file: string): Promise<Document & { readonly head?: Head }>;
}

export const MARKDOWN: readonly string[] = ['.md', '.markdown', '.mdown', '.mkd', '.mdx'];

export const FORMATS: readonly (TextFormat | BinaryFormat)[] = [
  { extensions: MARKDOWN, isText: true, read: readMarkdown },
  {
    // Subtitles are told by their times, whatever their file is called.
    extensions: ['.txt', '.text', '.log', '.rst', '.adoc', '.asciidoc', '.org', '.srt', '.vtt', ''],
    isText: true,
    read: readPlain,
  },
  { extensions: ['.csv', '.tsv'], isText: true, read: readTable },
  // Pages name their encoding themselves, so that they are read from their bytes.
  { extensions: ['.html', '.htm', '.xhtml'], isText: false, read: readHtml },
  { extensions: ['.pdf'], isText: false, read: readPdf },
  { extensions: ['.docx'], isText: false, read: readDocx },
];
