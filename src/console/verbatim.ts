import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { ask } from '../../commands/ask.js';
import { figure, figureList } from '../../commands/figure.js';
import { checkedReply } from '../../commands/find-sources.js';
import { quote } from '../../commands/quote.js';
import { sources } from '../../commands/sources.js';
import type { Checked } from '../claims/checker.js';
import { readConfig } from '../config.js';
import { CorpusFolder } from '../corpus/corpus-folder.js';
import { mustHoldTexts, summaryOf } from '../corpus/load.js';
import { describeProblems } from '../corpus/problem.js';
import { reasonOf, UserError } from '../errors.js';
import type { Library } from '../library.js';
import { DEFAULT_TOP, MAX_TOP } from '../limits.js';
import type { LibrarySettings } from '../open-library.js';
import type { Told } from '../progress.js';
import { visible } from '../text/visible.js';
import { linesOf, type Output, warningsOn, write } from './input.js';
import { answerLine, checkedLine, figureLine, quotationLine, sourceLine } from './json.js';
import { renderReply } from './render.js';

/** What a call of the command line has around it. */
export interface Surroundings {
  readonly stdin: AsyncIterable<Buffer>;
  /** Results. */
  readonly stdout: NodeJS.WritableStream;
  /** Warnings, and what went wrong. */
  readonly stderr: Output;
  readonly env: NodeJS.ProcessEnv;
  openLibrary(settings: LibrarySettings, told: Told): Promise<Library>;
}

/**
 * `verbatim ask|check|quotes|figures|sources|validate|import`: the engine for people and scripts.
 *
 * @returns the exit code.
 */
export async function verbatim(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const call = new Call(surroundings);
  try {
    await call.program().parseAsync(args, { from: 'user' });
    return call.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UserError)) throw error;
    surroundings.stderr.write(`${reasonOf(error)}\n`);
    return error.exitCode;
  }
}

interface Flags {
  readonly corpus?: string;
  readonly json?: boolean;
}

class Call {
  exitCode = 0;
  readonly #io: Surroundings;

  constructor(io: Surroundings) {
    this.#io = io;
  }

  /** The commands with their options. */
  program(): Command {
    const program = new Command('verbatim')
      .description('Answers questions about a folder of texts, only in the texts’ own words.')
      .exitOverride()
      .configureOutput({
        writeOut: (text) => this.#io.stdout.write(text),
        writeErr: (text) => this.#io.stderr.write(text),
      });
    const command = (signature: string, description: string): Command =>
      program
        .command(signature)
        .description(description)
        .option('--corpus <dir>', 'folder of the texts (default: CORPUS_DIR, else corpus)')
        .option('--json', 'print JSON Lines');
    command('ask [question...]', 'answer a question, or each line of standard input')
      .option('--top <n>', 'how many sentences to list', topCount, DEFAULT_TOP)
      .action((words: string[], flags) => this.#ask(words, flags));
    command(
      'check [claim...]',
      'tell what the texts say to a claim, or to each line of standard input',
    ).action((words: string[], flags) => this.#check(words, flags));
    command('quotes', 'list who said what')
      .option('--speaker <name>', 'who said it')
      .option('--about <words>', 'what it is about')
      .action((flags) => this.#quotes(flags));
    command('figures', 'list the numbers and what they count')
      .option('--about <words>', 'what is counted, or whose')
      .action((flags) => this.#figures(flags));
    command('sources', 'list the texts').action((flags) => this.#sources(flags));
    command('validate', 'check the texts; exit code 1 when one had to be left out').action((flags) =>
      this.#validate(flags),
    );
    program
      .command('import <file-or-address...>')
      .description('write texts of web pages, PDFs, feeds and other files into the folder')
      .option('--into <dir>', 'folder that they are written to (default: CORPUS_DIR, else corpus)')
      .option('--allow-private', 'visit addresses of this machine and of private networks too', false)
      .action((from: string[], flags) => this.#import(from, flags));
    return program;
  }

  async #ask(words: readonly string[], flags: Flags & { top: number }): Promise<void> {
    const library = await this.#library(flags);
    const questions = words.length > 0 ? [words.join(' ')] : linesOf(this.#io.stdin);
    for await (const question of questions) await this.#print(await answerTo(library, question, flags));
  }

  async #check(words: readonly string[], flags: Flags): Promise<void> {
    const library = await this.#library(flags);
    const claims = words.length > 0 ? [words.join(' ')] : linesOf(this.#io.stdin);
    for await (const claim of claims) {
      const checked = await library.check(claim);
      await this.#print(flags.json ? JSON.stringify(checkedLine(checked)) : shownCheck(checked));
    }
  }

  async #quotes({ speaker, about, ...flags }: Flags & { speaker?: string; about?: string }): Promise<void> {
    const library = await this.#library(flags);
    if (!flags.json) return this.#print(renderReply(await quote.run(library, { speaker, about })));
    for (const found of (await library.quotes()).find({ speaker, about }))
      await this.#print(JSON.stringify(quotationLine(found)));
  }

  async #figures({ about = '', ...flags }: Flags & { about?: string }): Promise<void> {
    const library = await this.#library(flags);
    // All of them, where a person would be shown what there is to choose from.
    const all = about === '' && !flags.json ? await figureList(library) : null;
    if (!flags.json) return this.#print(renderReply(all ?? (await figure.run(library, { about }))));
    for (const found of (await library.figures()).find({ about }))
      await this.#print(JSON.stringify(figureLine(found)));
  }

  async #sources(flags: Flags): Promise<void> {
    const library = await this.#library(flags);
    if (!flags.json) return this.#print(renderReply(await sources.run(library, {})));
    for (const article of library.articles) await this.#print(JSON.stringify(sourceLine(article)));
  }

  async #validate(flags: Flags): Promise<void> {
    const { corpusDir } = this.#settings(flags);
    // The texts of single servers too, which no other command here shows.
    const { whole: corpus } = await new CorpusFolder(corpusDir).read('anew');
    const { problems } = corpus;
    const lines = flags.json
      ? problems.map((problem) => JSON.stringify(problem))
      : describeProblems(problems).map(visible);
    for (const line of lines) await this.#print(line);
    const leftOut = problems.filter(({ severity }) => severity === 'left out').length;
    this.#tell(`${summaryOf(corpus)} Problems: ${leftOut}.`);
    mustHoldTexts(corpus);
    if (leftOut > 0) this.exitCode = 1;
  }

  async #import(
    from: readonly string[],
    { into, allowPrivate }: { into?: string; allowPrivate: boolean },
  ): Promise<void> {
    const { importTexts } = await import('../import/import.js');
    const options = { into: into ?? this.#settings({}).corpusDir, allowPrivate };
    for await (const outcome of importTexts(from, options)) {
      if ('written' in outcome) {
        const { file, how } = outcome.written;
        await this.#print(visible(`${file}: ${how}, from ${outcome.from}`));
      } else if ('note' in outcome) this.#tell(visible(`${outcome.from}: note: ${outcome.note}`));
      else {
        this.#tell(visible(`${outcome.from}: not imported: ${outcome.failure}`));
        this.exitCode = 1;
      }
    }
  }

  #print(line: string): Promise<void> {
    return write(this.#io.stdout, `${line}\n`);
  }

  #tell(line: string): void {
    this.#io.stderr.write(`${line}\n`);
  }

  /** The settings of the library, and `--corpus`; what is only for Discord is not looked at. */
  #settings({ corpus }: Flags): LibrarySettings {
    const { CORPUS_DIR, CACHE_DIR, MODEL_THREADS } = this.#io.env;
    const settings = readConfig({ CORPUS_DIR, CACHE_DIR, MODEL_THREADS });
    return { ...settings, corpusDir: corpus ?? settings.corpusDir, waits: true };
  }

  #library(flags: Flags): Promise<Library> {
    return this.#io.openLibrary(this.#settings(flags), warningsOn(this.#io.stderr));
  }
}

async function answerTo(
  library: Library,
  question: string,
  { json, top }: Flags & { top: number },
): Promise<string> {
  if (json) return JSON.stringify(answerLine(await library.answer(question, { top })));
  return `> ${visible(question)}\n${renderReply(await ask.run(library, { question }))}\n`;
}

const shownCheck = (checked: Checked): string =>
  `> ${visible(checked.claim)}\n${renderReply(checkedReply([checked]))}\n`;

function topCount(value: string): number {
  const top = Number(value);
  if (Number.isInteger(top) && top >= 1 && top <= MAX_TOP) return top;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_TOP}.`);
}
