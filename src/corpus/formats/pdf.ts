import { UserError } from '../../errors.js';
import { MAX_FIELD_LENGTH, MAX_PDF_CHARACTERS, MAX_PDF_PAGES } from '../../limits.js';
import type { Document, Fields, Note } from './document.js';
import { layOut } from './pdf-layout.js';
import type { Page, Piece } from './pdf-lines.js';

const BROKEN = 'this is no PDF, or it is damaged; open it in a PDF reader and save or print it anew as PDF';
const PROTECTED = 'this is protected by a password; save a copy without one and put that here';
const SCANNED =
  'its pages are pictures without text (a scan); let a program for text recognition (OCR) read it, and put here what that gives';

/** What is used here of the library, whose own types lead nowhere. */
interface Pdf {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getMetadata(): Promise<{ info: Readonly<Record<string, unknown>> }>;
  destroy(): Promise<void>;
}

interface PdfPage {
  getViewport(options: { scale: number }): { transform: readonly number[]; height: number };
  streamTextContent(): ReadableStream<{ items: readonly Item[]; styles: Readonly<Record<string, Font>> }>;
  cleanup(): void;
}

interface Font {
  readonly fontFamily: string;
}

/** Some words. */
interface Item {
  readonly str: string;
  /** The matrix from the words to the page: scale and slant, then the place. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

/** Pages without text that a note names. */
const NAMED_PAGES = 5;

/** Letters without which a file holds no text, such as a stamp on a scan. */
const MIN_LETTERS = 10;

/** Characters of a text in which its year is mostly written. */
const OPENING = 3000;

/** Titles that a program gave: the name of a file, or none. */
const NO_TITLE =
  /^(?:microsoft |untitled|unbenannt|document\d*$|slide \d|title$)|\.(?:docx?|pdf|tex|dvi|ps|indd|qxd|odt|rtf|pptx?|odp|xlsx?|html?|txt|md|fm|pub)$|^https?:/i;

/**
 * Reads the text of a PDF in paragraphs, by where its lines stand; each knows its page. It has no lines of its own, so that
 * all its blocks are on the first.
 *
 * @throws UserError when it is damaged, protected by a password, or holds no text.
 */
export async function readPdf(content: Buffer): Promise<Document> {
  const pdf = await open(content);
  try {
    const pages = await pagesOf(pdf);
    const letters = pages.map(lettersOf);
    if (letters.every((count) => count < MIN_LETTERS)) throw new UserError(SCANNED);
    const document = layOut(pages);
    return { ...document, fields: await fieldsOf(pdf, document.text), notes: notesOf(pdf.numPages, letters) };
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(BROKEN);
  } finally {
    await pdf.destroy();
  }
}

async function open(content: Buffer): Promise<Pdf> {
  const { getDocumentProxy } = await import('unpdf');
  if (!('try' in Promise)) Object.defineProperty(Promise, 'try', { value: promiseTry });
  try {
    // The library takes what it is given for its own, and prints what it finds faulty unless told not to.
    return (await getDocumentProxy(new Uint8Array(content), { verbosity: 0 })) as Pdf;
  } catch (error) {
    const isProtected = error instanceof Error && error.name === 'PasswordException';
    throw new UserError(isProtected ? PROTECTED : BROKEN);
  }
}

/** `Promise.try` of ES2025, which the library calls and Node.js has only from version 23 on. */
function promiseTry<A extends unknown[], T>(call: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
  return new Promise((resolve) => resolve(call(...args) as Awaited<T>));
}

async function pagesOf(pdf: Pdf): Promise<Page[]> {
  const pages: Page[] = [];
  let left = MAX_PDF_CHARACTERS;
  for (let number = 1; number <= Math.min(pdf.numPages, MAX_PDF_PAGES) && left > 0; number++) {
    const page = await pdf.getPage(number).catch(() => null);
    const read = page && (await piecesOf(page, left));
    pages.push(read ?? { pieces: [], height: 0 });
    left -= read?.pieces.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
    page?.cleanup();
  }
  return pages;
}

/** The words of a page with where they stand; reading stops after so many characters. A faulty page gives what it can. */
async function piecesOf(page: PdfPage, characters: number): Promise<Page> {
  const { transform, height } = page.getViewport({ scale: 1 });
  const reader = page.streamTextContent().getReader();
  const pieces: Piece[] = [];
  // Each font is told of once, with the words that it comes with first.
  const fonts: Record<string, Font> = {};
  let left = characters;
  try {
    for (
      let { value } = await reader.read();
      value !== undefined && left > 0;
      { value } = await reader.read()
    ) {
      Object.assign(fonts, value.styles);
      for (const item of value.items) {
        const piece = pieceOf(item, transform, fonts[item.fontName]?.fontFamily);
        if (piece) pieces.push(piece);
        left -= item.str.length;
      }
    }
    await reader.cancel(new Error('enough'));
  } catch {
    // What follows on this page is damaged.
  }
  return { pieces, height };
}

/** Some words in a page's own measure, from its upper left corner; `null` for what stands upright or upside down. */
function pieceOf({ str, transform, width }: Item, view: readonly number[], family?: string): Piece | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const along = [va * a + vc * b, vb * a + vd * b] as const;
  const size = Math.hypot(va * c + vc * d, vb * c + vd * d);
  if (str === '' || !(size > 0) || along[0] <= 0 || Math.abs(along[1]) > along[0] / 10) return null;
  return {
    text: str.replace(CONTROLS, ''),
    x: va * e + vc * f + ve,
    y: vb * e + vd * f + vf,
    width,
    size,
    isCode: family === 'monospace',
  };
}

/** What no reader sees, and what fonts without a table of their characters make of them. */
const CONTROLS = /[\p{Cc}\p{Noncharacter_Code_Point}\u200b\ufeff\ufffd]/gu;

const lettersOf = ({ pieces }: Page): number =>
  pieces.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);

function notesOf(pageCount: number, letters: readonly number[]): Note[] {
  const notes: Note[] = [];
  if (letters.length < pageCount) {
    const message = `only the first ${letters.length} of ${pageCount} pages are read; split the file`;
    notes.push({ line: null, message });
  }
  const empty = letters.flatMap((count, i) => (count === 0 ? [i + 1] : []));
  if (empty.length > 0) {
    const named = empty.slice(0, NAMED_PAGES).join(', ') + (empty.length > NAMED_PAGES ? ', …' : '');
    const which = empty.length === 1 ? `page ${named} holds` : `${empty.length} pages (${named}) hold`;
    notes.push({
      line: null,
      message: `${which} no text; if it is a scan, let a program for text recognition (OCR) read it`,
    });
  }
  return notes;
}

/** What the file says of its text, where a person said it. Its date is when it was made, which its text has to bear out. */
async function fieldsOf(pdf: Pdf, text: string): Promise<Fields> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} as Readonly<Record<string, unknown>> }));
  const title = words(info.Title);
  const author = words(info.Author);
  const date = dayOf(info.CreationDate);
  return {
    ...(title && /\p{L}{2}/u.test(title) && !NO_TITLE.test(title) ? { title } : {}),
    // One word is mostly the name of an account.
    ...(author && /\p{L} +\p{L}/u.test(author) && !/\buser\b/i.test(author) ? { author } : {}),
    ...(date && text.slice(0, OPENING).includes(date.slice(0, 4)) ? { date } : {}),
  };
}

function words(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > MAX_FIELD_LENGTH) return null;
  return value.replace(/\s+/g, ' ').trim() || null;
}

/** `2024-03-01` of `D:20240301093000+01'00'`. */
function dayOf(value: unknown): string | null {
  const [, year, month, day] =
    /^(?:D:)?(\d{4})(\d\d)(\d\d)/.exec(typeof value === 'string' ? value : '') ?? [];
  const date = `${year}-${month}-${day}`;
  const read = new Date(`${date}T00:00:00Z`);
  return year && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : null;
}
