import { loadEnvFile, readConfig } from './config.js';
import { mindOutput, warningsOn } from './console/input.js';
import { answerPipe, openTerminal } from './console/terminal.js';
import { reasonOf, UserError } from './errors.js';
import { Libraries } from './libraries.js';
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
  if (config.token !== null) {
    const { runBot } = await import('./discord/bot.js');
    await runBot({ ...config, token: config.token }, signals);
    return;
  }
  signals.endOnHangUp();
  const libraries = await Libraries.open({ ...config, waits: true }, warningsOn(process.stderr));
  await libraries.watch();
  await (process.stdin.isTTY ? openTerminal : answerPipe)(() => libraries.common);
  await libraries.close();
}
