import { type Config, loadEnvFile, readConfig } from './config.js';
import { mindOutput, warningsOn } from './console/input.js';
import type { Prompt } from './console/terminal.js';
import { reasonOf, UserError } from './errors.js';
import { type Model, openModel } from './model/model.js';
import type { Signals } from './signals.js';

/** Runs the bot: on Discord when there is a token, else in the terminal. */
export async function start(signals: Signals): Promise<void> {
  try {
    await run(signals);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = error.exitCode;
  }
}

async function run(signals: Signals): Promise<void> {
  mindOutput();
  loadEnvFile();
  const config = readConfig(process.env);
  // The networks load while the rest of the program does; who needs them is told why they cannot.
  const model = openModel(config.modelThreads ?? undefined);
  signals.endAfter(model);
  if (config.token === null) return runHere(config, model, signals);
  const { runBot } = await import('./discord/bot.js');
  await runBot({ ...config, token: config.token }, model, signals);
}

/** The bot at this terminal, or for what is piped in. */
async function runHere(config: Config, model: Promise<Model>, signals: Signals): Promise<void> {
  signals.endOnHangUp();
  const [{ Libraries }, { answerPipe, openTerminal }] = await Promise.all([
    import('./libraries.js'),
    import('./console/terminal.js'),
  ]);
  const prompt: Prompt = { redraw: () => {} };
  const told = warningsOn(process.stderr, () => prompt.redraw());
  const libraries = await Libraries.open({ ...config, waits: true }, told, model);
  await libraries.watch();
  if (process.stdin.isTTY) void libraries.makeQuestions();
  await (process.stdin.isTTY ? openTerminal : answerPipe)(() => libraries.common, prompt);
  await libraries.close();
}
