#!/usr/bin/env node
import { loadEnvFile, readConfig } from './config.js';
import { endWhenReaderLeaves } from './console/input.js';
import { answerPipe, openTerminal } from './console/terminal.js';
import { loadArticles } from './corpus/load.js';
import { reasonOf, UserError } from './errors.js';
import { createLibrary } from './library.js';
import { visible } from './text/visible.js';

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
  const corpus = await loadArticles(config.corpusDir, (warning) =>
    process.stderr.write(`Warning: ${visible(warning)}\n`),
  );
  const library = createLibrary(corpus);
  await (process.stdin.isTTY ? openTerminal(library) : answerPipe(library));
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = error.exitCode;
}
