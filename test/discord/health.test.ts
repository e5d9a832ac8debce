import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepFresh } from '../../src/discord/health.js';
import { folderWith } from '../support/folder.js';
import { connectBot, stopCleanly } from './verbatim.js';

/** The exit code of the health check of the Docker image. */
function checked(file: string): Promise<number> {
  const [, command = ''] = /^HEALTHCHECK .*\n {2}CMD (.+)$/m.exec(readFileSync('Dockerfile', 'utf8')) ?? [];
  return new Promise((resolve) => {
    const env = { ...process.env, HEALTH_FILE: file };
    execFile('sh', ['-c', command], { env }, (error) => resolve(Number(error?.code ?? 0)));
  });
}

describe('the file that is kept fresh', () => {
  afterEach(() => void vi.useRealTimers());

  it('is written while the bot is connected, and not while it is not', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const file = path.join(await folderWith({}), 'connected');
    let isConnected = true;
    keepFresh(file, () => isConnected);
    await vi.waitUntil(() => existsSync(file));
    for (const isNow of [false, true]) {
      await vi.waitUntil(async () => (await readFile(file, 'utf8')) !== '');
      await rm(file);
      isConnected = isNow;
      vi.advanceTimersByTime(60_000);
      if (isNow) await vi.waitUntil(() => existsSync(file));
      else expect(existsSync(file)).toBe(false);
      await writeFile(file, 'old');
    }
  });

  it('does no harm where it cannot be written', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const dir = await folderWith({});
    keepFresh(dir, () => true);
    vi.advanceTimersByTime(60_000);
    expect(existsSync(dir)).toBe(true);
  });
});

describe.skipIf(process.platform === 'win32')('the health check of the image', () => {
  it('is content with a bot that is connected', async () => {
    const file = path.join(await folderWith({}), 'connected');
    const connected = await connectBot({ HEALTH_FILE: file });
    await connected.discord.until(() => existsSync(file), 'no file');
    expect(await checked(file)).toBe(0);
    await stopCleanly(connected);
  });

  it('is not with a file that has been left alone for long, or with none', async () => {
    const dir = await folderWith({ connected: 'x' });
    const file = path.join(dir, 'connected');
    const past = new Date(Date.now() - 180_000);
    await utimes(file, past, past);
    expect([await checked(file), await checked(path.join(dir, 'none'))]).toEqual([1, 1]);
  });
});
