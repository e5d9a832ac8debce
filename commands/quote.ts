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
import {
  type Card,
  lateNote,
  type NoteItem,
  note,
  type QuotedItem,
  quoted,
  type Reply,
  say,
} from '../src/reply.js';
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
  return listReply(library, listed, (shown) => cardsOf(groupsOf(quotes, shown, onlyThere)), {
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

/** A card for each group. What is said in a sentence that stands there already, by the same speaker, is in bold there. */
function cardsOf(groups: readonly Quotation[][]): Card[] {
  const reports = new Map<string, Quotation[]>();
  for (const quotation of groups.flat()) {
    const together = reports.get(keyOf(quotation));
    if (together) together.push(quotation);
    else reports.set(keyOf(quotation), [quotation]);
  }
  const togetherWith = (quotation: Quotation) => reports.get(keyOf(quotation)) ?? [];
  return groups
    .map((group) => group.filter((quotation) => togetherWith(quotation)[0] === quotation).map(togetherWith))
    .filter(({ length }) => length > 0)
    .map(cardOf);
}

/** The same for quotations of one speaker that the same sentences report. */
function keyOf(quotation: Quotation): string {
  const { start, end } = reportOf(quotation);
  return [quotation.article.id, start, end, quotation.speaker?.name].join('\n');
}

/**
 * Who says something, above the sentence that reports it, and the other reports of the same words.
 *
 * @param reports the quotations that some sentences report, those of the first report first.
 */
export function cardOf(reports: readonly Quotation[][]): Card {
  const [first, ...variants] = reports.flatMap(([quotation]) => quotation ?? []);
  if (!first) return { items: [] };
  const [above, ...below] = reports.map(reported);
  const others = variants.flatMap((variant, i) => [introduction(first, variant), below[i] as QuotedItem]);
  return { items: [note(speakerOf(first)), above as QuotedItem, ...others] };
}

/** The speaker's name; where the text says only "he", that is told, so that one sees what was inferred. */
function speakerOf({ speaker }: Quotation): string {
  if (speaker === null) return 'Speaker not named:';
  const name = shorten(speaker.name, 100);
  return fold(speaker.text) === fold(speaker.name)
    ? `${name}:`
    : `${name} (${openingWordsOf(speaker.text, 60)}):`;
}

/** Characters of a phone's line: what another report has otherwise is told where it fits there. */
const MAX_TOLD = 40;

const OTHERWISE = 'Also reported, in other words:';

/** The line before another report of the same words; what it has otherwise is only looked for when it is shown. */
const introduction = (first: Quotation, variant: Quotation): NoteItem =>
  lateNote(WITHIN, () => introduce(first, variant));

/** Takes no less than any `MAX_TOLD` characters: two for each, four bytes for each. */
const WITHIN = '*'.repeat(2 * MAX_TOLD);

function introduce(first: Quotation, variant: Quotation): string {
  const { onlyFirst, onlySecond } = differencesShown(first, variant);
  if (onlyFirst.length + onlySecond.length === 0) return 'Also reported, in the same words:';
  if (onlySecond.length === 0) return 'Also reported, in part:';
  const told = `Also reported, only here: ${onlySecond.map((run) => `“${run}”`).join(', ')}:`;
  return told.length <= MAX_TOLD ? told : OTHERWISE;
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

/** The sentences that report some quotations, with the quoted words in bold. */
function reported([first, ...others]: readonly Quotation[]): QuotedItem {
  const { article, start, end } = first as Quotation;
  const item = quoted(article, reportOf(first as Quotation), { start, end });
  return others.length > 0
    ? { ...item, alsoBold: others.map((one) => ({ start: one.start, end: one.end })) }
    : item;
}
