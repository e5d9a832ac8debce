/** Reading a reply of Verbatim's the way Discord shows it: its Markdown undone, its quotations apart. */

import type { Reply } from '../../tools/discord-standin/src/index.js';
import { liveTokens, unescaped } from '../support/discord.js';

/** A block quote with the citation under it. */
export interface ShownQuotation {
  /** As a reader sees it: without escapes and bold marks. */
  text: string;
  /** The runs in bold, as a reader sees them. */
  bold: string[];
  /** What in it Discord would not show as it stands. */
  live: string[];
  /** The line under it, without its number; undefined when there is none. */
  citation: string | undefined;
  /** An ellipsis stands before or after it. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/** The quotations of a reply in reading order. */
export function quotationsOf({ text }: Pick<Reply, 'text'>): ShownQuotation[] {
  const lines = text.split('\n');
  const isQuoted = (line: string | undefined) => line?.startsWith('> ') ?? false;
  const quotations: ShownQuotation[] = [];
  for (let start = 0; start < lines.length; start++) {
    if (!isQuoted(lines[start])) continue;
    let end = start;
    while (isQuoted(lines[end])) end++;
    const markup = lines
      .slice(start, end)
      .map((line) => line.slice(2))
      .join('\n');
    const cutAfter = lines[end] === '…';
    const citation = /^-# \[\d+\] (.*)$/.exec(lines[cutAfter ? end + 1 : end] ?? '')?.[1];
    quotations.push({
      ...shown(markup),
      citation: citation === undefined ? undefined : shown(citation).text,
      cutBefore: lines[start - 1] === '…',
      cutAfter,
    });
    start = end;
  }
  return quotations;
}

/** An escape, a run in bold as Discord's clients find it, or anything else. */
const TOKEN = /\\[\s\S]|\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)|[\s\S]/g;

/** What a reader sees of a text of ours, which has no Markdown but bold, and what in it is live that should not be. */
export function shown(markup: string): { text: string; bold: string[]; live: string[] } {
  const bold: string[] = [];
  const withoutBold = markup.replace(TOKEN, (token, inside?: string) => {
    if (inside !== undefined) bold.push(unescaped(inside));
    return inside ?? token;
  });
  return { text: unescaped(withoutBold), bold, live: liveTokens(withoutBold) };
}
