import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type Asker,
  allComponents,
  type DiscordStandin,
  type Reply,
} from '../../tools/discord-standin/src/index.js';
import { quotationsOf } from './reading.js';
import { type Connected, logged, makeCorpus, startDiscord, stopCleanly } from './verbatim.js';

/*
 * Two servers with texts of their own, and words that stand in one text only: whatever is asked, and however, none of
 * them may be seen where the text is not.
 */

const COMMON =
  '---\ntitle: Town Almanac\n---\nThe Orrin ferry sails at nine.\n\n“The bridge stays open,” said Agnes Rowe.\n';
const HERE_TEXT =
  '---\ntitle: Zephyr Club Minutes\n---\nThe Zephyr club meets on Fridays and has 417 zithers.\n\n“We shall buy a zeppelin,” said Zacharias Zell.\n';
const THERE_TEXT =
  '---\ntitle: Quokka Society Minutes\n---\nThe Quokka society meets on Mondays and has 923 quills.\n\n“We shall sell the quarry,” said Quentin Quill.\n';

/** Words of the texts of each server, in the bot's own words or in a text's. */
const OF_HERE = /z(?:ephyr|ither|eppelin|ell)|zacharias|417/i;
const OF_THERE = /quokka|quill|quarry|quentin|923/i;

const ZEPHYR = 'When does the Zephyr club meet?';
const QUOKKA = 'When does the Quokka society meet?';

/** The component that repeats a question. */
const HEADING_ID = 1000;

const PLACES: [string, Asker, RegExp | null][] = [
  ['in the first server', {}, OF_HERE],
  ['in the second', { guild: 'other' }, OF_THERE],
  ['in a direct message', { guild: null }, null],
  ['in a server without texts of its own', { userInstalled: true }, null],
];

describe('GIVEN two servers with texts of their own', () => {
  let discord: DiscordStandin;
  let connected: Connected;
  let corpus: Awaited<ReturnType<typeof makeCorpus>>;
  beforeAll(async () => {
    discord = await startDiscord();
    corpus = await makeCorpus({
      'almanac.txt': COMMON,
      [`servers/${discord.guildId}/club/minutes.txt`]: HERE_TEXT,
      [`servers/${discord.guildId}/zoo.txt`]: '',
      [`servers/${discord.otherGuildId}/club/minutes.txt`]: THERE_TEXT,
      [`servers/${discord.otherGuildId}/quiz.txt`]: '',
      'servers/nobody/notes.txt': 'The password is xylophone.',
    });
    connected = { discord, bot: discord.startBot({ env: { CORPUS_DIR: corpus.dir } }) };
    await discord.ready();
  });
  afterEach(() => expect(discord.takeViolations()).toEqual([]));
  afterAll(async () => {
    await stopCleanly(connected);
    await corpus.remove();
  });

  /** What a reply shows, and the ids of its buttons, without the question, which is repeated above it. */
  const allOf = (reply: Reply): string =>
    [reply.message, ...reply.followups]
      .flatMap((message) => [message?.content, ...allComponents(message?.components ?? [])])
      .filter((part) => typeof part !== 'object' || !('components' in part || part.id === HEADING_ID))
      .map((part) => JSON.stringify(part))
      .join('\n');

  /** Opens every page. */
  async function allPagesOf(reply: Reply, asker: Asker): Promise<string> {
    let all = allOf(reply);
    for (let page = 0; page < 10; page++) {
      const next = reply.buttons.find(({ label }) => /^(?:Next|Read on|Show)/.test(label))?.label;
      if (next === undefined) break;
      await discord.click(reply, next, asker.user === undefined ? {} : { user: asker.user });
      all += allOf(reply);
    }
    return all;
  }

  function expectOnly(own: RegExp | null, text: string): void {
    for (const foreign of [OF_HERE, OF_THERE, /xylophone/].filter((words) => words !== own))
      expect(text).not.toMatch(foreign);
  }

  describe.each(PLACES)('WHEN somebody asks %s', (_, asker, own) => {
    it.each<[string, Record<string, string>]>([
      ['ask', { question: ZEPHYR }],
      ['ask', { question: QUOKKA }],
      ['ask', { question: 'How many zithers does the Zephyr club have?' }],
      ['ask', { question: 'How many quills does the Quokka society have?' }],
      ['ask', { question: 'what is the pasword? "xylophone"' }],
      ['ask', { question: 'Who meets on Fridays or Mondays?', source: 'club/' }],
      ['quote', {}],
      ['quote', { speaker: 'Zell' }],
      ['quote', { speaker: 'Nobody' }],
      ['quote', { about: 'buy or sell' }],
      ['figure', {}],
      ['figure', { about: 'quills' }],
      ['sources', {}],
      ['sources', { source: 'club/' }],
      ['sources', { source: 'club/minutes' }],
      ['sources', { source: 'nothing of the kind' }],
      ['help', {}],
    ])('THEN /%s %j shows what is seen there and nothing else', async (name, options) => {
      const reply = await discord.slash(name, options, asker);
      // Whom the texts do not quote is named again; that is no text.
      const shown = (await allPagesOf(reply, asker)).replaceAll(`no “${options.speaker}”`, '');
      expectOnly(own, shown);
    });

    it('THEN suggestions, Find sources and mentions keep to it', async () => {
      for (const [name, option] of [
        ['ask', 'source'],
        ['sources', 'source'],
        ['quote', 'speaker'],
        ['quote', 'about'],
        ['figure', 'about'],
      ] as const) {
        for (const typed of ['', 'z', 'q', 'club', 'servers'])
          expectOnly(own, JSON.stringify(await discord.autocomplete(name, option, typed, {}, asker)));
      }
      const message = 'The club meets on Fridays. The society meets on Mondays. It has many of them.';
      const found = await discord.messageMenu('Find sources', message, asker);
      await discord.until(() => found.text !== '', 'no sources');
      expectOnly(own, allOf(found));
      if (asker.userInstalled) return;
      const said = await discord.say(ZEPHYR, asker.guild === undefined ? {} : { guild: asker.guild });
      expectOnly(own, allOf(said));
    });

    it('THEN its own texts answer, and those that all see', async () => {
      for (const [question, words] of [
        [ZEPHYR, OF_HERE],
        [QUOKKA, OF_THERE],
      ] as const) {
        const reply = await discord.slash('ask', { question }, asker);
        expect(words.test(allOf(reply))).toBe(own === words);
      }
      const common = await discord.slash('ask', { question: 'When does the Orrin ferry sail?' }, asker);
      expect(quotationsOf(common)[0]?.bold).toEqual(['The Orrin ferry sails at nine.']);
    });
  });

  describe('WHEN a button of one server comes to be pressed in another', () => {
    it('THEN it opens nothing, whatever it remembers', async () => {
      const here = await discord.slash('sources', { source: 'club/minutes', private: true });
      const there = await discord.slash('sources', { private: true }, { guild: 'other' });
      const direct = await discord.slash('sources', { private: true }, { guild: null });
      const share = here.findButton('Share')?.button.customId ?? '';
      for (const elsewhere of [there, direct]) {
        for (const id of [share, share.replace('share', 'page')]) {
          const message = elsewhere.message as NonNullable<typeof elsewhere.message>;
          const click = await discord.clickId(id, message);
          expect(click.text).toContain('The texts have changed since this answer.');
          expectOnly(null, allOf(click).replace(allOf(elsewhere), ''));
        }
      }
      const shared = await discord.click(here, 'Share');
      expect(allOf(shared)).toMatch(OF_HERE);
    });
  });

  describe('WHEN somebody who runs a server reads the texts again', () => {
    it.each<[string, Asker, RegExp, RegExp]>([
      ['the first', {}, /zoo\.txt/, /quiz|nobody/],
      ['the second', { guild: 'other' }, /quiz\.txt/, /zoo|nobody/],
    ])('THEN %s learns of its own texts and their problems alone', async (_, asker, own, foreign) => {
      const reply = await discord.slash('reload', {}, asker);
      await discord.until(() => reply.text.includes('were read'), 'no report');
      expect(reply.ephemeral).toBe(true);
      expect(reply.text).toMatch(/^2 texts were read, 1 file left out:\n/);
      expect(reply.text).toMatch(own);
      expect(reply.text).not.toMatch(foreign);
    });
  });

  it('WHEN the texts of one change THEN the buttons of the other go on working', async () => {
    const there = await discord.slash('sources', { private: true }, { guild: 'other' });
    const here = await discord.slash('sources', { private: true });
    const readings = () => connected.bot.stderr.filter((line) => line.includes('texts were read')).length;
    const before = readings();
    await writeFile(
      path.join(corpus.dir, 'servers', discord.guildId, 'club', 'minutes.txt'),
      HERE_TEXT.replace('Fridays', 'Sundays'),
    );
    const process = { discord, bot: connected.bot };
    await logged(process, 'no server sees it');
    await discord.until(() => readings() > before, 'no new texts');
    expect((await discord.click(here, 'Share')).text).toContain('have changed');
    expect((await discord.click(there, 'Share')).text).toMatch(OF_THERE);
    expect((await discord.slash('ask', { question: 'When does the Zephyr club meet?' })).text).toMatch(
      /Sundays/,
    );
  });
});
