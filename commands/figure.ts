import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { shorten } from '../src/corpus/citation.js';
import { type Agreement, agreement } from '../src/figures/agreement.js';
import { isCounted } from '../src/figures/counted.js';
import type { KnownFigure } from '../src/figures/figure.js';
import type { FigureIndex } from '../src/figures/figure-index.js';
import { type Card, type Item, note, quoted, type Reply, say } from '../src/reply.js';
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

/** `/figure`: the numbers of the texts with their sentences, those of different articles for one thing side by side. */
export const figure: Command = {
  definition,
  async run(library, options) {
    const about = textOf(options.about).replace(COUNT, '');
    const source = textOf(options.source);
    const articles = sourceOf(library.articles, source)?.articles ?? null;
    const figures = await library.figures();
    const found = figures.find({ about, articles });
    if (found.length === 0) return say('The texts give no such figure.');
    const asked = [about, source && `in ${source}`].filter(Boolean).join(' ');
    return { ...replyOf(figures, found), question: asked || null, private: options.private === true };
  },
  async reopen(library, memory) {
    const figures = await library.figures();
    const list = listFrom(figures, memory);
    return list && replyOf(figures, list.members, list.left);
  },
  async suggest(library, option, typed, most) {
    return option === 'source'
      ? sourceChoices(library.articles, typed, most)
      : topicChoices(await library.figures(), typed, most);
  },
};

/** What the suggestions add to a topic. */
const COUNT = / \(\d+ figures?\)$/;

const topicChoices = (figures: FigureIndex, typed: string, most: number): Choice[] =>
  figures.topicsWith(typed, most).map(({ name, count }) => ({
    name: `${shorten(name, 80)} (${count === 1 ? '1 figure' : `${count} figures`})`,
    value: shorten(name, MAX_CHOICE_LENGTH),
  }));

const replyOf = (figures: FigureIndex, found: readonly KnownFigure[], left = 0): Reply =>
  listReply(figures, found, cardsOf, { narrow: 'say what is counted or whose to narrow it down.', left });

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
  const details = [after, of, holder, scope, time, meant].map((part) => part ?? '');
  const line = details.filter(
    (part, i) => i === 0 || (part !== '' && !details.slice(0, i).some((earlier) => hasWords(earlier, part))),
  );
  return {
    ...note(
      line
        .map((part) => shorten(part))
        .join(' · ')
        .trim(),
      number,
    ),
    ...(before && { before }),
  };
}

/** Whether words stand in a text as they are: `US` in `new US jobs` need not be told again. */
const hasWords = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `);
