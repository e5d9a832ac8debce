import type { Article, Paragraph } from '../corpus/article.js';
import { isRole } from '../corpus/turns.js';
import { TITLES } from '../english/titles.js';
import type { Span } from '../text/span.js';
import type { Speaker } from './quotation.js';

const WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const FULL_NAME = `${WORD}(?: (?:${WORD}|d[aeiu]|del|la|van|von|der|den|bin|al)){1,3}`;

/** `Ann Lee (SHN)`, wherever it stands. */
const NAME_AND_INITIALS = new RegExp(String.raw`(${FULL_NAME}) [([](\p{Lu}{2,4})[)\]]`, 'gu');
/** A line `SHN: Ann Lee (chair)`, `SHN Ann Lee`. */
const INITIALS_AND_NAME = new RegExp(
  String.raw`^[\s•*+|–-]*(\p{Lu}{2,4})(?:\s*[:=–—-])?\s+(${FULL_NAME})(?=$|\s*[(,;–—-])`,
  'u',
);
/** Cells of a row, with the names of their columns or not. */
const CELL_ENDS = / · |(?<!\s)\s*\|\s*/;
const COLUMN = /^[^:]{1,40}: /;
const IS_NAME = new RegExp(`^${FULL_NAME}$`, 'u');

/** Characters of a line that are looked at for who is present. */
const MAX_LINE = 160;

/** Who speaks in the turns of an article. */
export class TurnSpeakers {
  readonly #text: string;
  readonly #attendees: ReadonlyMap<string, string>;
  /** The full names of labels by their last word, lower case; `null` where two share it. */
  readonly #surnames: ReadonlyMap<string, string | null>;

  constructor({ text, paragraphs }: Article) {
    this.#text = text;
    const isTranscript = paragraphs.some(
      ({ speaker }) => speaker && isInitials(text.slice(speaker.start, speaker.end)),
    );
    this.#attendees = isTranscript
      ? attendeesOf(
          text,
          paragraphs.filter(({ speaker }) => !speaker),
        )
      : new Map();
    this.#surnames = surnamesIn(
      paragraphs.flatMap(({ speaker }) => (speaker ? text.slice(speaker.start, speaker.end) : [])),
    );
  }

  /** The speaker whose name stands before the words of a turn. */
  of({ start, end }: Span): Speaker {
    const text = this.#text.slice(start, end);
    const full = this.#attendees.get(text);
    const { name: label, titles } = withoutTitles(full ?? text);
    const name = this.#surnames.get(label.toLowerCase()) ?? label;
    return {
      start,
      end,
      text,
      name,
      named: !isRole(text),
      body: false,
      roles: titles === '' ? [] : [titles],
    };
  }
}

const isInitials = (label: string): boolean => /^\p{Lu}{2,4}$/u.test(label);

/** Whom a transcript names in full at first and then by the surname (`ANN LEE: …`, `LEE: …`). */
function surnamesIn(labels: readonly string[]): Map<string, string | null> {
  const names = new Map<string, string | null>();
  for (const label of new Set(labels)) {
    const { name } = withoutTitles(label);
    const last = name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
    if (name.includes(' ') && names.get(last) !== name) names.set(last, names.has(last) ? null : name);
  }
  return names;
}

/** The names of those present by their initials; initials that two share are nobody's. */
function attendeesOf(text: string, blocks: readonly Paragraph[]): Map<string, string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const { start, end, kind } of blocks) {
    const words = text.slice(start, end);
    for (const [initials, name] of kind === 'row' ? cellPair(words) : linePairs(words)) {
      if ((names.get(initials) ?? name) !== name) shared.add(initials);
      names.set(initials, name);
    }
  }
  for (const initials of shared) names.delete(initials);
  return names;
}

type Pair = readonly [initials: string, name: string];

function cellPair(row: string): Pair[] {
  const cells = row.split(CELL_ENDS).map((cell) => cell.replace(COLUMN, ''));
  const initials = cells.filter(isInitials);
  const [name] = cells.filter((cell) => IS_NAME.test(cell));
  return initials.length === 1 && name ? [[initials[0] as string, name]] : [];
}

const linePairs = (words: string): Pair[] => [
  ...Array.from(words.matchAll(NAME_AND_INITIALS), ([, name = '', initials = '']): Pair => [initials, name]),
  ...words.split('\n').flatMap((line): Pair[] => {
    const [, initials, name] = INITIALS_AND_NAME.exec(line.slice(0, MAX_LINE)) ?? [];
    return initials && name ? [[initials, name]] : [];
  }),
];

/** `Mayor Ann Lee` is Ann Lee. */
function withoutTitles(label: string): { readonly name: string; readonly titles: string } {
  const words = label.split(' ');
  let from = 0;
  while (from < words.length - 1 && TITLES.has((words[from] ?? '').toLowerCase().replace(/\.$/, ''))) from++;
  const isName = words.length - from > 0 && !/^\d/.test(words[from] ?? '');
  return isName
    ? { name: words.slice(from).join(' '), titles: words.slice(0, from).join(' ') }
    : { name: label, titles: '' };
}
