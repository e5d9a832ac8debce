/** The preview as a whole: the bot on a folder of texts, its channel, the corpus, and the page. */

import { statSync } from 'node:fs';
import { readConfig } from '../src/config.js';
import { UserError } from '../src/errors.js';
import { Channel } from './channel.js';
import { CorpusReader } from './corpus.js';
import { PreviewServer } from './server.js';

export interface PreviewOptions {
  /** The folder of the texts, that of the settings by default. */
  readonly folder?: string;
  /** 0: any free one. */
  readonly port?: number;
  /** More settings of the bot. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Preview {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts everything; the bot may still be reading its texts.
 *
 * @throws UserError when there is no such folder.
 * @throws Error when the port is taken.
 */
export async function openPreview({ folder, port = 0, env }: PreviewOptions = {}): Promise<Preview> {
  const { CORPUS_DIR, CACHE_DIR, MODEL_THREADS } = process.env;
  const settings = readConfig({ CORPUS_DIR: folder ?? CORPUS_DIR, CACHE_DIR, MODEL_THREADS });
  if (!statSync(settings.corpusDir, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(`There is no folder ${settings.corpusDir}.`, 2);
  const corpus = new CorpusReader(settings);
  const channel = await Channel.open({ ...env, CORPUS_DIR: settings.corpusDir });
  const close = async () => {
    await channel.close();
    await corpus.close();
  };
  try {
    const server = await PreviewServer.start(channel, corpus, port);
    return {
      url: server.url,
      close: async () => {
        await server.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
