import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Answer, SentencePlace } from '../src/answer/answer.js';
import { findArticle } from '../src/corpus/citation.js';
import type { Library } from '../src/library.js';
import { MAX_QUESTION_LENGTH } from '../src/limits.js';
import { type Card, note, type QuotedItem, quoted, type Reply, say } from '../src/reply.js';
import type { Command } from './command.js';
import {
  EVERYWHERE,
  privateOption,
  SLASH_COMMAND,
  STRING,
  sourceChoices,
  sourceOption,
  textOf,
} from './definition.js';
import { packNumbers, unpackNumbers } from './memory.js';

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
      max_length: MAX_QUESTION_LENGTH,
    },
    sourceOption,
    privateOption,
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** From here on the texts "say" it; an answer below is called the closest passage. */
const SURE = 0.5;

/** How an answer is introduced, by the letter that stands for it in a reply's memory. */
const LEADS = {
  s: 'The texts say:',
  c: 'Closest passage:',
  n: 'The texts do not say.',
  p: 'The texts do not say it in these words: no passage has the quoted phrase.',
} as const;

type Verdict = keyof typeof LEADS;

/** `/ask`: one best answer with its source, the further passages one click away; or that the texts do not say. */
export const ask: Command = {
  definition,
  run(library, options) {
    const question = textOf(options.question);
    const source = textOf(options.source);
    const article = source === '' ? null : findArticle(library.articles, source);
    const answer = library.answer(question, { article });
    if (answer.reason !== null) return { ...say(answer.reason), question };
    const reply = replyOf(library, verdictOf(answer), onePerParagraph(answer.candidates));
    return { ...reply, question, private: reply.private || options.private === true };
  },
  reopen(library, memory) {
    const verdict = memory.charAt(0);
    const places = unpackNumbers(memory.slice(1))?.map((number) => library.sentenceAt(number));
    return isVerdict(verdict) && places?.every((place) => place !== null)
      ? replyOf(library, verdict, places)
      : null;
  },
  suggest: (library, _option, typed) => sourceChoices(library.articles, typed),
};

function verdictOf({ answered, confidence, missingPhrase }: Answer): Verdict {
  if (missingPhrase !== null) return 'p';
  if (!answered) return 'n';
  return confidence >= SURE ? 's' : 'c';
}

const isMiss = (verdict: Verdict): boolean => verdict === 'n' || verdict === 'p';

const isVerdict = (letter: string): letter is Verdict => Object.hasOwn(LEADS, letter);

/** A further passage is another paragraph, not another sentence of the one on the screen. */
function onePerParagraph(places: readonly SentencePlace[]): SentencePlace[] {
  const seen = new Set<unknown>();
  return places.filter((place) => {
    const paragraph = paragraphOf(place);
    return !seen.has(paragraph) && seen.add(paragraph);
  });
}

function replyOf(library: Library, verdict: Verdict, places: readonly SentencePlace[]): Reply {
  return {
    kind: isMiss(verdict) ? 'miss' : 'answer',
    private: isMiss(verdict),
    question: null,
    cards: isMiss(verdict) ? missCards(verdict, places) : answerCards(library, verdict, places),
    layout: 'one-card',
    unit: 'passage',
    memory: verdict + packNumbers(places.map(library.numberOf), 1),
  };
}

function answerCards(library: Library, verdict: Verdict, places: readonly SentencePlace[]): Card[] {
  return places.map((place, index) => {
    const lead = index > 0 ? `Further passage ${index} of ${places.length - 1}:` : LEADS[verdict];
    const further = index === 0 && places.length > 1 ? [note(furtherPassages(places.length - 1))] : [];
    return { items: [note(lead), passageOf(place), ...corroboration(library, place), ...further] };
  });
}

const furtherPassages = (count: number): string =>
  count === 1 ? '1 further passage.' : `${count} further passages.`;

function missCards(verdict: Verdict, places: readonly SentencePlace[]): Card[] {
  const nearest = places.map((place, index) => ({
    items: [
      note(`Nearest passage ${index + 1} of ${places.length}, not an answer:`),
      withoutEmphasis(passageOf(place)),
    ],
  }));
  const cover = [note(LEADS[verdict])];
  return nearest.length === 0
    ? [{ items: cover }]
    : [{ items: cover, next: 'Show the nearest passages' }, ...nearest];
}

/** The other articles that say it too, each with the sentence that does. */
function corroboration(library: Library, place: SentencePlace) {
  const others = library.alsoSaidBy(place).map(({ article, sentence }) => {
    const span = article.sentences[sentence];
    return span ? [quoted(article, span)] : [];
  });
  return others.length === 0 ? [] : [note('Also said here:'), ...others.flat()];
}

const paragraphOf = ({ article, sentence }: SentencePlace) =>
  article.paragraphs[article.sentences[sentence]?.paragraph ?? -1];

/** The sentence's paragraph with the sentence in bold. */
function passageOf(place: SentencePlace): QuotedItem {
  const sentence = place.article.sentences[place.sentence] ?? { start: 0, end: 0 };
  return quoted(place.article, paragraphOf(place) ?? sentence, sentence);
}

const withoutEmphasis = (item: QuotedItem): QuotedItem => ({ ...item, emphasis: null });
