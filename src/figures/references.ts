import type { Article, BlockKind, Paragraph } from '../corpus/article.js';
import { SCALES } from '../english/number-words.js';
import type { Span } from '../text/span.js';
import { MEASURE_NAMES, MEASURE_SYMBOLS } from './tables/measures.js';
import type { Versions } from './versions.js';

/** A run without white space. */
const RUN = /\S+/g;
/** Longest run that is looked at; what is longer is no number either. */
const MAX_RUN = 300;

const ADDRESS = /^[("'[<]*(?:https?:|ftp:|mailto:|www\.)/i;
const MAIL = /^[^@]+@[^@]+\.\p{L}/u;
const FILE =
  /[\p{L}\p{N}_)-]\.(?:md|mdx|txt|html?|pdf|docx?|xlsx?|csv|json|ya?ml|toml|xml|ini|cfg|conf|log|zip|gz|tar|jar|exe|dll|deb|rpm|iso|jpe?g|png|gif|svg|webp|mp[34]|ogg|wav|js|ts|py|java|cpp|rs|sh|bat|php)[^\p{L}\p{N}/]*$/iu;
const PATH = /^["'(]*(?:~|\.{1,2}|[A-Za-z]:)?[\\/][\p{L}\p{N}._-]|^["'(]*\p{L}[^/]*\/[^/]+\/|\\\p{L}/u;
const IPV6 = /^[("'[]*[\da-f]{0,4}:[\da-f]{0,4}:[\da-f:]*(?:\/\d+)?[^\p{L}\d]*$/iu;
const OPTION = /^--?\p{L}/u;
const IDENTIFIER = /[\p{L}\p{N}]_[\p{L}\p{N}]|\p{L}{2}=\d/u;

/** `Limits ........ 60`: the page that a contents list sends to. */
const MAX_LEADER = 200;
const LEADER = /(?:\. ?){4,}\s*\d+\s*$/;

/** `3.`, `12)`, `[4]`, with the mark of a list or not. */
const MARKER = /^(?:[•*+‣–-]\s+)?(?:\d{1,3}[.)]|\[\d{1,3}\])\s/;
/** `8.9 Tracking`, `1.4.2. Members`. */
const SECTION = /^(?:[•*+‣–-]\s+)?\d{1,3}(?:\.\d{1,3})+\.?\s+(?=\p{L})(?=(\S+))/u;
/** `9 Limits`, where other headings are numbered too. */
const COUNTED = /^(\d{1,3})\s+(?=\p{L})/u;

/**
 * Where numbers of a sentence name something instead of counting it: in addresses, paths, names of files and the like, the
 * marker of a list's item, the number of a section, the page in a contents list, versions; in order.
 */
export function referencesIn(
  text: string,
  sentence: Span & { readonly kind: BlockKind },
  block: Paragraph | undefined,
  numbered: ReadonlySet<number>,
  versions: Versions,
): Span[] {
  const words = text.slice(sentence.start, sentence.end);
  const opensBlock = sentence.start === block?.start;
  const opening = MARKER.exec(words)?.[0] ?? (opensBlock ? sectionOf(words, sentence.kind, numbered) : '');
  const found: Span[] = [];
  const add = (start: number, length: number) =>
    found.push({ start: sentence.start + start, end: sentence.start + start + length });
  if (opening !== '') add(0, opening.length);
  for (const { 0: run, index } of words.slice(opening.length).matchAll(RUN))
    if (/\d/.test(run) && isReference(run)) add(opening.length + index, run.length);
  const last = Math.max(0, words.length - MAX_LEADER);
  const leader = LEADER.exec(words.slice(last));
  if (leader) add(last + leader.index, leader[0].length);
  for (const { start, end } of versions.within(words)) add(start, end - start);
  return found.sort((a, b) => a.end - b.end);
}

function isReference(run: string): boolean {
  if (run.length > MAX_RUN) return true;
  return [ADDRESS, IPV6, MAIL, FILE, PATH, OPTION, IDENTIFIER].some((pattern) => pattern.test(run));
}

function sectionOf(words: string, kind: BlockKind, numbered: ReadonlySet<number>): string {
  const section = SECTION.exec(words);
  const next = section?.[1] ?? '';
  if (section && !isUnit(next) && (kind === 'heading' || /^\p{Lu}/u.test(next))) return section[0];
  const counted = kind === 'heading' ? COUNTED.exec(words) : null;
  const number = Number(counted?.[1]);
  return counted && (numbered.has(number - 1) || numbered.has(number + 1)) ? counted[0] : '';
}

/** `2.4 GHz`, `1.5 Million`. */
function isUnit(word: string): boolean {
  const plain = word.replace(/[^\p{L}]+$/u, '');
  const lower = plain.toLowerCase();
  return MEASURE_SYMBOLS.has(plain) || MEASURE_NAMES.has(lower) || SCALES.has(lower) || lower === 'percent';
}

/** The numbers that open headings of an article, which tell that its sections are numbered. */
export function numberedHeadings({ text, paragraphs }: Article): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const { kind, start, end } of paragraphs) {
    const number =
      kind === 'heading' ? /^\d{1,3}(?=[\s.)])/.exec(text.slice(start, Math.min(end, start + 5))) : null;
    if (number) numbers.add(Number(number[0]));
  }
  return numbers;
}
