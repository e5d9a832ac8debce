import { candidatesOf } from '../src/answer/candidates.js';
import { featureRows } from '../src/answer/features.js';
import { parseQuestion } from '../src/answer/question.js';
import { type IndexedSentence, LEAD_SENTENCES, TextIndex } from '../src/search/text-index.js';
import { Spelling } from '../src/text/spelling.js';
import type { Asked, Kind, Task } from './squad.js';

/** The candidates of one question with their features and which of them are right. */
export interface Example {
  readonly subject: number;
  readonly kind: Kind;
  readonly sentences: readonly IndexedSentence[];
  readonly rows: readonly Float32Array[];
  readonly labels: readonly number[];
}

/** How a question is put, given a sentence that answers it ('' for none) and the first ones on its subject. */
export type Wording = (question: string, answer: string, lead: readonly string[]) => string;

/** Runs the questions of a task as the bot would, up to the features. */
export function examplesOf(task: Task, wording: Wording = (question) => question): Example[] {
  const index = new TextIndex(task.articles);
  const spelling = new Spelling(index.formFrequencies());
  return task.questions.map((asked) => {
    const answers = answerTexts(task, asked);
    const text = wording(asked.text, [...answers][0] ?? '', leadOf(task, asked));
    const question = parseQuestion(text, index, spelling);
    const views = candidatesOf(question, index);
    return {
      subject: asked.subject,
      kind: asked.kind,
      sentences: views.map(({ sentence }) => sentence),
      rows: featureRows(views),
      labels: views.map(({ sentence }) => (isRight(task, asked, answers, sentence) ? 1 : 0)),
    };
  });
}

function leadOf({ articles }: Task, { about }: Asked): string[] {
  const { text = '', sentences = [] } = articles[about] ?? {};
  return sentences.slice(0, LEAD_SENTENCES).map(({ start, end }) => text.slice(start, end));
}

/** The sentences that answer, as texts: the same sentence elsewhere is as good. */
function answerTexts({ articles }: Task, { article, answers }: Asked): Set<string> {
  const found = articles[article];
  const right = (found?.sentences ?? []).filter(({ start, end }) =>
    answers.some(([a, b]) => a < end && b > start),
  );
  return new Set(right.map(({ start, end }) => found?.text.slice(start, end) ?? ''));
}

function isRight(
  { articles }: Task,
  asked: Asked,
  answers: ReadonlySet<string>,
  place: IndexedSentence,
): boolean {
  const article = articles[place.article];
  const span = article?.sentences[place.sentence];
  if (!article || !span) return false;
  const overlaps = asked.answers.some(([start, end]) => start < span.end && end > span.start);
  return (
    (place.article === asked.article && overlaps) || answers.has(article.text.slice(span.start, span.end))
  );
}
