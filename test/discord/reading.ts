/** Reading a reply of Verbatim's the way Discord shows it: its Markdown undone, its quotations apart. */

import type { Reply } from './reply.js';

/** A block quote with the citation under it. */
export interface ShownQuotation {
  /** As a reader sees it: without escapes and bold marks. */
  text: string;
  /** The runs in bold, as a reader sees them. */
  bold: string[];
  /** As Discord gets it. */
  markup: string;
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
      markup,
      citation: citation === undefined ? undefined : shown(citation).text,
      cutBefore: lines[start - 1] === '…',
      cutAfter,
    });
    start = end;
  }
  return quotations;
}

/** What a reader sees of markup that has no mark but bold: a backslash shows the punctuation after it. */
export function shown(markup: string): { text: string; bold: string[] } {
  let text = '';
  const bold: string[] = [];
  let boldFrom: number | null = null;
  for (const [, escaped, mark, plain] of markup.matchAll(/\\([!-/:-@[-`{-~])|(\*\*)|([\s\S])/g)) {
    if (mark === undefined) {
      text += escaped ?? plain;
    } else if (boldFrom === null) {
      boldFrom = text.length;
    } else {
      bold.push(text.slice(boldFrom));
      boldFrom = null;
    }
  }
  return { text, bold };
}

/** What in a markup Discord would still take for Markdown, a mention, an emoji or a timestamp; `''` if nothing. */
export function liveMarksIn(markup: string): string {
  const bare = markup
    .replace(/\\[!-/:-@[-`{-~]/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\*\*/g, '');
  return (bare.match(/[`*_~|<>[\]]|@(?:everyone|here)|^[^\S\n]*(?:[-+#]|\d+[.)])/gm) ?? []).join(' ');
}
