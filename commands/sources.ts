import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Article, SentencePlace } from '../src/corpus/article.js';
import { labelOf, nameOf, provenanceOf, shorten } from '../src/corpus/citation.js';
import { perArticle } from '../src/corpus/per-article.js';
import { outermostHeadings } from '../src/corpus/sections.js';
import type { Source } from '../src/corpus/sources.js';
import type { Library } from '../src/library.js';
import {
  type Card,
  type Choices,
  note,
  type QuotedItem,
  quoted,
  type Reply,
  type Way,
} from '../src/reply.js';
import { inLine } from '../src/text/direction.js';
import type { Span } from '../src/text/span.js';
import type { Command } from './command.js';
import {
  EVERYWHERE,
  MAX_CHOICE_LENGTH,
  privateOption,
  SLASH_COMMAND,
  sourceChoices,
  sourceOf,
  sourceOption,
  textOf,
} from './definition.js';

const definition = {
  ...EVERYWHERE,
  type: SLASH_COMMAND,
  name: 'sources',
  description: 'List the texts, or read one in full',
  options: [{ ...sourceOption, description: 'Read this text in full, or list this folder' }, privateOption],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/sources`: the list of the texts, or of those in a folder, from which each can be opened; or one of them in full. */
export const sources: Command = {
  definition,
  run(library, options) {
    const source = sourceOf(library.articles, options.source);
    const reply = source === null ? listOf(library) : replyOf(library, source);
    return { ...reply, private: options.private === true };
  },
  reopen(library, memory) {
    if (memory === '') return listOf(library);
    const [, article, place, within, first, count, length] =
      /^(?:([0-9a-z]{1,8})(?:([.-])([0-9a-z]{1,8}))?|~([0-9a-z]{1,8})-([0-9a-z]{1,8})-([0-9a-z]{1,3}))$/.exec(
        memory,
      ) ?? [];
    const numbers = [article ?? first, count, length].flatMap((part) => (part ? [parseInt(part, 36)] : []));
    const source = sourceWith(library, numbers);
    if (!source?.articles[0]) return null;
    if (within === undefined) return replyOf(library, source);
    const open = place === '-' ? textAround : textFrom;
    return open(source.articles[0], numbers[0] as number, parseInt(within, 36));
  },
  suggest: (library, _option, given, most) => sourceChoices(library.articles, textOf(given.source), most),
};

const listOf = ({ articles }: Library): Reply => listed(articles, 0, '', '');

/** A text opened at a heading's paragraph (`.`) or at a sentence (`-`), each by its number, in a memory. */
const placeIn = (article: number, kind: '.' | '-', within: number): string =>
  article.toString(36) + kind + within.toString(36);

/** The way to the place of a sentence in the full text. */
export function wayToText({ articles }: Library, { article, sentence }: SentencePlace): Way {
  const memory = placeIn(articles.indexOf(article), '-', sentence);
  return { label: 'Open in the text', command: definition.name, memory };
}

/** The texts of a folder as a list, or one text in full. What is in a folder stands together among all. */
function replyOf(library: Library, { folder, articles }: Source): Reply {
  const [first] = articles as readonly [Article];
  const number = library.articles.indexOf(first);
  if (folder === null) return fullText(first, number);
  return listed(articles, number, ` in ${shorten(folder)}`, memoryOf(library, { folder, articles }));
}

function memoryOf(library: Library, source: Source): string {
  const numbers = numbersOf(library, source).map((part) => part.toString(36));
  return source.folder === null ? numbers.join('') : `~${numbers.join('-')}`;
}

/** A source in numbers: its first text's, and of a folder how many texts and how long its path is. */
export function numbersOf(library: Library, { folder, articles }: Source): number[] {
  const number = library.articles.indexOf(articles[0] as Article);
  return folder === null ? [number] : [number, articles.length, folder.length];
}

/** The source with such numbers; `null` where there is none. */
export function sourceWith(
  { articles }: Library,
  [from = -1, count = 1, length]: readonly number[],
): Source | null {
  const found = articles.slice(from, from + count);
  const [first] = from < 0 ? [] : found;
  if (!first) return null;
  return { folder: length === undefined ? null : first.id.slice(0, length), articles: found };
}

/** The way to a text in full, or to the list of a folder. */
export const wayToSource = (library: Library, source: Source): Way => ({
  label: openingLabel(source),
  command: definition.name,
  memory: memoryOf(library, source),
});

function openingLabel({ folder, articles }: Source): string {
  return `Open ${folder === null ? nameOf(articles[0] as Article, MAX_NAMED) : shorten(folder, MAX_NAMED)}`;
}

/** A name on a button, which takes 80 UTF-16 units; what tells it from its namesakes may be as long again. */
const MAX_NAMED = 35;

/** @param first the number of the first text among all. */
function listed(articles: readonly Article[], first: number, where: string, memory: string): Reply {
  const count = articles.length === 1 ? `One text${where}:` : `${articles.length} texts${where}:`;
  const lines = articles.map((article, i) => ({
    items: [note(describe(article))],
    choices: { placeholder: 'Open a text', ways: [wayToWhole(article, first + i)] },
  }));
  return pages([{ items: [note(count)] }, ...lines], memory);
}

const wayToWhole = (article: Article, number: number): Way => ({
  ...choiceOf(article),
  command: definition.name,
  memory: number.toString(36),
});

/** An article in a list to choose from. */
const choiceOf = perArticle(choiceOfAnew, (_, article) => choiceOfAnew(article));

function choiceOfAnew(article: Article): Pick<Way, 'label' | 'description'> {
  return { label: labelOf(article, MAX_CHOICE_LENGTH), description: shorten(article.id, MAX_CHOICE_LENGTH) };
}

/** An article in a line; a list measures all of them for one page. */
const describe = perArticle(describeAnew, (_, article) => describeAnew(article));

function describeAnew(article: Article): string {
  return inLine([nameOf(article), ...provenanceOf(article), sizeOf(article), shorten(article.id)]);
}

const sizeOf = ({ words, paragraphs: { length } }: Article): string =>
  `${words} ${words === 1 ? 'word' : 'words'}, ${length} ${length === 1 ? 'paragraph' : 'paragraphs'}`;

/** A text in full, where a sentence of it is in bold opened at that. */
function fullText(article: Article, number: number, emphasis: Span | null = null, memory?: string): Reply {
  const body = inFull(article, startOf(article), emphasis);
  const choices = contentsOf(article, number);
  return pages([{ items: [note(describe(article)), ...body], choices }], memory ?? number.toString(36));
}

const startOf = ({ paragraphs }: Article): number => paragraphs[0]?.start ?? 0;

/** An article from an offset to another, or its end. */
function inFull(article: Article, start: number, emphasis: Span | null, to?: number): QuotedItem[] {
  const end = to ?? article.paragraphs.at(-1)?.end ?? start;
  return end > start ? [{ ...quoted(article, { start, end }, emphasis), isFull: true }] : [];
}

/** The headings of a text as a list from which each can be gone to. */
const contentsOf = (article: Article, number: number): Choices => ({
  placeholder: 'Go to a heading',
  ways: outermostHeadings(article, MAX_HEADINGS).map(({ words, paragraph }) => ({
    label: words,
    command: definition.name,
    memory: placeIn(number, '.', paragraph),
    isWithin: true,
  })),
});

/** Headings in a table of contents: what a list of Discord's takes. */
const MAX_HEADINGS = 25;

/** An article in full, opened at one of its sentences; `null` without such. */
function textAround(article: Article, articleNumber: number, number: number): Reply | null {
  const sentence = article.sentences[number];
  return sentence ? fullText(article, articleNumber, sentence, placeIn(articleNumber, '-', number)) : null;
}

/** An article in full, with a page that begins at one of its headings, below those right above it; `null` without such. */
function textFrom(article: Article, articleNumber: number, number: number): Reply | null {
  const { paragraphs } = article;
  let first = number;
  while (first > 0 && paragraphs[first - 1]?.kind === 'heading') first--;
  const paragraph = paragraphs[first];
  if (!paragraphs[number] || !paragraph) return null;
  const memory = placeIn(articleNumber, '.', number);
  if (first === 0) return fullText(article, articleNumber, null, memory);
  const choices = contentsOf(article, articleNumber);
  const before = inFull(article, startOf(article), null, paragraph.start);
  const cards: Card[] = [
    { items: [note(describe(article)), ...before], choices },
    { items: inFull(article, paragraph.start, null), opens: true, choices },
  ];
  return pages(cards, memory);
}

const pages = (cards: Reply['cards'], memory: string): Reply => ({
  kind: 'answer',
  private: false,
  question: null,
  cards,
  layout: 'flow',
  unit: 'page',
  memory,
});
