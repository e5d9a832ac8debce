import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Answer } from '../src/answer/answer.js';
import type { Article, Sentence, SentencePlace } from '../src/corpus/article.js';
import { partOf, partsOf } from '../src/corpus/excerpt.js';
import { passageOf } from '../src/corpus/passage.js';
import { sourceNamed } from '../src/corpus/sources.js';
import { isCallForHelp, isSmallTalk } from '../src/english/small-talk.js';
import { termsOf } from '../src/english/terms.js';
import { asksForNumber, figureAsked } from '../src/figures/asked.js';
import type { KnownFigure } from '../src/figures/figure.js';
import type { Library } from '../src/library.js';
import { MAX_QUESTION_LENGTH } from '../src/limits.js';
import { commandNote, note, type Reply, say } from '../src/reply.js';
import type { Span } from '../src/text/span.js';
import { MAX_INSTEAD, replyOf, unpackShown, type Verdict } from './answer-cards.js';
import type { Command, Options, Place } from './command.js';
import {
  EVERYWHERE,
  privateOption,
  SLASH_COMMAND,
  STRING,
  sourceChoices,
  sourceIfAny,
  sourceOf,
  sourceOption,
  textOf,
  USER,
} from './definition.js';
import { help } from './help.js';
import { questionChoices, questionIn, questionsNear } from './known-questions.js';

const definition = {
  ...EVERYWHERE,
  type: SLASH_COMMAND,
  name: 'ask',
  description: 'Get the sentence that answers, as published, with its source',
  options: [
    {
      type: STRING,
      name: 'question',
      description: 'What do you want to know? "…" finds an exact phrase',
      required: true,
      autocomplete: true,
      max_length: MAX_QUESTION_LENGTH,
    },
    sourceOption,
    privateOption,
    { type: USER, name: 'for', description: 'Whom the answer is for; they are named, not notified' },
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Said to whoever asks nothing about the texts. */
export const whatIDo = (): Reply => ({
  ...say(),
  cards: [{ items: [note('I answer questions about the texts, in their own words:'), HELP] }],
});

const HELP = commandNote('help', 'shows what you can ask.');

/** `/ask`: one best answer with its source, the further passages one click away; or that the texts do not say. */
export const ask: Command = {
  definition,
  isRead: true,
  run,
  async reopen(library, memory) {
    const known = questionIn(library, memory);
    if (known) return run(library, { question: known.text });
    const shown = await unpackShown(library, memory);
    return shown && replyOf(library, shown);
  },
  suggest(library, option, given, most) {
    if (option === 'source') return sourceChoices(library.articles, textOf(given.source), most);
    const source = sourceIfAny(library.articles, given.source);
    return questionChoices(library, textOf(given.question), source, most);
  },
};

async function run(library: Library, options: Options, place?: Place): Promise<Reply> {
  const question = textOf(options.question);
  if (isCallForHelp(question)) return help.run(library, {}, place);
  if (isSmallTalk(question)) return { ...whatIDo(), question };
  const articles = sourceOf(library.articles, options.source)?.articles ?? null;
  const reply = await shown(library, await library.answer(question, { articles }), articles);
  return { ...reply, private: reply.private || options.private === true };
}

/** What the texts say, as a reply; `articles` are those that were looked in, `null` for all. */
export async function shown(
  library: Library,
  answer: Answer,
  articles: readonly Article[] | null,
): Promise<Reply> {
  const { question } = answer;
  if (answer.reason !== null) return { ...say(answer.reason), question };
  const places = onTheQuestion(question, onePerPassage(answer.candidates));
  const [first] = places;
  const figure = asksForNumber(question) ? figureAsked(question, await figuresIn(library, first)) : null;
  const reply = await replyOf(library, {
    verdict: verdictOf(answer),
    places,
    part: first ? partAsked(question, first, figure) : 0,
    figure,
    also: answer.also,
    onlyThere: articles !== null,
    named: sourceNamed(articles ?? library.articles, question),
    instead: answer.answered ? [] : questionsNear(library, question, articles, MAX_INSTEAD),
  });
  return { ...reply, question };
}

const verdictOf = ({ outcome, missingPhrase }: Answer): Verdict =>
  missingPhrase === null ? outcome : 'no such phrase';

/** A further passage is another one, not another sentence of the one on the screen. */
function onePerPassage(places: readonly SentencePlace[]): SentencePlace[] {
  const seen = new Set<string>();
  return places.filter((place) => {
    const passage = `${place.article.id}:${passageOf(place).at(-1)?.start}`;
    return !seen.has(passage) && seen.add(passage);
  });
}

/** The first, and of the others those whose block shares a word with the question, where that has any. */
function onTheQuestion(question: string, places: readonly SentencePlace[]): SentencePlace[] {
  const asked = new Set(termsOf(question));
  return places.filter(({ article, sentence }, i) => {
    const block = article.paragraphs[article.sentences[sentence]?.paragraph ?? 0];
    const words = article.text.slice(block?.start, block?.end);
    return i === 0 || asked.size === 0 || termsOf(words).some((term) => asked.has(term));
  });
}

/**
 * Which part of a long sentence a question is after, as an offset: the one that has the figure, then most words of the
 * question; the first of equals.
 */
function partAsked(question: string, { article, sentence }: SentencePlace, figure: Span | null): number {
  const span = article.sentences[sentence] as Sentence;
  const asked = new Set(termsOf(question));
  const fitness = (offset: number): number => {
    const part = partOf(article.text, span, offset);
    const terms = new Set(termsOf(article.text.slice(part.start, part.end)));
    const hasFigure = figure !== null && figure.start >= part.start && figure.end <= part.end;
    return [...asked].filter((term) => terms.has(term)).length + (hasFigure ? asked.size + 1 : 0);
  };
  let best = { offset: 0, fits: -1 };
  for (const offset of partsOf(article, span)) {
    const fits = fitness(offset);
    if (fits > best.fits) best = { offset, fits };
  }
  return best.offset;
}

/** The figures of one sentence. */
async function figuresIn(library: Library, place: SentencePlace | undefined): Promise<KnownFigure[]> {
  const figures = await library.figures();
  const found = place ? figures.find({ articles: [place.article] }) : [];
  return found.filter(({ sentence }) => sentence === place?.sentence);
}
