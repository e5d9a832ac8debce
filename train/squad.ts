import type { Article } from '../src/corpus/article.js';
import { parseArticle } from '../src/corpus/read.js';

/** Articles that are indexed together, and questions to ask of them. */
export interface Task {
  readonly articles: readonly Article[];
  readonly questions: readonly Asked[];
}

/** Whether the articles answer, only have the subject, or are about something else. */
export type Kind = 'answerable' | 'near miss' | 'off topic';

export interface Asked {
  readonly text: string;
  readonly kind: Kind;
  /** Number of the subject: the article of the data file, the unit of cross-validation. */
  readonly subject: number;
  /** Index into `Task.articles` of the one about the subject, -1 without one. */
  readonly about: number;
  /** Index of the article that answers, -1 when none does. */
  readonly article: number;
  /** Spans in that article's text. */
  readonly answers: readonly (readonly [start: number, end: number])[];
}

/** The data file: SQuAD 1.1 with its paragraphs in a list (P. Rajpurkar et al., 2016; CC BY-SA 4.0). */
export interface SquadFile {
  readonly articles: readonly string[];
  readonly paragraphs: readonly { readonly a: number; readonly text: string }[];
  readonly questions: readonly {
    readonly q: string;
    readonly p: number;
    readonly ans: readonly [number, number][];
  }[];
}

/** The paragraphs of each subject that are indexed. */
type Parts = ReadonlyMap<number, readonly number[]>;

/** All articles, all questions. */
export const wholeTask = (file: SquadFile): Task => taskOf(file, partsOf(file));

/** Every second article (the even ones, or the odd ones), and all questions: those about the others are off topic. */
export const halfTask = (file: SquadFile, odd: 0 | 1): Task =>
  taskOf(file, new Map([...partsOf(file)].filter(([subject]) => subject % 2 === odd)));

/** Every second paragraph of every article, and all questions: those about the others are near misses. */
export const gappyTask = (file: SquadFile): Task => taskOf(file, withGaps(partsOf(file)));

const NEWS_PARAGRAPHS = 6;
const NEWS_SENTENCES = 2;
/** Articles in the small corpora, in turn. */
const NEWS_SIZES = [2, 12, 5, 25];
/** One in so many questions about other subjects is asked of a small corpus. */
const OFF_TOPIC = 200;

/**
 * Small corpora that look like news: pieces of a few paragraphs, with a paragraph end after every other sentence;
 * with gaps, only half of the paragraphs. Asked are the questions about the pieces, and a few about others.
 */
export function newsTasks(file: SquadFile, gaps: boolean): Task[] {
  return newsParts(file).map((parts, turn) => {
    const inside = new Set([...parts.values()].flat());
    const isAsked = (question: SquadFile['questions'][number], q: number): boolean =>
      inside.has(question.p) ||
      (!parts.has(subjectOf(file, question.p)) && q % OFF_TOPIC === turn % OFF_TOPIC);
    return taskOf(file, gaps ? withGaps(parts) : parts, breaksOf, isAsked);
  });
}

function newsParts(file: SquadFile): Parts[] {
  const pieces: Map<number, number[]>[] = [];
  for (const [subject, paragraphs] of partsOf(file)) {
    for (let piece = 0; piece * NEWS_PARAGRAPHS < paragraphs.length; piece++) {
      const from = piece * NEWS_PARAGRAPHS;
      pieces[piece] ??= new Map();
      pieces[piece]?.set(subject, paragraphs.slice(from, from + NEWS_PARAGRAPHS));
    }
  }
  let turn = 0;
  return pieces.flatMap((piece) => {
    const groups: Parts[] = [];
    const entries = [...piece];
    while (entries.length > 0)
      groups.push(new Map(entries.splice(0, NEWS_SIZES[turn++ % NEWS_SIZES.length])));
    return groups;
  });
}

const subjectOf = (file: SquadFile, paragraph: number): number => file.paragraphs[paragraph]?.a as number;

function partsOf(file: SquadFile): Map<number, number[]> {
  const parts = new Map<number, number[]>();
  for (const paragraph of file.paragraphs.keys()) {
    const subject = subjectOf(file, paragraph);
    const paragraphs = parts.get(subject);
    if (paragraphs) paragraphs.push(paragraph);
    else parts.set(subject, [paragraph]);
  }
  return parts;
}

const withGaps = (parts: Parts): Parts =>
  new Map([...parts].map(([subject, paragraphs]) => [subject, paragraphs.filter((_, i) => i % 2 === 0)]));

/** Where paragraphs are to end: the offsets of the spaces after every other sentence. */
function breaksOf(paragraph: string): number[] {
  const ends = [...paragraph.matchAll(/[.!?]["”)]? (?=\p{Lu})/gu)].map(
    ({ index, 0: end }) => index + end.length - 1,
  );
  return ends.filter((_, i) => i % NEWS_SENTENCES === NEWS_SENTENCES - 1);
}

function taskOf(
  file: SquadFile,
  parts: Parts,
  breaks: (paragraph: string) => number[] = () => [],
  isAsked: (question: SquadFile['questions'][number], q: number) => boolean = () => true,
): Task {
  const places = new Map<number, { article: number; shift: (offset: number) => number }>();
  const articles = [...parts].map(([subject, paragraphs], article) => {
    let body = '';
    for (const paragraph of paragraphs) {
      if (body !== '') body += '\n\n';
      const start = body.length;
      const text = (file.paragraphs[paragraph]?.text ?? '').replace(/\n/g, ' ');
      const ends = breaks(text);
      body += withBreaks(text, ends);
      places.set(paragraph, { article, shift: (at) => start + at + ends.filter((end) => end < at).length });
    }
    return parse(`${subject}.md`, file.articles[subject] as string, body);
  });
  const subjects = [...parts.keys()];
  const questions = file.questions.filter(isAsked).map(({ q, p, ans }): Asked => {
    const place = places.get(p);
    const subject = subjectOf(file, p);
    return {
      text: q.replace(/\s+/g, ' ').trim(),
      kind: place ? 'answerable' : parts.has(subject) ? 'near miss' : 'off topic',
      subject,
      about: subjects.indexOf(subject),
      article: place?.article ?? -1,
      answers: place ? ans.map(([start, end]) => [place.shift(start), place.shift(end)] as const) : [],
    };
  });
  return { articles, questions };
}

/** The text with a blank line in place of the space at each offset. */
const withBreaks = (text: string, offsets: readonly number[]): string =>
  [-1, ...offsets].map((from, i) => text.slice(from + 1, offsets[i])).join('\n\n');

function parse(file: string, title: string, body: string): Article {
  const article = parseArticle(file, `---\ntitle: ${JSON.stringify(title)}\n---\n${body}\n`);
  if (Array.isArray(article)) throw new Error(`${file} cannot be read`);
  return article as Article;
}
