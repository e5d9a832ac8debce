/**
 * What of a message is words. Discord's marks, ids and addresses stand in a message as characters, and nobody who looks at it
 * sees them as such (docs, Reference, Message Formatting).
 */

/** An emoji, a mention of somebody, a role, a channel, a command or a page of the server, a time. */
const TOKEN =
  /<(?:a?:\w{1,32}:\d{1,20}|@[!&]?\d{1,20}|#\d{1,20}|t:-?\d{1,17}(?::[a-zA-Z])?|\/[^<>:\n]{1,100}:\d{1,20}|id:\w{1,20})>/g;

/** `[label](https://…)` */
const LINK = /\[([^[\]\n]+)\]\(<?https?:\/\/[^\s[\]<>]*>?\)/gi;

/** A bare address, or one in the angle brackets that keep Discord from showing a preview. */
const ADDRESS = /<?(?<![\p{L}\p{N}*_~|`])(?:https?:\/\/|www\.)[^\s<>]*>?/giu;

/** What ends the sentence that has an address, rather than the address. */
const AFTER_ADDRESS = /(?<![.,;:!?)\]"'”’])[.,;:!?)\]"'”’]+(?=>?$)/;

/** A run of marks of bold, italic, strike, spoiler and code. */
const MARKS = /(?<![*_~|`])(?:[*_`]|~~|\|\|)[*_~|`]*/g;

/** What makes a line a quotation, a heading, small print or an item of a list. */
const LINE_OPENER = /^[^\S\n]*(?:(?:>{1,3}|#{1,3}|-#|[-*+])[^\S\n]+)+/gm;

/** The words of a message without Discord's markup, line by line. What is none stays: `<details>`, `std::map`, `snake_case`. */
export const withoutMarkup = (content: string): string =>
  withoutTokens(
    content.replace(MARKS, (run, at: number) => (isMarkAround(content, at, at + run.length) ? '' : run)),
  )
    .replace(LINE_OPENER, '')
    .trim();

/** A text without emoji, mentions, times, commands and addresses, where other marks are characters like any. */
export const withoutTokens = (content: string): string =>
  content
    .replace(TOKEN, ' ')
    .replace(LINK, '$1')
    .replace(ADDRESS, (address) => ` ${AFTER_ADDRESS.exec(address)?.[0] ?? ''}`)
    .replace(/[^\S\n]+/g, ' ')
    .trim();

/** Whether a run of marks stands where a word begins or ends, not within one (`snake_case`) nor by itself (`a || b`). */
function isMarkAround(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const isWithin = IN_WORD.test(before) && IN_WORD.test(after);
  return !isWithin && (/\S/.test(before) || /\S/.test(after));
}

const IN_WORD = /[\p{L}\p{N}]/u;
