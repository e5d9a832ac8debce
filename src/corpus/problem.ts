import type { Note } from './formats/document.js';

/**
 * What a problem did to a text: `left out` where it could not be read; `passed over` where it is no text or asks for
 * it itself (a draft); `note` where it is read all the same.
 */
export type Severity = 'left out' | 'passed over' | 'note';

/** What the owner of a corpus should know about a file. */
export interface Problem extends Note {
  /** Relative to the corpus folder, `/` between folders. */
  readonly file: string;
  readonly severity: Severity;
}

/** The order of problems: by file, then by line. */
export const byPlace = (a: Problem, b: Problem): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0);

/** The same said of more files than this becomes one line. */
const MANY = 3;

/** Files that such a line names. */
const NAMED = 3;

/** `minutes.md:3: note: the date …` */
const describeProblem = ({ file, line, severity, message }: Problem): string =>
  `${file}${line === null ? '' : `:${line}`}: ${severity}: ${message}`;

/** Problems as lines for people, in their order; what is said of many files is one line, where the first of them stands. */
export function describeProblems(problems: readonly Problem[]): string[] {
  const alike = new Map<string, Problem[]>();
  for (const problem of problems) {
    const others = alike.get(saying(problem));
    if (others) others.push(problem);
    else alike.set(saying(problem), [problem]);
  }
  return problems.flatMap((problem) => {
    const said = saying(problem);
    const of = alike.get(said) ?? [];
    if (of.length <= MANY) return [describeProblem(problem)];
    const names = of.slice(0, NAMED).map(({ file }) => file);
    return of[0] === problem ? [`${of.length} files (${names.join(', ')}, …): ${said}`] : [];
  });
}

const saying = ({ severity, message }: Problem): string => `${severity}: ${message}`;
