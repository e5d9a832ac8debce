import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { openingWordsOf, shorten } from '../src/corpus/citation.js';
import { wordsOf } from '../src/english/terms.js';
import type { Library } from '../src/library.js';
import { type Differences, differencesOf } from '../src/quotes/differences.js';
import type { Quotation } from '../src/quotes/quotation.js';
import { reportOf } from '../src/quotes/report.js';
import { type Card, note, quoted, type Reply, say } from '../src/reply.js';
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
import { listFrom, listReply } from './list.js';
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
  run(library, options) {
    const speaker = textOf(options.speaker).replace(COUNT, '');
    const about = textOf(options.about);
    const source = textOf(options.source);
    const articles = sourceOf(library.articles, source)?.articles ?? null;
    const found = library
      .quotes()
      .find({ speaker: speaker || undefined, about: about || undefined, articles });
    if (found.length === 0) return nothingFound(library, speaker);
    const asked = [speaker, about && `about ${about}`, source && `in ${source}`].filter(Boolean).join(' ');
    const reply = replyOf(library, found, articles !== null);
    return { ...reply, question: asked || null, private: options.private === true };
  },
  reopen(library, memory) {
    const found = listFrom(library.quotes().find(), memory);
    return found && replyOf(library, found, memory.endsWith(ONLY_THERE));
  },
  suggest(library, option, typed) {
    if (option === 'source') return sourceChoices(library.articles, typed);
    return option === 'speaker' ? speakerChoices(library, typed) : wordChoices(library, typed);
  },
};

/** What the suggestions add to a speaker's name. */
const COUNT = / \(\d+ quotations?\)$/;

function speakerChoices(library: Library, typed: string): Choice[] {
  const wanted = fold(typed);
  return library
    .quotes()
    .speakers()
    .filter(({ name }) => fold(name).includes(wanted))
    .map(({ name, count }) => ({
      name: `${shorten(name, 80)} (${count === 1 ? '1 quotation' : `${count} quotations`})`,
      value: shorten(name, MAX_CHOICE_LENGTH),
    }));
}

const wordChoices = (library: Library, typed: string): Choice[] =>
  library
    .quoteKeywords()
    .filter((word) => fold(word).startsWith(fold(typed)) && word.length <= MAX_CHOICE_LENGTH)
    .map((word) => ({ name: word, value: word }));

function nothingFound(library: Library, speaker: string): Reply {
  const speakers = library.quotes().speakers();
  if (speaker === '' || library.quotes().find({ speaker }).length > 0)
    return say('The texts quote nobody on this.');
  const names = speakers.map(({ name }) => name);
  return say(`The texts quote no “${shorten(speaker, MAX_NAME_LENGTH)}”.${whoInstead(speaker, names)}`);
}

/** In a memory: only some sources were looked in. */
const ONLY_THERE = '~';

const replyOf = (library: Library, found: readonly Quotation[], onlyThere: boolean): Reply =>
  listReply(
    library.quotes().find(),
    found,
    (shown) => groupsOf(library, shown, onlyThere).map(cardOf),
    'name a speaker, a subject or a source to narrow it down.',
    onlyThere ? ONLY_THERE : '',
  );

/** A quotation with the other reports of the same words behind it, or `onlyThere` those found; each stands in one group. */
function groupsOf(library: Library, found: readonly Quotation[], onlyThere: boolean): Quotation[][] {
  const seen = new Set<Quotation>();
  const mayBeShown = (variant: Quotation) => !onlyThere || found.includes(variant);
  return found.flatMap((quotation) => {
    if (seen.has(quotation)) return [];
    const group = [
      quotation,
      ...library
        .quotes()
        .variantsOf(quotation)
        .filter((variant) => !seen.has(variant) && mayBeShown(variant)),
    ];
    for (const member of group) seen.add(member);
    return [group];
  });
}

function cardOf([first, ...variants]: readonly Quotation[]): Card {
  if (!first) return { items: [] };
  const others = variants.flatMap((variant) => [note(introduce(first, variant)), reported(variant)]);
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

/** What another report of the same words has otherwise. */
function introduce(first: Quotation, variant: Quotation): string {
  const { onlyFirst, onlySecond } = differencesShown(first, variant);
  if (onlyFirst.length + onlySecond.length === 0) return 'Also reported, in the same words:';
  if (onlySecond.length === 0) return 'Also reported, in part:';
  if (onlyFirst.length + onlySecond.length > MAX_DIFFERENCES) return 'Also reported, in other words:';
  const list = (runs: readonly string[]) => runs.map((run) => openingWordsOf(run, 60)).join(', ');
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
