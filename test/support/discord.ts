/*
 * Discord's Markdown as its clients read it, as far as the tests need it: what a reader sees of escaped text, and
 * which tokens in it are live.
 */

/** An escape, or a bare address (at least two characters, no punctuation at its end), which is shown as it stands. */
const ESCAPE_OR_URL = /\\([^0-9A-Za-z\s])|https?:\/\/[^\s<]+[^\s<.,:;"'\]]/gu;

/** What a reader sees: a backslash before a mark is gone, a bare address is left alone. */
export const unescaped = (markup: string): string =>
  markup.replace(ESCAPE_OR_URL, (found, mark: string | undefined) => mark ?? found);

/** What Discord would not show as it stands: emphasis, code, spoilers, links, mentions, emoji (`:tada:` too), headings, lists. */
const LIVE = [
  /[*_`~|]/,
  /\[[^\]]*\]\(/,
  /<(?:@[!&]?|#|id:|a?:\w+:|\/[^:>]+:)\w+>/,
  /<t:-?\d+(?::\w)?>/,
  /<https?:/,
  /:[\w+-]+:/,
  /@everyone|@here/,
  /^\s*(?:#{1,3}|-#|>>>|>|[-+*]|\d+[.)])(?:\s|$)/m,
];

/** The live tokens in some markup: escapes and bare addresses are taken out first, unless one takes a `>` along. */
export function liveTokens(markup: string): string[] {
  const linked: string[] = [];
  const plain = markup.replace(ESCAPE_OR_URL, (found, mark) => {
    if (mark === undefined) linked.push(found);
    return mark === undefined ? 'https' : '·';
  });
  return [
    ...linked.filter((address) => address.includes('>')),
    ...LIVE.flatMap((token) => token.exec(plain)?.[0] ?? []),
  ];
}
