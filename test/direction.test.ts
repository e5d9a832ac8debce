import { describe, expect, it } from 'vitest';
import { figure } from '../commands/figure.js';
import { sources } from '../commands/sources.js';
import { renderReply } from '../src/console/render.js';
import { type MessageBody, messageOf } from '../src/discord/message.js';
import { createLibrary } from '../src/library.js';
import type { Reply } from '../src/reply.js';
import { articleOf } from './support/articles.js';

const TITLE = 'متحف القاهرة';

const museum = articleOf(
  `---\ntitle: ${TITLE}\npublisher: The Post\ndate: 2024-05-17\n---\nفرع القاهرة had 45 guides in 1999.`,
  'museum.txt',
);
const library = createLibrary({ articles: [museum], stamp: 'AAAAAA' });

const RIGHT_TO_LEFT = /\p{Script=Arabic}/u;
const LEFT_TO_RIGHT = /[\p{Script=Latin}\d]/u;

/** The lines that show words of both directions, besides the quoted words, which stand as they are. */
const mixedLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:-# )?(?:\[\d+\] )?/, ''))
    .filter((line) => !/^(?:>|│)/.test(line) && RIGHT_TO_LEFT.test(line) && LEFT_TO_RIGHT.test(line));

const markupOf = (body: MessageBody | null): string =>
  (body?.components[0].components ?? []).map((part) => ('content' in part ? part.content : '')).join('\n');

const shownOn = {
  Discord: (reply: Reply) =>
    markupOf(messageOf(reply, '', { stamp: 'AAAAAA', asker: '1', command: 'figure' })),
  'the terminal': (reply: Reply) => renderReply(reply),
};

describe.each(Object.entries(shownOn))('what is written from right to left, on %s', (_, shown) => {
  it('stands on a line of its own in a figure’s line and in the citation', async () => {
    const text = shown(await figure.run(library, { about: 'guides' }));
    expect(text).toContain('45');
    expect(text).toContain(TITLE);
    expect(mixedLines(text)).toEqual([]);
  });

  it('stands on a line of its own in the list of texts', async () => {
    const text = shown(await sources.run(library, {}));
    expect(text).toContain(TITLE);
    expect(mixedLines(text)).toEqual([]);
  });
});
