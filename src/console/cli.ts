#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { ask } from '../../commands/ask.js';
import { figure } from '../../commands/figure.js';
import { quote } from '../../commands/quote.js';
import { sources } from '../../commands/sources.js';
import { loadEnvFile, readConfig } from '../config.js';
import { CorpusFolder } from '../corpus/corpus-folder.js';
import { mustHoldTexts, summaryOf } from '../corpus/load.js';
import { describeProblems } from '../corpus/problem.js';
import { reasonOf, UserError } from '../errors.js';
import { type LibrarySettings, openLibrary } from '../libraries.js';
import type { Library } from '../library.js';
import { DEFAULT_TOP, MAX_TOP } from '../limits.js';
import { visible } from '../text/visible.js';
import { linesOf, mindOutput, plainWarnings, write } from './input.js';
import { answerLine, figureLine, quotationLine, sourceLine } from './json.js';
import { renderReply } from './render.js';

/** `verbatim ask|quotes|figures|sources|validate|import`: the engine for people and scripts. Results go to stdout, logs to stderr. */

interface Flags {
  readonly corpus?: string;
  readonly json?: boolean;
}

const program = new Command('verbatim')
  .description('Answers questions about a folder of texts, only in the texts’ own words.')
  .exitOverride();

const command = (signature: string, description: string): Command =>
  program
    .command(signature)
    .description(description)
    .option('--corpus <dir>', 'folder of the texts (default: CORPUS_DIR, else corpus)')
    .option('--json', 'print JSON Lines');

command('ask [question...]', 'answer a question, or each line of standard input')
  .option('--top <n>', 'how many sentences to list', topCount, DEFAULT_TOP)
  .action(async (words: string[], flags: Flags & { top: number }) => {
    const library = await libraryOf(flags);
    const questions = words.length > 0 ? [words.join(' ')] : linesOf(process.stdin);
    for await (const question of questions) await print(await answerTo(library, question, flags));
  });

command('quotes', 'list who said what')
  .option('--speaker <name>', 'who said it')
  .option('--about <words>', 'what it is about')
  .action(async ({ speaker, about, ...flags }: Flags & { speaker?: string; about?: string }) => {
    const library = await libraryOf(flags);
    if (!flags.json) return print(renderReply(await quote.run(library, { speaker, about })));
    for (const found of library.quotes().find({ speaker, about }))
      await print(JSON.stringify(quotationLine(found)));
  });

command('figures', 'list the numbers and what they count')
  .option('--about <words>', 'what is counted, or whose')
  .action(async ({ about = '', ...flags }: Flags & { about?: string }) => {
    const library = await libraryOf(flags);
    if (!flags.json) return print(renderReply(await figure.run(library, { about })));
    for (const found of library.figures().find({ about })) await print(JSON.stringify(figureLine(found)));
  });

command('sources', 'list the texts').action(async (flags: Flags) => {
  const library = await libraryOf(flags);
  if (flags.json) for (const article of library.articles) await print(JSON.stringify(sourceLine(article)));
  else await print(renderReply(await sources.run(library, {})));
});

command('validate', 'check the texts; exit code 1 when one had to be left out').action(
  async (flags: Flags) => {
    const { corpusDir } = settingsOf(flags);
    // The texts of single servers too, which no other command here shows.
    const { whole: corpus } = await new CorpusFolder(corpusDir).read('anew');
    const { problems } = corpus;
    const lines = flags.json
      ? problems.map((problem) => JSON.stringify(problem))
      : describeProblems(problems).map(visible);
    for (const line of lines) await print(line);
    const leftOut = problems.filter(({ severity }) => severity === 'left out').length;
    process.stderr.write(`${summaryOf(corpus)} Problems: ${leftOut}.\n`);
    mustHoldTexts(corpus);
    if (leftOut > 0) process.exitCode = 1;
  },
);

program
  .command('import <file-or-address...>')
  .description('write texts of web pages, PDFs, feeds and other files into the folder')
  .option('--into <dir>', 'folder that they are written to (default: CORPUS_DIR, else corpus)')
  .option('--allow-private', 'visit addresses of this machine and of private networks too', false)
  .action(async (sources: string[], { into, allowPrivate }: { into?: string; allowPrivate: boolean }) => {
    const { importTexts } = await import('../import/import.js');
    const options = { into: into ?? settingsOf({}).corpusDir, allowPrivate };
    for await (const outcome of importTexts(sources, options)) {
      const { from } = outcome;
      if ('written' in outcome)
        await print(visible(`${outcome.written.file}: ${outcome.written.how}, from ${from}`));
      else if ('note' in outcome) process.stderr.write(`${visible(`${from}: note: ${outcome.note}`)}\n`);
      else {
        process.stderr.write(`${visible(`${from}: not imported: ${outcome.failure}`)}\n`);
        process.exitCode = 1;
      }
    }
  });

const print = (line: string): Promise<void> => write(process.stdout, `${line}\n`);

/** The settings of the library, and `--corpus`; what is only for Discord is not looked at. */
function settingsOf({ corpus }: Flags): LibrarySettings {
  const { CORPUS_DIR, CACHE_DIR, MODEL_THREADS } = process.env;
  const settings = readConfig({ CORPUS_DIR, CACHE_DIR, MODEL_THREADS });
  return { ...settings, corpusDir: corpus ?? settings.corpusDir, waits: true };
}

const libraryOf = (flags: Flags): Promise<Library> => openLibrary(settingsOf(flags), plainWarnings);

async function answerTo(
  library: Library,
  question: string,
  { json, top }: Flags & { top: number },
): Promise<string> {
  if (json) return JSON.stringify(answerLine(await library.answer(question, { top })));
  return `> ${visible(question)}\n${renderReply(await ask.run(library, { question }))}\n`;
}

function topCount(value: string): number {
  const top = Number(value);
  if (Number.isInteger(top) && top >= 1 && top <= MAX_TOP) return top;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_TOP}.`);
}

async function main(): Promise<void> {
  mindOutput();
  loadEnvFile();
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof UserError) {
      process.stderr.write(`${reasonOf(error)}\n`);
      process.exitCode = error.exitCode;
    } else throw error;
  }
}

await main();
