/**
 * Text that is not ours, made so that Discord shows it as it is printed. A backslash before a mark takes its
 * meaning away (Discord's Markdown, as CommonMark's backslash escapes), so unescaping gives back the source.
 */

/** A bare address, which Discord links as it stands; a backslash in it would be part of the link. */
const URL_OR_MARK =
  /(?<![\p{L}\p{N}])https?:\/\/[\w\-.~:/?#@!$&'+,;=%]*[\w\-~/#$&+=%]|[\\`*_~|<>[\]]|@(?=everyone|here)/gu;

/** What makes a heading, subtext or a list at the start of a line, after the white space that may precede it. */
const LINE_OPENER = /^([^\S\n]*)(?:([-+#])|(\d+)([.)]))/gm;

/** Escapes everything that Discord would read as Markdown, a mention, an emoji or a timestamp. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(URL_OR_MARK, (found) => (found.length > 1 ? found : `\\${found}`))
    .replace(LINE_OPENER, (_, space: string, mark = '', digits = '', dot = '') =>
      mark === '' ? `${space}${digits}\\${dot}` : `${space}\\${mark}`,
    );
