import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { shorten } from '../src/corpus/citation.js';
import { type Agreement, agreement } from '../src/figures/agreement.js';
import { isCounted } from '../src/figures/counted.js';
import type { Figure } from '../src/figures/figure.js';
import { wordingOf } from '../src/figures/wording.js';
import type { Library } from '../src/library.js';
import { type Card, type Item, note, quoted, type Reply, say } from '../src/reply.js';
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
  run(library, options) {
    const about = textOf(options.about).replace(COUNT, '');
    const source = textOf(options.source);
    const articles = sourceOf(library.articles, source)?.articles ?? null;
    const found = library.figures().find({ about, articles });
    if (found.length === 0) return say('The texts give no such figure.');
    const asked = [about, source && `in ${source}`].filter(Boolean).join(' ');
    return { ...replyOf(library, found), question: asked || null, private: options.private === true };
  },
  reopen(library, memory) {
    const found = listFrom(library.figures().find(), memory);
    return found && replyOf(library, found);
  },
  suggest(library, option, typed) {
    return option === 'source' ? sourceChoices(library.articles, typed) : topicChoices(library, typed);
  },
};

/** What the suggestions add to a topic. */
const COUNT = / \(\d+ figures?\)$/;

const topicChoices = (library: Library, typed: string): Choice[] =>
  library
    .figures()
    .topics()
    .filter(({ name }) => fold(name).includes(fold(typed)))
    .map(({ name, count }) => ({
      name: `${shorten(name, 80)} (${count === 1 ? '1 figure' : `${count} figures`})`,
      value: shorten(name, MAX_CHOICE_LENGTH),
    }));

const replyOf = (library: Library, found: readonly Figure[]): Reply =>
  listReply(library.figures().find(), found, cardsOf, 'say what is counted or whose to narrow it down.');

/** A card for each figure, one for all of those that different articles give for the same thing. */
function cardsOf(figures: readonly Figure[]): Card[] {
  const groups = agreement(figures);
  const seen = new Set<Figure>();
  return figures.flatMap((one) => {
    if (seen.has(one)) return [];
    const group = groups.find(
      (other) => other.figures.includes(one) && !other.figures.some((f) => seen.has(f)),
    );
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
function itemsOf(one: Figure): Item[] {
  const place = one.article.sentences[one.sentence] ?? one;
  return [figureNote(one), quoted(one.article, place, one)];
}

/** A figure in a line: the number as written with what it counts or its measure, then of what, whose, where and when. */
export function figureNote(figure: Figure): Item {
  const { before, number, after, meant } = wordingOf(figure);
  const { holder, scope, time } = figure;
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
