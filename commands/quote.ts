import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { openingWordsOf, shorten } from '../src/corpus/citation.js';
import { wordsOf } from '../src/english/terms.js';
import { type Differences, differencesOf } from '../src/quotes/differences.js';
import type { Quotation } from '../src/quotes/quotation.js';
import type { QuoteIndex } from '../src/quotes/quote-index.js';
import { reportOf } from '../src/quotes/report.js';
import { type Card, lateNote, type NoteItem, note, quoted, type Reply, say } from '../src/reply.js';
import { fold } from '../src/text/fold.js';
import type { Choice, Command } from './command.js';
import {
  EVERYWHERE,
  MAX_CHOICE_LENGTH,
  privateOption,
  SLASH_COMMAND,
  STRING,
  sourceChoices,
  sourceOf,
  sourceOption,
  textOf,
} from './definition.js';
import { listFrom, listReply, MAX_LISTED } from './list.js';
import { MAX_NAME_LENGTH, whoInstead } from './other-speakers.js';

const definition = {
  ...EVERYWHERE,
  type: SLASH_COMMAND,
  name: 'quote',
  description: 'Find who said what, in their own words',
  options: [
    {
      type: STRING,
      name: 'speaker',
      description: 'Who said it',
      autocomplete: true,
      max_length: MAX_CHOICE_LENGTH,
    },
    {
      type: STRING,
      name: 'about',
      description: 'What it is about',
      autocomplete: true,
      max_length: MAX_CHOICE_LENGTH,
    },
    sourceOption,
    privateOption,
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/quote`: who said what, each with the sentence that tells so and its citation. */
export const quote: Command = {
  definition,
  async run(library, options) {
    const speaker = textOf(options.speaker).replace(COUNT, '');
    const about = textOf(options.about);
    const source = textOf(options.source);
    const articles = sourceOf(library.articles, source)?.articles ?? null;
    const quotes = await library.quotes();
    const found = quotes.find({ speaker: speaker || undefined, about: about || undefined, articles });
    if (found.length === 0) return nothingFound(quotes, speaker);
    const asked = [speaker, about && `about ${about}`, source && `in ${source}`].filter(Boolean).join(' ');
    const reply = replyOf(quotes, found, articles !== null);
    return { ...reply, question: asked || null, private: options.private === true };
  },
  async reopen(library, memory) {
    const quotes = await library.quotes();
    const list = listFrom(quotes, memory);
    return list && replyOf(quotes, list.members, memory.endsWith(ONLY_THERE), list.left);
  },
  async suggest(library, option, typed, most) {
    if (option === 'source') return sourceChoices(library.articles, typed, most);
    const quotes = await library.quotes();
    return option === 'speaker' ? speakerChoices(quotes, typed, most) : wordChoices(quotes, typed, most);
  },
};

/** What the suggestions add to a speaker's name. */
const COUNT = / \(\d+ quotations?\)$/;

const speakerChoices = (quotes: QuoteIndex, typed: string, most: number): Choice[] =>
  quotes.speakersWith(typed, most).map(({ name, count }) => ({
    name: `${shorten(name, 80)} (${count === 1 ? '1 quotation' : `${count} quotations`})`,
    value: shorten(name, MAX_CHOICE_LENGTH),
  }));

const wordChoices = (quotes: QuoteIndex, typed: string, most: number): Choice[] =>
  quotes.keywordsWith(typed, most).map((word) => ({ name: word, value: word }));

function nothingFound(quotes: QuoteIndex, speaker: string): Reply {
  const speakers = quotes.speakers();
  if (speaker === '' || quotes.find({ speaker }).length > 0) return say('The texts quote nobody on this.');
  const names = speakers.map(({ name }) => name);
  return say(`The texts quote no “${shorten(speaker, MAX_NAME_LENGTH)}”.${whoInstead(speaker, names)}`);
}

/** In a memory: only some sources were looked in. */
const ONLY_THERE = '~';

function replyOf(quotes: QuoteIndex, found: readonly Quotation[], onlyThere: boolean, left = 0): Reply {
  const listed = onlyThere ? found : found.slice(0, countWithReports(quotes, found));
  return listReply(quotes, listed, (shown) => groupsOf(quotes, shown, onlyThere).map(cardOf), {
    narrow: 'name a speaker, a subject or a source to narrow it down.',
    mark: onlyThere ? ONLY_THERE : '',
    left: left + found.length - listed.length,
  });
}

/** How many can be listed together with the other reports of each. */
function countWithReports(quotes: QuoteIndex, found: readonly Quotation[]): number {
  const shown = new Set<Quotation>();
  const count = found.findIndex((quotation) => {
    if (shown.has(quotation)) return false;
    for (const one of [quotation, ...quotes.variantsOf(quotation)]) shown.add(one);
    return shown.size > MAX_LISTED;
  });
  return count < 0 ? found.length : Math.max(1, count);
}

/** A quotation with the other reports of the same words behind it, or `onlyThere` those found; each stands in one group. */
function groupsOf(quotes: QuoteIndex, found: readonly Quotation[], onlyThere: boolean): Quotation[][] {
  const seen = new Set<Quotation>();
  const listed = new Set(found);
  const mayBeShown = (variant: Quotation) => !onlyThere || listed.has(variant);
  return found.flatMap((quotation) => {
    if (seen.has(quotation)) return [];
    const group = [
      quotation,
      ...quotes.variantsOf(quotation).filter((variant) => !seen.has(variant) && mayBeShown(variant)),
    ];
    for (const member of group) seen.add(member);
    return [group];
  });
}

function cardOf([first, ...variants]: readonly Quotation[]): Card {
  if (!first) return { items: [] };
  const others = variants.flatMap((variant) => [introduction(first, variant), reported(variant)]);
  return { items: [note(speakerOf(first)), reported(first), ...others] };
}

/** The speaker's name; where the text says only "he", that is told, so that one sees what was inferred. */
function speakerOf({ speaker }: Quotation): string {
  if (speaker === null) return 'Speaker not named:';
  const name = shorten(speaker.name, 100);
  return fold(speaker.text) === fold(speaker.name)
    ? `${name}:`
    : `${name} (${openingWordsOf(speaker.text, 60)}):`;
}

/** More runs of other words than this are no variant that a line could tell; the two stand side by side anyway. */
const MAX_DIFFERENCES = 6;

/** Characters of such a run that are shown. */
const MAX_RUN = 60;

const SAME = 'Also reported, in the same words:';
const OTHERWISE = 'Also reported, in other words:';

/** The line before another report of the same words; what it has otherwise is only looked for when it is shown. */
function introduction(first: Quotation, variant: Quotation): NoteItem {
  const rests = restsOf(wordsIn(first), wordsIn(variant));
  if (rests.every((rest) => rest === '')) return note(SAME);
  const within = rests.map((rest) => rest.slice(0, MAX_DIFFERENCES * MAX_RUN)).join('') + PADDING;
  return lateNote(within, () => {
    const told = introduce(first, variant);
    return told.length <= within.length ? told : OTHERWISE;
  });
}

/** Longer than all that stands around the runs of words. */
const PADDING = '·'.repeat(120);

const wordsIn = ({ article, start, end }: Quotation): string => article.text.slice(start, end);

/** What two texts have between the words that they share at the beginning and at the end. */
function restsOf(a: string, b: string): [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  if (start === shorter && a.length === b.length) return ['', ''];
  while (start > 0 && a.charAt(start - 1) !== ' ') start--;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  while (end > 0 && a.at(-end) !== ' ') end--;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/** What another report of the same words has otherwise. */
function introduce(first: Quotation, variant: Quotation): string {
  const { onlyFirst, onlySecond } = differencesShown(first, variant);
  if (onlyFirst.length + onlySecond.length === 0) return SAME;
  if (onlySecond.length === 0) return 'Also reported, in part:';
  if (onlyFirst.length + onlySecond.length > MAX_DIFFERENCES) return OTHERWISE;
  const list = (runs: readonly string[]) => runs.map((run) => openingWordsOf(run, MAX_RUN)).join(', ');
  const above = onlyFirst.length > 0 ? `; only above: ${list(onlyFirst)}` : '';
  return `Also reported, in other words (only here: ${list(onlySecond)}${above}):`;
}

/** The differences without words that the other report has elsewhere. */
function differencesShown(first: Quotation, variant: Quotation): Differences {
  const { onlyFirst, onlySecond } = differencesOf(first, variant);
  const without = (runs: readonly string[], other: Quotation) => {
    const { start, end } = reportOf(other);
    const shown = spaced(other.article.text.slice(start, end));
    return runs.filter((run) => !shown.includes(spaced(run)));
  };
  return { onlyFirst: without(onlyFirst, variant), onlySecond: without(onlySecond, first) };
}

/** The folded words of a text, each between spaces. */
const spaced = (text: string): string =>
  ` ${wordsOf(text)
    .map((word) => fold(word.text))
    .join(' ')} `;

/** The sentences that report it, with the quoted words in bold. */
function reported(quotation: Quotation) {
  return quoted(quotation.article, reportOf(quotation), quotation);
}
