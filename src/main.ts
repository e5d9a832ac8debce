#!/usr/bin/env node
import { loadEnvFile, readConfig } from './config.js';
import { endWhenReaderLeaves, warningsOn } from './console/input.js';
import { answerPipe, openTerminal } from './console/terminal.js';
import { reasonOf, UserError } from './errors.js';
import { Libraries } from './libraries.js';

/** Runs the bot: on Discord when there is a token, else in the terminal. */
async function main(): Promise<void> {
  loadEnvFile();
  const config = readConfig(process.env);
  if (config.token !== null) {
    const { runBot } = await import('./discord/bot.js');
    await runBot({ ...config, token: config.token });
    return;
  }
  endWhenReaderLeaves(process.stdout);
  const libraries = await Libraries.open({ ...config, waits: true }, warningsOn(process.stderr));
  await libraries.watch();
  await (process.stdin.isTTY ? openTerminal : answerPipe)(() => libraries.common);
  await libraries.close();
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = error.exitCode;
}
