import { ask } from './ask.js';
import type { Command } from './command.js';
import { figure } from './figure.js';
import { findSources } from './find-sources.js';
import { help } from './help.js';
import { quote } from './quote.js';
import { reload } from './reload.js';
import { sources } from './sources.js';
import { texts } from './texts.js';

/** Every command, in the order in which they are listed. */
export const commands: readonly Command[] = [ask, quote, figure, sources, help, reload, texts, findSources];

/** The command of that name, if there is one. */
export const commandNamed = (name: string): Command | undefined =>
  commands.find(({ definition }) => definition.name === name);
