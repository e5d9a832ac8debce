import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Article } from '../src/corpus/article.js';
import { openingWordsOf, shorten } from '../src/corpus/citation.js';
import { countLabel } from '../src/corpus/sources.js';
import { wordsOf } from '../src/english/terms.js';
import type { Library } from '../src/library.js';
import { type Differences, differencesOf } from '../src/quotes/differences.js';
import type { Quotation } from '../src/quotes/quotation.js';
import type { KeywordCount, QuoteIndex, SpeakerCount } from '../src/quotes/quote-index.js';
import { reportOf } from '../src/quotes/report.js';
import { type Card, lateNote, type NoteItem, note, quoted, type Reply, say } from '../src/reply.js';
import { fold } from '../src/text/fold.js';
import type { Choice, Command, Options } from './command.js';
import {
  EVERYWHERE,
  MAX_CHOICE_LENGTH,
  privateOption,
  SLASH_COMMAND,
  STRING,
  sourceChoices,
  sourceIfAny,
  sourceOf,
  sourceOption,
  textOf,
} from './definition.js';
import { listReply, MAX_LISTED } from './list.js';
import { MAX_NAME_LENGTH, whoInstead } from './other-speakers.js';
import { MAX_SPEAKERS, packQuery, type Query, unpackQuery } from './query.js';

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
    const speaker = speakerIn(options);
    const about = aboutIn(options);
    const source = textOf(options.source);
    const articles = sourceOf(library.articles, source)?.articles ?? null;
    const quotes = await library.quotes();
    const query = queryOf(quotes, speaker, about, articles);
    const reply = query && (await reopen(library, packQuery(library.articles, query)));
    if (!reply) return nothingFound(quotes, speaker);
    const asked = [speaker, about && `about ${about}`, source && `in ${source}`].filter(Boolean).join(' ');
    return { ...reply, question: asked || null, private: options.private === true };
  },
  reopen,
  async suggest({ articles, quotes }, option, given, most) {
    const index = await quotes();
    const speaker = speakerIn(given) || undefined;
    const about = aboutIn(given) || undefined;
    if (option === 'source') {
      const found = index.find({ speaker, about });
      return sourceChoices(articles, textOf(given.source), most, found);
    }
    const source = sourceIfAny(articles, given.source);
    if (source === undefined) return [];
    const only = source?.articles ?? null;
    return option === 'speaker'
      ? speakerChoices(index.speakersWith({ typed: speaker ?? '', about, articles: only, most }))
      : wordChoices(await index.keywordsWith({ typed: about ?? '', speaker, articles: only, most }));
  },
};

async function reopen(library: Library, memory: string): Promise<Reply | null> {
  const query = unpackQuery(library.articles, memory);
  if (!query) return null;
  const quotes = await library.quotes();
  const { articles, words, speakers, left } = query;
  const found = quotes.find({ speaker: speakers ?? undefined, about: words ?? undefined, articles });
  return found.length === 0
    ? null
    : replyOf(library, quotes, found, { onlyThere: articles !== null, left, memory });
}

/** What is asked for in numbers; `null` where nobody is called so, or no word of it stands in a quotation's sentence. */
function queryOf(
  quotes: QuoteIndex,
  speaker: string,
  about: string,
  articles: readonly Article[] | null,
): Query | null {
  const speakers = speaker === '' ? null : quotes.speakersCalled(speaker);
  const words = about === '' ? null : quotes.wordsIn(about);
  if (speakers?.length === 0 || words?.length === 0) return null;
  const asked = { about: words ?? undefined, articles };
  const all = quotes.find({ ...asked, speaker: speakers ?? undefined });
  const kept = quotes.find({ ...asked, speaker: speakers?.slice(0, MAX_SPEAKERS) });
  return { speakers, words, articles, left: all.length - kept.length };
}

/** What the suggestions add to a speaker's name or a word. */
const COUNT = / \(\d+ quotations?\)$/;

const speakerIn = ({ speaker }: Options): string => textOf(speaker).replace(COUNT, '');
const aboutIn = ({ about }: Options): string => textOf(about).replace(COUNT, '');

const speakerChoices = (speakers: readonly SpeakerCount[]): Choice[] =>
  speakers.map(({ name, count }) => choiceOf(name, count));

const wordChoices = (words: readonly KeywordCount[]): Choice[] =>
  words.map(({ word, count }) => choiceOf(word, count));

const choiceOf = (name: string, count: number): Choice => ({
  name: name + countLabel(count, 'quotation'),
  value: name,
});

function nothingFound(quotes: QuoteIndex, speaker: string): Reply {
  const speakers = quotes.speakers();
  if (speaker === '' || quotes.speakersCalled(speaker).length > 0)
    return say('The texts quote nobody on this.');
  const names = speakers.map(({ name }) => name);
  return say(`The texts quote no “${shorten(speaker, MAX_NAME_LENGTH)}”.${whoInstead(speaker, names)}`);
}

/** How a list of quotations is shown. */
interface Shown {
  /** Only some sources were looked in: then nothing is shown of others. */
  readonly onlyThere: boolean;
  readonly left: number;
  readonly memory: string;
}

function replyOf(
  library: Library,
  quotes: QuoteIndex,
  found: readonly Quotation[],
  { onlyThere, left, memory }: Shown,
): Reply {
  const listed = onlyThere ? found : found.slice(0, countWithReports(quotes, found));
  return listReply(library, listed, (shown) => groupsOf(quotes, shown, onlyThere).map(cardOf), {
    narrow: 'name a speaker, a subject or a source to narrow it down.',
    left: left + found.length - listed.length,
    memory,
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

/** Who says something, above the sentence that reports it, and the other reports of the same words. */
export function cardOf([first, ...variants]: readonly Quotation[]): Card {
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
