import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { shorten } from '../src/corpus/citation.js';
import { countLabel } from '../src/corpus/sources.js';
import { type Agreement, agreement } from '../src/figures/agreement.js';
import { isBareNoun, isCounted } from '../src/figures/counted.js';
import type { KnownFigure } from '../src/figures/figure.js';
import type { Topic } from '../src/figures/figure-index.js';
import type { Library } from '../src/library.js';
import { type Card, type Item, note, quoted, type Reply, say } from '../src/reply.js';
import { inLine } from '../src/text/direction.js';
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
import { topicList } from './figure-topics.js';
import { listReply } from './list.js';
import { packQuery, type Query, unpackQuery } from './query.js';

const definition = {
  ...EVERYWHERE,
  type: SLASH_COMMAND,
  name: 'figure',
  description: 'Look up numbers, with what they count and where the sources agree',
  options: [
    {
      type: STRING,
      name: 'about',
      description: 'What is counted, or whose',
      autocomplete: true,
      max_length: MAX_CHOICE_LENGTH,
    },
    sourceOption,
    privateOption,
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/**
 * `/figure`: the numbers of the texts with their sentences, those of different articles for one thing side by side; without
 * anything to look for, what there are numbers about.
 */
export const figure: Command = {
  definition,
  async run(library, options) {
    const about = topicOf(options);
    const source = textOf(options.source);
    const articles = sourceOf(library.articles, source)?.articles ?? null;
    const words = about === '' ? [] : (await library.figures()).wordsIn(about);
    const query = words && { words, speakers: null, articles, left: 0 };
    const reply = query && (await reopen(library, packQuery(library.articles, query)));
    if (!reply) return say('The texts give no such figure.');
    const asked = [about, source && `in ${source}`].filter(Boolean).join(' ');
    return { ...reply, question: asked || null, private: options.private === true };
  },
  reopen,
  async suggest({ articles, figures }, option, given, most) {
    const index = await figures();
    if (option === 'source') {
      const found = index.find({ about: topicOf(given) });
      return sourceChoices(articles, textOf(given.source), most, found);
    }
    const source = sourceIfAny(articles, given.source);
    return source === undefined
      ? []
      : topicChoices(index.topics({ typed: topicOf(given), articles: source?.articles ?? null, most }));
  },
};

async function reopen(library: Library, memory: string): Promise<Reply | null> {
  const query = unpackQuery(library.articles, memory);
  if (!query) return null;
  const topics = query.words || query.articles ? null : await topicList(library, definition.name);
  return topics ?? figureList(library, query, memory);
}

/** The figures that a query finds, of none all; `null` where there are none. */
export async function figureList(
  library: Library,
  query: Pick<Query, 'words' | 'articles'> = { words: null, articles: null },
  memory = '',
): Promise<Reply | null> {
  const found = (await library.figures()).find({ about: query.words ?? [], articles: query.articles });
  if (found.length === 0) return null;
  return listReply(library, found, cardsOf, {
    narrow: 'say what is counted or whose to narrow it down.',
    left: 0,
    memory,
  });
}

/** What is counted, without what the suggestions add to it. */
const topicOf = ({ about }: Options): string => textOf(about).replace(/ \(\d+ figures?\)$/, '');

const topicChoices = (topics: readonly Topic[]): Choice[] =>
  topics.map(({ name, count }) => ({ name: name + countLabel(count, 'figure'), value: name }));

/** A card for each figure, one for all of those that different articles give for the same thing. */
function cardsOf(figures: readonly KnownFigure[]): Card[] {
  const groupsWith = new Map<KnownFigure, Agreement[]>();
  for (const group of agreement(figures)) {
    for (const one of group.figures) {
      const others = groupsWith.get(one);
      if (others) others.push(group);
      else groupsWith.set(one, [group]);
    }
  }
  const seen = new Set<KnownFigure>();
  return figures.flatMap((one) => {
    if (seen.has(one)) return [];
    const group = groupsWith.get(one)?.find((other) => !other.figures.some((f) => seen.has(f)));
    for (const member of group?.figures ?? [one]) seen.add(member);
    return [group ? groupCard(group) : { items: itemsOf(one) }];
  });
}

const groupCard = (group: Agreement): Card => ({
  items: [note(headlineOf(group)), ...group.figures.flatMap(itemsOf)],
});

function headlineOf({ kind, figures, exact, approximate }: Agreement): string {
  const count = new Set(figures.map(({ article }) => article)).size;
  if (kind === 'differ') return 'The sources differ:';
  const agree = count === 2 ? 'Both sources say:' : `${count} sources say:`;
  return exact.length > 0 && approximate.length > 0
    ? `${agree.slice(0, -1)}, not all of them exactly:`
    : agree;
}

/** The figure's line and its sentence. */
function itemsOf(one: KnownFigure): Item[] {
  const place = one.article.sentences[one.sentence] ?? one;
  return [figureNote(one), quoted(one.article, place, one)];
}

/** A figure in a line: the number as written with what it counts or its measure, then of what, whose, where and when. */
export function figureNote(figure: KnownFigure): Item {
  const { holder, scope, time, wording } = figure;
  const { before, number, after, meant } = wording;
  const of = isCounted(figure) ? null : figure.of;
  // `240,000 euros · town` tells less than the sentence below it.
  const whose = holder !== null && isBareNoun(holder) ? null : holder;
  const details = [after, of, whose, scope, time, meant].map((part) => part ?? '');
  const line = details.filter(
    (part, i) => i === 0 || (part !== '' && !details.slice(0, i).some((earlier) => hasWords(earlier, part))),
  );
  return {
    ...note(
      // The number stands right before it.
      inLine(line.map((part) => shorten(part))).replace(/^ /, ''),
      number,
    ),
    ...(before && { before }),
  };
}

/** Whether words stand in a text as they are: `US` in `new US jobs` need not be told again. */
const hasWords = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `);
