import { createInterface, type Interface } from 'node:readline/promises';
import { reasonOf, UserError } from '../errors.js';
import type { Library } from '../library.js';
import { type Reply, say } from '../reply.js';
import { visible } from '../text/visible.js';
import { colours } from './colours.js';
import { parseLine } from './command-line.js';
import { complete } from './complete.js';
import { linesOf, write } from './input.js';
import { showByScreens } from './pager.js';
import { renderReply } from './render.js';

const EXIT = /^\s*\/?(?:exit|quit)\s*$/i;

const CONNECT = 'To connect Discord, set DISCORD_TOKEN (README, "Connect it to Discord").';

/** Where somebody types. */
export interface Prompt {
  /** Shows it again, with what has been typed, under what was written meanwhile. */
  redraw(): void;
}

/**
 * Opens the bot in the terminal: questions and commands typed at a prompt, until `exit` or the end of input.
 *
 * @param library the library as it is now, for each line anew.
 * @param prompt can be redrawn from then on while somebody is asked.
 */
export async function openTerminal(library: () => Library, prompt: Prompt): Promise<void> {
  const { stdin: input, stdout: output } = process;
  output.write(
    `Verbatim knows ${countOf(library())}. Ask a question, or type /help; "more" shows the next passage.\n${CONNECT}\n`,
  );
  const readline = createInterface({ input, output, completer: (line: string) => complete(library(), line) });
  const ask = askerOf(readline, prompt);
  // readline keeps Ctrl+C to itself, and would wait for what is being looked up.
  readline.on('SIGINT', () => {
    output.write('\n');
    process.emit('SIGINT');
  });
  const screen = new Screen(library);
  for (;;) {
    const line = await ask(colours.bold('verbatim> '));
    if (line === null || EXIT.test(line)) break;
    if (line.trim() === '') continue;
    await showByScreens(await screen.show(line), output, ask);
    output.write('\n');
  }
  readline.close();
}

/** Asks for a line, during which the prompt can be redrawn; `null` when the input has ended. */
function askerOf(readline: Interface, prompt: Prompt): (question: string) => Promise<string | null> {
  const closed = new Promise<null>((resolve) => readline.once('close', () => resolve(null)));
  return async (question) => {
    prompt.redraw = () => readline.prompt(true);
    // The end comes first: a readline that is closed, which may be while something is looked up, refuses to ask.
    const line = await Promise.race([closed, readline.question(question)]);
    prompt.redraw = () => {};
    return line;
  };
}

/**
 * Answers what is piped in, line by line, until `exit` or the end of input.
 *
 * @throws UserError (exit code 2) when nothing comes in: a service without a token has nobody to talk to.
 */
export async function answerPipe(library: () => Library): Promise<void> {
  const screen = new Screen(library);
  let lines = 0;
  for await (const line of linesOf(process.stdin)) {
    lines++;
    if (EXIT.test(line)) break;
    if (line.trim() !== '') await write(process.stdout, `> ${visible(line)}\n${await screen.show(line)}\n\n`);
  }
  if (lines === 0) {
    throw new UserError(
      `There is no DISCORD_TOKEN and nothing on standard input, so there is nobody to answer. ${CONNECT}`,
      2,
    );
  }
  process.stderr.write(`${CONNECT}\n`);
}

const countOf = ({ articles }: Library): string =>
  articles.length === 1 ? 'one text' : `${articles.length} texts`;

/** What `more` leads to. */
const labelOfMore = ({ cards }: Reply): string[] => {
  const labels = (cards[0]?.turns ?? []).map(({ label }) => label);
  return labels.length > 0 ? [`more: ${labels.join(', ')}`] : [];
};

/** What the last command showed, so that `more` can go on. */
class Screen {
  #reply: Reply | null = null;
  #card = 0;

  readonly #library: () => Library;

  constructor(library: () => Library) {
    this.#library = library;
  }

  /** The text to show for a typed line; what the person did wrong is told, the session goes on. */
  async show(line: string): Promise<string> {
    try {
      if (this.#reply !== null && line.trim() === 'more') return renderReply(this.#reply, ++this.#card);
      const { command, options } = parseLine(line);
      this.#card = 0;
      this.#reply = await command.run(this.#library(), options);
      return [renderReply(this.#reply), ...labelOfMore(this.#reply)].join('\n');
    } catch (error) {
      if (error instanceof UserError) return renderReply(say(reasonOf(error)));
      throw error;
    }
  }
}
