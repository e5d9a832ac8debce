import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../tools/discord-standin/src/index.js';
import { quotationsOf, shown } from './reading.js';
import { type Connected, callbacksOf, connectBot, logOf, makeCorpus, stopCleanly } from './verbatim.js';

/** Things to say that a bot may trip over, at most 300 characters each. */
const HOSTILE = [
  '**bold** _it_ __under__ ~~gone~~ ||spoiler|| `code` lantern',
  '```js\nlantern()\n```',
  '# lantern\n## festival\n-# small\n> quote\n1. one\n- two',
  '@everyone @here <@1234567890123456789> <@&1234567890123456789> <#1234567890123456789> lantern',
  '<t:1700000000:R> <:lamp:1234567890123456789> </ask:1234567890123456789> <id:guide> lantern',
  '[lantern](https://example.org/a_b_c?d=*e*) <https://example.org> https://example.org/__x__',
  'lantern\u0000\u0001\u0007\u001b[31m\u007f\u0085\u2028\u2029festival',
  '\u202elantern \u2066festival\u2069 \u200b\u200d\ufeff',
  'who lit the 🏮👩‍👩‍👧‍👦🇺🇸 lantern \ud83c',
  `lantern ${'x'.repeat(292)}`,
  'ß'.repeat(300),
  'constructor',
  '__proto__ toString hasOwnProperty lantern',
  '(lantern|festival)+$ [a-z]* \\d{2,} ^.*?(?=x) \\',
  'lantern ((((((((((((((((((((((((((((((((((((',
  '"lantern" "festival" ""',
  '"""""""" lantern',
  '提灯祭りはいつ始まりましたか',
  'カエル は どこ',
  'متى بدأ مهرجان الفوانيس',
  '\\\\\\*\\*lantern\\*\\*',
  '-',
  '…',
  '   \t\n  ',
];

/** What Discord makes of a message is no word of a question: emoji, mentions, times, commands, addresses; of a link its label is. */
const DISCORDS_OWN = /<(?:[@#:/t]|id:)[^>]*\d[^>]*>|<id:\w+>|\]\([^)]*\)|<?https:[^\s>]*>?|\[(?=lantern\])/g;

/** The bot's own command, to be clicked. */
const BOTS_OWN = /^<\/help:\d+>$/;

/** Paragraphs with the same and more, each with "lantern festival" in it so that a question can find it. */
const PARAGRAPHS = [
  'The **lantern festival** of _Orrin_ began in 1911. It cost ~~nine~~ ||ten|| pounds `net`.',
  '@everyone came to the lantern festival with @here written on <@1234567890123456789> and <#123> signs.',
  '# No heading opens the lantern festival, though a mark stands there.\n- A list item of the lantern festival\n1. A numbered one\n> and a quoted one',
  'See https://example.org/lantern_festival_*1911*_x and [the lantern festival](https://example.org/a) or <https://example.org/b_c_d>.',
  'The lantern festival was lit by 🏮👩‍👩‍👧‍👦 and \u202eright-to-left\u202c people; \u200bnone fell.',
  `The lantern festival's longest word was ${'a'.repeat(300)} in full.`,
  '```\nThe lantern festival in a fence\n```',
  '提灯祭り、すなわち lantern festival は 1911 年に始まりました。カエルもいました。',
  'مهرجان الفوانيس lantern festival بدأ عام 1911.',
  'The constructor of the lantern festival was __proto__ toString, he said: “I built \\ and * and _ alone.”',
  'The lantern festival \u0007rang\u001b[31m red at 9 p.m. (see regexp (a|b)+$ there).',
];
const ODD = PARAGRAPHS.join('\n\n');
/** Every character is a mark, so that escapes double it. */
const STARS = `The lantern of stars follows. ${'*_`~|<>[]\\'.repeat(900)} The lantern ends.`;
/** Three bytes a character, and no white space. */
const CJK = '提灯祭りの夜'.repeat(2500);
/** Twelve hundred characters of an id, most of them marks. */
const DEEP = Array.from({ length: 6 }, () => '_*'.repeat(100)).join('/');
const TITLE = '**Title** @everyone `x` <@123> [a](b)';

describe('GIVEN hostile texts', () => {
  let corpus: Awaited<ReturnType<typeof makeCorpus>>;
  let connected: Connected;
  let discord: Connected['discord'];
  beforeAll(async () => {
    corpus = await makeCorpus({
      'odd.txt': `---\ntitle: "${TITLE}"\npublisher: "> _P_ || 1. x"\n---\n${ODD}\n`,
      'stars.txt': STARS,
      '__proto__.md': 'The lantern in a file named after a prototype. It is green.\n',
      'constructor.txt': 'Nothing but a lantern of the constructor.\n',
      'cjk/提灯.txt': CJK,
      [`${DEEP}/a.txt`]: 'The lantern at the bottom is blue.\n',
      [`${DEEP}/b.txt`]: 'The lantern at the bottom is old.\n',
      [`${DEEP}/c.txt`]: 'The lantern at the bottom is out.\n',
    });
    connected = await connectBot({ CORPUS_DIR: corpus.dir });
    discord = connected.discord;
  });
  afterEach(() => expect(discord.takeViolations()).toEqual([]));
  afterAll(async () => {
    expect(logOf(connected.bot).filter((line) => /^(?:error|warning)/.test(line))).toEqual([]);
    await stopCleanly(connected);
    await corpus.remove();
  });

  const bodies = [
    ODD,
    STARS,
    CJK,
    'The lantern in a file named after a prototype. It is green.',
    'Nothing but a lantern of the constructor.',
    'The lantern at the bottom is blue.',
    'The lantern at the bottom is old.',
    'The lantern at the bottom is out.',
  ];

  /** What holds of every reply: taken once, every quotation a slice of an article and cited, nothing live. */
  function expectSound(reply: Reply): void {
    for (const { text, bold, live, citation } of quotationsOf(reply)) {
      expect(bodies.filter((body) => body.includes(text))).not.toEqual([]);
      for (const run of bold) expect(text).toContain(run);
      expect(bold.length).toBeLessThan(2);
      expect(live).toEqual([]);
      expect(citation).toBeDefined();
    }
    const own = reply.text
      .split('\n')
      .filter((line) => !line.startsWith('> '))
      .map((line) => line.replace(/^(?:### |-# (?:\[\d+\] )?)/, ''));
    const live = own.flatMap((line) => shown(line).live);
    expect(live.filter((token) => !BOTS_OWN.test(token))).toEqual([]);
  }

  describe.each(HOSTILE)('WHEN somebody writes %j', (text) => {
    const question = text.slice(0, 300);

    it('THEN /ask answers soundly and repeats the question in its words as they were written', async () => {
      const reply = await discord.slash('ask', { question });
      expectSound(reply);
      expect(callbacksOf(discord, reply)).toEqual([204]);
      if (question.trim() !== '') {
        const heading = reply.text.split('\n')[0] ?? '';
        const words = question.replace(DISCORDS_OWN, ' ').replace(/\s+/g, ' ').trim();
        expect(shown(heading.replace(/^### /, '')).text).toBe(words);
      }
    });

    it('THEN as an option it is taken or refused, soundly', async () => {
      const values = { speaker: question, about: question, source: question };
      for (const [command, option] of discord.commands.flatMap(({ name, options = [] }) =>
        options.flatMap((o) => ('autocomplete' in o && o.autocomplete ? [[name, o.name] as const] : [])),
      )) {
        const required = command === 'ask' ? { question: 'lantern' } : {};
        const given = { [option]: values[option as keyof typeof values] };
        await discord.autocomplete(command, option, question, required);
        expectSound(await discord.slash(command, { ...required, ...given }));
      }
    });

    it('THEN its sources are found soundly', async () => {
      const reply = await discord.messageMenu('Find sources', text.repeat(4).slice(0, 2000));
      await discord.until(() => reply.text !== '', 'no sources');
      expectSound(reply);
    });

    it('THEN a mention is answered soundly', async () => {
      const reply = await discord.say(text, { user: text });
      expectSound(reply);
    });
  });

  describe('WHEN every answer and passage is turned over', () => {
    it.each([
      'lantern festival',
      'when did the lantern festival begin',
      'lantern of stars',
      '"lantern ends"',
      'カエル',
      'longest word of the lantern festival',
    ])('THEN all pages of "%s" are sound', async (question) => {
      const reply = await discord.slash('ask', { question });
      expectSound(reply);
      for (let turns = 0; turns < 30; turns++) {
        const next = reply.findButton(/^(?:Next|Read on|Show)/)?.button;
        if (!next) break;
        await discord.click(reply, next.label);
        expectSound(reply);
      }
      expect(reply.findButton(/^(?:Next|Read on|Show)/)).toBeUndefined();
    });
  });

  describe('WHEN a text is read in full', () => {
    it.each([
      ['odd', ODD],
      ['stars', STARS],
      ['cjk/提灯', CJK],
    ])('THEN the pages of "%s" hold all of it, in order', async (source, body) => {
      const reply = await discord.slash('sources', { source });
      let at = 0;
      for (let last = false; !last; ) {
        expectSound(reply);
        for (const { text } of quotationsOf(reply)) {
          expect(body.slice(at, at + text.length)).toBe(text);
          at += text.length;
          at += /^\s*/.exec(body.slice(at))?.[0].length ?? 0;
        }
        last = !reply.findButton('Next page');
        if (!last) await discord.click(reply, 'Next page');
      }
      expect(at).toBe(body.length);
    });

    it('THEN the list shows its title as it is written', async () => {
      const reply = await discord.slash('sources');
      expectSound(reply);
      expect(shown(reply.text).text).toContain(TITLE);
    });
  });
});
