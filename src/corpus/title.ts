import { asName } from '../text/visible.js';
import { openingWordsOf } from './citation.js';
import type { Document } from './formats/document.js';

/** Blocks at the top of a text among which its heading is: before it stand badges, a logo, a line of links. */
const TOP_BLOCKS = 8;

/** Characters of prose after which a heading is one of a section. */
const MAX_PROSE_ABOVE = 160;

/** Longest heading that is a title, longest opening that stands in for one. */
const MAX_HEADING = 150;
const MAX_OPENING = 60;

/**
 * The heading that a text begins with, else `null`. One of several of its level below the first (`About`, `Usage`; `2.4.1`)
 * is that of a section.
 */
export function headingOf({ text, blocks }: Document): string | null {
  const first = blocks.slice(0, TOP_BLOCKS).findIndex(({ kind }) => kind === 'heading');
  const { start, end, level } = blocks[first] ?? { start: 0, end: 0, level: 0 };
  const above = blocks.slice(0, Math.max(0, first)).reduce((sum, block) => sum + block.end - block.start, 0);
  const title = text.slice(start, Math.min(end, start + MAX_HEADING + 1));
  if (above > MAX_PROSE_ABOVE || title.length > MAX_HEADING || !/\p{L}{2}/u.test(title)) return null;
  const isSection =
    level > 1 && blocks.some((block, i) => i !== first && block.kind === 'heading' && block.level <= level);
  return isSection ? null : asName(title);
}

/** A name for a text that has none: its file's name made readable, or where that says nothing, its opening words. */
export function nameFrom(file: string, text: string): string {
  const [name = '', folder = ''] = file.split('/').reverse();
  const stem = withoutExtension(name);
  const words = readable(NAMED_BY_FOLDER.test(stem) && folder !== '' ? folder : stem);
  return saysNothing(words) ? openingWordsOf(text.trim().split('\n', 1)[0] ?? '', MAX_OPENING) : words;
}

/** Names that say which file of a folder comes first, with or without a language. */
const NAMED_BY_FOLDER = /^(?:readme|_?index)(?:\.[a-z]{2,3}(?:-[a-z]+)?)?$/i;

/** A name written in capitals that is longer than an abbreviation. */
const CAPITALS = /^[^\p{Ll}]{6,}$/u;

/** A file's name or path without what tells its kind; `v1.2` has no such part. */
export const withoutExtension = (file: string): string => file.replace(EXTENSION, '');

/** `.md`, in lower case, `''` where there is none. */
export const extensionOf = (file: string): string => EXTENSION.exec(file)?.[0].toLowerCase() ?? '';

const EXTENSION = /(?<=[^/])\.(?=\d*[a-z])[a-z0-9]{1,12}$/i;

/** The day that blogs put before a file's name. */
const DAY = /^\d{4}-\d{2}-\d{2}(?=[-_ ]\S)/;

/** The date at the beginning of a file's name, else `null`. */
export const dateFrom = (file: string): string | null =>
  DAY.exec(file.slice(file.lastIndexOf('/') + 1))?.[0] ?? null;

/** `patch-notes_2` is `Patch notes 2`, `CHANGELOG` is `Changelog`. */
function readable(stem: string): string {
  const words = asName(unescaped(stem.replace(DAY, '')).replace(/[-_+\s]+/g, ' ')) ?? '';
  return (CAPITALS.test(words) ? words.toLowerCase() : words).replace(/^\p{Ll}/u, (letter) =>
    letter.toUpperCase(),
  );
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Numbers and what a program wrote, such as `004 2d88f58ca304c8c8`. */
const saysNothing = (words: string): boolean =>
  words.split(' ').every((word) => !/\p{L}/u.test(word) || (/^[0-9a-f]{6,}$/i.test(word) && /\d/.test(word)));
