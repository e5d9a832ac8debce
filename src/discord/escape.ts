/**
 * Text that is not ours, made so that Discord shows it as it is printed. A backslash before a mark takes its
 * meaning away (Discord's Markdown, as CommonMark's backslash escapes), so unescaping gives back the source.
 */

const MARK = /[\\`*_~|<>[\]]|@(?=everyone|here)|:(?=[\w+-]+:)/g;

/** An address as far as Discord's clients read it, to white space or `<`, and that `<`; else one mark. */
const ADDRESS_OR_MARK = new RegExp(String.raw`(?:https?|steam)://[^\s<]*<?|${MARK.source}`, 'g');

/**
 * What they link as it stands, with the punctuation after it; a backslash in it would be shown, and part of the link. So
 * would be a `>` after it, which no address has.
 */
const LINKED = /^\w+:\/\/[^\s<>]+[^\s<>.,:;"'\]][.,:;"'\]]*$/;

/** What makes a heading, subtext or a list at the start of a line, after the white space that may precede it; for the pattern, all of those four end a line. */
const LINE_OPENER =
  /^([^\S\n\r\u2028\u2029]*)(?:([-+](?=\s|$)|-(?=#)|#(?=#{0,5}(?:\s|$)))|(\d+)([.)])(?=\s|$))/gm;

/**
 * Escapes everything that Discord would read as Markdown, a mention, an emoji (`:tada:` too) or a timestamp. A bare address stays as
 * it stands, unless `links` is false: where other markup follows without a space, the link would swallow it.
 */
export const escapeMarkdown = (text: string, links = true): string =>
  text
    .replace(ADDRESS_OR_MARK, (found) => (links && isLinkedWhole(found) ? found : escapeMarks(found)))
    .replace(LINE_OPENER, (_, space: string, mark = '', digits = '', dot = '') =>
      mark === '' ? `${space}${digits}\\${dot}` : `${space}\\${mark}`,
    );

/** Two asterisks in an address could close the bold around it, a backslash at its end keep it open. */
const isLinkedWhole = (found: string): boolean => LINKED.test(found) && !/\*\*|\\/.test(found);

/** An address that cannot stay as it is loses its link, so that the escapes in it are read as such. */
const escapeMarks = (found: string): string =>
  found.length === 1
    ? `\\${found}`
    : found.replace(MARK, '\\$&').replace(/(?<=https?|steam):(?=\/\/)/g, '\\:');
