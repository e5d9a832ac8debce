/** The engine's limits, in one place. Discord's own are in `discord/limits.ts`. */

/** Longest question, in UTF-16 units. Discord's option is registered with the same limit; a longer text is not a question. */
export const MAX_QUESTION_LENGTH = 300;

/** Longest claim, in UTF-16 units: longer than a sentence that people write in a message. */
export const MAX_CLAIM_LENGTH = 1000;

/** Word pieces of a claim that the checker reads, as it was trained (train/check.py): some forty words. A longer one gets no verdict. */
export const MAX_CLAIM_PIECES = 64;

/** Largest text file, in bytes. A long novel is about 3 MB; beyond this it is no text that people read but a mistake. */
export const MAX_TEXT_BYTES = 10_000_000;

/** Largest file of another kind, such as a PDF, in bytes: most of it is pictures. */
export const MAX_DOCUMENT_BYTES = 50_000_000;

/** Tags of a web page that is read; manuals on a single page have a third, and each takes a kilobyte or two of memory. */
export const MAX_PAGE_TAGS = 500_000;

/** How deep the elements of a web page that is read stand in one another; pages need some thirty. */
export const MAX_PAGE_DEPTH = 100;

/** The text of a Word document when unpacked, in bytes: a long novel's. Reading it takes a hundred times as much memory. */
export const MAX_UNPACKED_BYTES = 10_000_000;

/** Pages of a PDF that are read; the longest manuals and collections of laws have some two thousand. */
export const MAX_PDF_PAGES = 3000;

/** Characters of a PDF that are read: twice as many as so many pages of a book have. */
export const MAX_PDF_CHARACTERS = 10_000_000;

/** Files and folders that are looked at below the corpus folder; the documentation of a large project has some thousands. */
export const MAX_FILES = 20_000;

/** Longest front matter that is read whole, in UTF-16 units. A page of a site has a few hundred, seldom thousands. */
export const MAX_FRONT_MATTER_LENGTH = 20_000;

/** Longest value of a field that is kept, in UTF-16 units; of a title, a list shows some hundred. */
export const MAX_FIELD_LENGTH = 500;

/** Longest word that is indexed, in UTF-16 units; longer runs are cut. The longest English dictionary word has 45 letters. */
export const MAX_WORD_LENGTH = 64;

/** Characters of a sentence that are read and compared: more than the 180 word pieces that the reader takes. */
export const MAX_READ_CHARACTERS = 3000;

/**
 * Longest sentence, in UTF-16 units: no more of one is read. What goes on for longer, such as a text without full stops, is
 * taken as several, so that all of it can be found and no work grows with it. The longest sentences of laws have some 3,000.
 */
export const MAX_SENTENCE_LENGTH = MAX_READ_CHARACTERS;

/** Answers listed when nobody says how many. */
export const DEFAULT_TOP = 5;

/** Most answers that can be asked for; nobody reads further. */
export const MAX_TOP = 100;

/**
 * Word pieces of a window, without title and headings, and of a sentence that are read: what the reader was trained on.
 * Twice as long takes twice the time; shorter ones lose what the sentences around say.
 */
export const MAX_WINDOW_PIECES = 180;

/** Word pieces of a title or a heading that are read with what stands below it, as the reader was trained. */
export const MAX_CONTEXT_PIECES = 24;

/** Windows that are read for a question when nobody else waits; docs/answering.md says how often the right one is among them. */
export const MAX_READ = 8;
