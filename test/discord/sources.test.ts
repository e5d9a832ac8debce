import {
  type APIMessage,
  ComponentType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  PollLayoutType,
} from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choicesOf, type Reply } from '../../tools/discord-standin/src/index.js';
import { quotationsOf, type ShownQuotation, shown } from './reading.js';
import { type Connected, connectBot, makeCorpus, stopCleanly } from './verbatim.js';

/** Twenty paragraphs of some 1,500 characters, in sentences, no two alike. */
const PARAGRAPHS = Array.from({ length: 20 }, (_, p) =>
  Array.from(
    { length: 20 },
    (_, s) =>
      `In year ${1000 + 20 * p + s} the toll of gate ${p + 1} was raised by ${s + 2} pence; few paid.`,
  ).join(' '),
);
/** A paragraph of 9,000 characters that has no sentence end in it. */
const UNBROKEN = Array.from({ length: 9000 / 9 }, (_, i) => `wool ${String(i).padStart(3, '0')}`)
  .join(' ')
  .slice(0, 9000)
  .trimEnd();
const LONG = [...PARAGRAPHS.slice(0, 10), UNBROKEN, ...PARAGRAPHS.slice(10)].join('\n\n');

/** Forty rules, each below a heading of its own; those of gates below four that are further out. */
const RULES = Array.from({ length: 40 }, (_, i) =>
  [
    ...(i % 10 === 0 ? [`## Gate ${i / 10 + 1}`] : []),
    `### Rule ${i + 1}`,
    `Nobody passes at hour ${i}. ${'They wait at the lock until it opens again. '.repeat(6).trim()}`,
  ].join('\n\n'),
);

const files = {
  'tolls.txt': `---\ntitle: Tolls of the River Gates\npublisher: The Lock House\ndate: 1907-03\n---\n${LONG}\n`,
  'mill.txt':
    'The mill at Orrin Bridge burned down in 1911, and Agnes Rowe built a new one.\n\nIt was said that Agnes Rowe never slept.\n',
  'archive/fair.md': '# The fair\n\nAt the fair of 1920 Agnes Rowe sold nine hundred eggs.\n',
  'rules.md': `# Rules\n\n${RULES.join('\n\n')}\n`,
};

describe('GIVEN a long article and short ones', () => {
  let corpus: Awaited<ReturnType<typeof makeCorpus>>;
  let connected: Connected;
  let discord: Connected['discord'];
  beforeAll(async () => {
    corpus = await makeCorpus(files);
    connected = await connectBot({ CORPUS_DIR: corpus.dir });
    discord = connected.discord;
  });
  afterEach(() => expect(discord.takeViolations()).toEqual([]));
  afterAll(async () => {
    await stopCleanly(connected);
    await corpus.remove();
  });

  /** Reads on until there is no next page. */
  async function readAll(reply: Reply): Promise<ShownQuotation[][]> {
    const pages = [quotationsOf(reply)];
    while (reply.findButton('Next page')) {
      await discord.click(reply, 'Next page');
      pages.push(quotationsOf(reply));
    }
    return pages;
  }

  describe('WHEN /sources lists the texts', () => {
    it('THEN each has its name, what is known of it, its size, and its id', async () => {
      const reply = await discord.slash('sources');
      const lines = shown(reply.text).text.split('\n');
      expect(lines[0]).toBe('4 texts:');
      expect(lines[1]).toBe('The fair · 13 words, 2 paragraphs · archive/fair');
      expect(lines[2]).toMatch(/^Mill · 24 words, 2 paragraphs · mill$/);
      expect(lines[3]).toMatch(/^Rules · .* · rules$/);
      expect(lines[4]).toMatch(
        /^Tolls of the River Gates · The Lock House · 1907-03 · \d+ words, 21 paragraphs · tolls$/,
      );
      expect(reply.ephemeral).toBe(false);
      expect((await discord.slash('sources', { private: true })).ephemeral).toBe(true);
    });

    it('THEN anybody opens one from the list, for themselves', async () => {
      const list = await discord.slash('sources');
      const opened = await discord.choose(list, 'Mill', { user: 'bob' });
      expect(opened.ephemeral).toBe(true);
      expect(quotationsOf(opened)[0]?.text).toMatch(/^The mill at Orrin Bridge burned down/);
      const folder = await discord.slash('sources', { source: 'archive/' });
      expect((await discord.choose(folder, 'The fair')).text).toContain('nine hundred eggs');
    });
  });

  describe('WHEN a long article is read in full', () => {
    let pages: ShownQuotation[][];
    let reply: Reply;
    beforeAll(async () => {
      reply = await discord.slash('sources', { source: 'tolls' });
      pages = await readAll(reply);
    });

    it('THEN its pages hold every word of it, in order, once', () => {
      let at = 0;
      for (const { text } of pages.flat()) {
        expect(LONG.slice(at, at + text.length)).toBe(text);
        at += text.length;
        at += /^\s*/.exec(LONG.slice(at))?.[0].length ?? 0;
      }
      expect(at).toBe(LONG.length);
    });

    it('THEN they end where paragraphs end, but within the one that is longer than a page', () => {
      const isWhole = ({ text }: ShownQuotation) => text.split('\n\n').every((p) => PARAGRAPHS.includes(p));
      for (const quotation of pages.flat()) {
        const { text, cutBefore, cutAfter } = quotation;
        if (isWhole(quotation)) expect([cutBefore, cutAfter]).toEqual([false, false]);
        else expect(UNBROKEN).toContain(text.split('\n\n').find((part) => part.includes('wool')));
      }
      const cuts = pages.flat().filter(({ cutAfter }) => cutAfter);
      expect(cuts.length).toBeGreaterThan(1);
      for (const { text } of cuts) expect(text).toMatch(/ wool \d+$|\d wool$/);
    });

    it('THEN each page says which it is and what it quotes', () => {
      expect(reply.text).toContain(`-# Page ${pages.length} of ${pages.length}`);
      expect(pages[0]?.[0]?.citation).toBe('Tolls of the River Gates · The Lock House · 1907-03');
      expect(pages.flat().every(({ bold }) => bold.length === 0)).toBe(true);
    });

    it('THEN it can be read backwards', async () => {
      await discord.click(reply, 'Previous page');
      expect(quotationsOf(reply)).toEqual(pages.at(-2));
    });
  });

  describe('WHEN a text with headings is read in full', () => {
    it('THEN its outermost headings, as many as a list takes, lead to their pages in its place', async () => {
      const reply = await discord.slash('sources', { source: 'rules' });
      const headings = choicesOf(reply.message ?? {}).map(({ label }) => label);
      expect(headings).toEqual(['Gate 1', 'Gate 2', 'Gate 3', 'Gate 4']);
      await discord.choose(reply, 'Gate 3');
      expect(quotationsOf(reply)[0]?.text).toMatch(/^Gate 3\s+Rule 21\s+Nobody passes at hour 20\./);
      await discord.click(reply, 'Previous page');
      expect(quotationsOf(reply).at(-1)?.text).toContain('Nobody passes at hour 19.');
      const others = await discord.choose(reply, 'Gate 4', { user: 'bob' });
      expect(others.ephemeral).toBe(true);
      expect(quotationsOf(others)[0]?.text).toMatch(/^Gate 4/);
      expect(reply.text).not.toContain('Gate 4');
    });
  });

  describe('WHEN somebody completes a source', () => {
    it.each([
      ['', ['archive/', 'archive/fair', 'mill', 'rules', 'tolls']],
      ['arch', ['archive/', 'archive/fair']],
      ['tol', ['tolls']],
      ['RIVER', ['tolls']],
      ['mil', ['mill']],
      ['constructor', []],
    ])('THEN "%s" suggests %j', async (typed, values) => {
      for (const command of ['sources', 'ask']) {
        const choices = await discord.autocomplete(command, 'source', typed);
        expect(choices.map(({ value }) => value)).toEqual(values);
      }
    });

    it('THEN what they type instead of choosing is accepted', async () => {
      for (const typed of ['River Gates', 'TOLLS', ' tolls ', 'Tolls of the River Gates']) {
        const reply = await discord.slash('sources', { source: typed });
        expect(quotationsOf(reply)[0]?.text).toContain('In year 1000');
      }
    });

    it('THEN what there is not is told to them alone', async () => {
      const reply = await discord.slash('sources', { source: 'constructor' });
      expect(reply.ephemeral).toBe(true);
      expect(reply.text).toContain('No source is called “constructor”');
    });
  });

  describe('WHEN somebody asks for help', () => {
    it('THEN they alone see what can be asked and what is stored', async () => {
      const reply = await discord.slash('help');
      await discord.until(() => reply.text !== '', 'no help');
      expect(reply.ephemeral).toBe(true);
      expect(reply.text).toContain('I store nothing');
    });

    it('THEN each command can be clicked, under the id that it is registered with', async () => {
      const help = await discord.slash('help');
      await discord.until(() => help.text !== '', 'no help');
      for (const name of ['ask', 'quote', 'figure', 'sources']) {
        const id = discord.commands.find((command) => command.name === name)?.id;
        expect(help.text).toMatch(new RegExp(`^</${name}:${id}> \\w`, 'm'));
      }
    });

    it('THEN its examples are answered by these texts', async () => {
      const help = await discord.slash('help');
      await discord.until(() => help.text !== '', 'no help');
      const line = /^For example: (.*)$/m.exec(shown(help.text).text)?.[1] ?? '';
      const examples = line.split(' · ').map((example) => /^\/(\w+) (?:(\w+): )?(.*)$/.exec(example) ?? []);
      expect(examples.length).toBeGreaterThan(0);
      for (const [, command = '', option = 'question', value = ''] of examples) {
        const reply = await discord.slash(command, { [option]: value });
        expect(quotationsOf(reply)[0]?.bold).toHaveLength(1);
      }
    });
  });

  describe('WHEN somebody looks for the sources of a message', () => {
    const BURNED = 'The mill at Orrin Bridge burned down in 1911.';

    /** What "Find sources" shows, which comes later than the response. */
    async function find(said: string | Partial<APIMessage>): Promise<Reply> {
      const reply = await discord.messageMenu('Find sources', said);
      await discord.until(() => reply.text !== '', 'nothing was found');
      return reply;
    }

    /** What is shown, quotations as `>`, without citations. */
    const linesOf = (reply: Reply): string[] =>
      shown(reply.text)
        .text.split('\n')
        .filter((line) => !line.startsWith('-# '))
        .map((line) => line.replace(/^> .*$/, '>'));

    it('THEN each of its statements is repeated with what the texts say to it, and the rest is counted', async () => {
      const message = `Hi all! ${BURNED} Penguins cannot fly over mountains! At the fair of 1920 Agnes Rowe sold nine hundred eggs. lol`;
      const reply = await find(message);
      expect(reply.ephemeral).toBe(true);
      expect(linesOf(reply)).toEqual([
        `The texts say this: “${BURNED}”`,
        '>',
        'The texts say this: “At the fair of 1920 Agnes Rowe sold nine hundred eggs.”',
        '>',
        'I find nothing on this in the texts: “Penguins cannot fly over mountains!”',
        '2 sentences state nothing to look up.',
      ]);
      const bodies = Object.values(files);
      for (const { text } of quotationsOf(reply))
        expect(bodies.some((body) => body.includes(text))).toBe(true);
    });

    it('THEN another number is shown beside that of the text', async () => {
      const reply = await find('The mill at Orrin Bridge burned down in 1931.');
      expect(linesOf(reply)).toEqual([
        'The texts differ: “The mill at Orrin Bridge burned down in 1931.” – “1931” here, “1911” in the text',
        '>',
      ]);
    });

    it('THEN one passage stands once under all that it says something to', async () => {
      const again = 'The mill at Orrin Bridge burned down in 1911, and Agnes Rowe built a new one.';
      const reply = await find(`${BURNED} ${again}`);
      expect(linesOf(reply)).toEqual([
        `The texts say this: “${BURNED}”`,
        `The texts say this: “${again}”`,
        '>',
      ]);
    });

    const FORWARDED = {
      message_reference: { type: MessageReferenceType.Forward, channel_id: '1', message_id: '2' },
      message_snapshots: [
        {
          message: {
            type: MessageType.Default,
            content: BURNED,
            embeds: [],
            attachments: [],
            timestamp: new Date(0).toISOString(),
            edited_timestamp: null,
            mentions: [],
            mention_roles: [],
          },
        },
      ],
    };
    const component = { type: ComponentType.TextDisplay, content: `**${BURNED}**` } as const;
    it.each<[string, Partial<APIMessage>]>([
      [
        'markup beside it',
        { content: `${BURNED} <:tada:123456789012345678> https://example.org/x <@1234567890>` },
      ],
      ['a quotation', { content: `> ${BURNED}` }],
      ['a forwarded message', FORWARDED],
      ['an embed', { embeds: [{ title: 'News', description: BURNED }] }],
      ['a field of an embed', { embeds: [{ fields: [{ name: 'News', value: BURNED }] }] }],
      ['a text display', { components: [component], flags: MessageFlags.IsComponentsV2 }],
      [
        'a container',
        {
          components: [{ type: ComponentType.Container, components: [component] }],
          flags: MessageFlags.IsComponentsV2,
        },
      ],
      [
        'a poll',
        {
          poll: {
            question: { text: 'Which is true?' },
            answers: [{ answer_id: 1, poll_media: { text: BURNED } }],
            expiry: null,
            allow_multiselect: false,
            layout_type: PollLayoutType.Default,
          },
        },
      ],
    ])('THEN %s is read', async (_, message) => {
      const reply = await find(message);
      expect(linesOf(reply).slice(0, 2)).toEqual([`The texts say this: “${BURNED}”`, '>']);
    });

    it('THEN of an answer of its own it is what stands there quoted', async () => {
      const answer = await discord.slash('ask', { question: 'When did the mill at Orrin Bridge burn down?' });
      const reply = await find(answer.message ?? {});
      expect(linesOf(reply)[0]).toMatch(
        /^The texts say this: “The mill at Orrin Bridge burned down in 1911, and/,
      );
      expect(reply.text).not.toMatch(/I find nothing/);
    });

    it('THEN a message without text is said to have none, and one that only asks to state nothing', async () => {
      const reply = await find('');
      expect([reply.text, reply.ephemeral]).toEqual(['That message has no text to look up.', true]);
      const asked = await find('Hi! Who burned down the mill?');
      expect(asked.text).toBe('That message makes no statement that I could look up.');
    });

    it('THEN a message as long as Discord takes is looked up as far as it goes, and the rest is counted', async () => {
      const message = 'Agnes Rowe sold nine hundred eggs at the fair. '.repeat(42).trim();
      const reply = await find(message);
      await discord.until(() => reply.text.includes('32 further statements were not looked up.'), 'no end');
      expect(quotationsOf(reply)).toHaveLength(1);
    });
  });
});
