/** The engine's limits, in one place. Discord's own are in `discord/limits.ts`. */

/** Longest question, in UTF-16 units. Discord's option is registered with the same limit; a longer text is not a question. */
export const MAX_QUESTION_LENGTH = 300;

/** Largest article file, in bytes. A long novel is about 3 MB; beyond this it is not an article but a mistake. */
export const MAX_ARTICLE_BYTES = 10_000_000;

/**
 * Longest front matter, in UTF-16 units. Its seven fields need a few hundred; the time to check that no field is given
 * twice grows with the square of their number.
 */
export const MAX_FRONT_MATTER_LENGTH = 10_000;

/** Longest word that is indexed, in UTF-16 units; longer runs are cut. The longest English dictionary word has 45 letters. */
export const MAX_WORD_LENGTH = 64;

/** Characters of a sentence that are read and compared: more than the 180 word pieces that the reader takes. */
export const MAX_READ_CHARACTERS = 3000;

/** Answers listed when nobody says how many. */
export const DEFAULT_TOP = 5;

/** Most answers that can be asked for; nobody reads further. */
export const MAX_TOP = 100;

/**
 * Word pieces of a window, without title and headings, and of a sentence that are read: what the reader was trained on. Twice as long takes twice the time;
 * shorter ones lose what the sentences around say.
 */
export const MAX_WINDOW_PIECES = 180;

/** Word pieces of a title or a heading that are read with what stands below it, as the reader was trained. */
export const MAX_CONTEXT_PIECES = 24;

/** Windows that are read for a question when nobody else waits; docs/answering.md says how often the right one is among them. */
export const MAX_READ = 8;
