import type { Article } from '../src/corpus/article.js';
import { parseArticle } from '../src/corpus/read.js';

/** Articles that are indexed together, and questions to ask of them. */
export interface Task {
  readonly articles: readonly Article[];
  readonly questions: readonly Asked[];
}

export interface Asked {
  readonly text: string;
  /** Number of the subject: the article of the data file, the unit of cross-validation. */
  readonly subject: number;
  /** Index into `Task.articles`, -1 when these articles do not answer. */
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

/** All articles, all questions. */
export const wholeTask = (file: SquadFile): Task =>
  taskOf(
    file,
    grouped(file, (paragraph) => file.paragraphs[paragraph]?.a as number),
  );

/** Every second article, from `rest` on, and all questions: those about the other articles have no answer. */
export function halfTask(file: SquadFile, rest: 0 | 1): Task {
  const parts = grouped(file, (paragraph) => file.paragraphs[paragraph]?.a as number);
  return taskOf(file, new Map([...parts].filter(([article]) => article % 2 === rest)));
}

const NEWS_PARAGRAPHS = 6;
const NEWS_SENTENCES = 2;

/**
 * Small corpora that look like news: pieces of a few paragraphs, one from each article, with a paragraph end after
 * every other sentence.
 */
export function newsTasks(file: SquadFile): Task[] {
  const seen = file.articles.map(() => 0);
  const piece = file.paragraphs.map(({ a }) => Math.floor((seen[a] as number)++ / NEWS_PARAGRAPHS));
  const count = Math.max(...piece) + 1;
  return Array.from({ length: count }, (_, p) => {
    const parts = grouped(file, (paragraph) =>
      piece[paragraph] === p ? (file.paragraphs[paragraph]?.a as number) : -1,
    );
    parts.delete(-1);
    const inside = new Set([...parts.values()].flat());
    const task = taskOf(file, parts, breaksOf);
    return {
      ...task,
      questions: task.questions.filter((_, q) => inside.has(file.questions[q]?.p as number)),
    };
  });
}

/** Where paragraphs are to end: the offsets of the spaces after every other sentence. */
function breaksOf(paragraph: string): number[] {
  const ends = [...paragraph.matchAll(/[.!?]["”)]? (?=\p{Lu})/gu)].map(
    ({ index, 0: end }) => index + end.length - 1,
  );
  return ends.filter((_, i) => i % NEWS_SENTENCES === NEWS_SENTENCES - 1);
}

function grouped(file: SquadFile, articleOf: (paragraph: number) => number): Map<number, number[]> {
  const parts = new Map<number, number[]>();
  for (const paragraph of file.paragraphs.keys()) {
    const article = articleOf(paragraph);
    parts.set(article, [...(parts.get(article) ?? []), paragraph]);
  }
  return parts;
}

function taskOf(
  file: SquadFile,
  parts: ReadonlyMap<number, readonly number[]>,
  breaks: (paragraph: string) => number[] = () => [],
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
  const questions = file.questions.map(({ q, p, ans }) => {
    const place = places.get(p);
    return {
      text: q.replace(/\s+/g, ' ').trim(),
      subject: file.paragraphs[p]?.a as number,
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
