import path from 'node:path';
import { UserError } from '../errors.js';
import { progressOf, type Told } from '../progress.js';
import { describeProblems, type Severity } from './problem.js';
import { type Corpus, type ReadFile, readCorpus } from './read.js';

/** Lines about single files at the start; `validate` lists all of them. */
const MAX_LINES = 20;

/** Reading a folder, as it is told while it takes a while. */
export const READING = { what: 'Reading the texts', unit: 'files' };

/**
 * Reads the texts that all see, to answer from. What is not read is told, with the reason; the others load.
 *
 * @throws UserError when no text is left to answer from.
 */
export async function loadArticles(dir: string, told: Told, read?: ReadFile): Promise<Corpus> {
  const { warn, info } = told;
  const corpus = await readCorpus(dir, read, progressOf(told, READING));
  tellUnread(corpus, warn);
  mustHoldTexts(corpus);
  if (corpus.problems.length > 0) info(summaryWithHint(corpus));
  return corpus;
}

/**
 * Tells of files that are not read and why, but for what was told `before`.
 *
 * @returns all that there was to tell.
 */
export function tellUnread(
  { problems }: Pick<Corpus, 'problems'>,
  warn: Told['warn'],
  before: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const lines = describeProblems(problems.filter(({ severity }) => severity !== 'note'));
  for (const line of lines.filter((one) => !before.has(one)).slice(0, MAX_LINES)) warn(line);
  return new Set(lines);
}

/** The summary, and the command that tells more where there is more to tell. */
export const summaryWithHint = (corpus: Pick<Corpus, 'articles' | 'problems'>): string =>
  corpus.problems.length === 0 ? summaryOf(corpus) : `${summaryOf(corpus)} “${VALIDATE}” tells more.`;

const VALIDATE = 'npm run verbatim -- validate';

/** `12 texts were read, 2 files left out, 5 passed over; 3 notes.` */
export function summaryOf({ articles, problems }: Pick<Corpus, 'articles' | 'problems'>): string {
  const count = (wanted: Severity) => problems.filter(({ severity }) => severity === wanted).length;
  const [leftOut, passedOver, notes] = [count('left out'), count('passed over'), count('note')];
  const read = articles.length === 1 ? 'One text was read' : `${articles.length} texts were read`;
  const files = `${leftOut} ${leftOut === 1 ? 'file' : 'files'} left out`;
  const others = passedOver > 0 ? `, ${passedOver} passed over` : '';
  const noted = notes > 0 ? `; ${notes} ${notes === 1 ? 'note' : 'notes'}` : '';
  return `${read}, ${files}${others}${noted}.`;
}

/** @throws UserError when there is no text, with what to do. */
export function mustHoldTexts({ dir, articles, problems }: Omit<Corpus, 'stamp'>): void {
  if (articles.length > 0) return;
  const full = path.resolve(dir);
  const what =
    problems.length === 0
      ? `The folder ${full} holds no text yet.`
      : `None of the files in ${full} can be read as a text.`;
  throw new UserError(
    `${what} Put texts there (.md, .txt, .html, .pdf, .docx and others; see docs/texts.md), or set CORPUS_DIR to the folder that has them.`,
  );
}
