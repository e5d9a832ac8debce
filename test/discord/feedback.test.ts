import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../tools/discord-standin/src/index.js';
import { type Connected, connectBot, logOf, stopCleanly } from './verbatim.js';

const KNOWN = 'how many jobs did SoftBank promise?';
const UNKNOWN = 'what is the weather in Paris?';

/** The addresses of a reply's buttons labelled so. */
const linksOf = (reply: Reply, label: string): string[] =>
  reply.buttons.flatMap((button) => (button.label === label && button.url !== null ? [button.url] : []));

describe('GIVEN an address for reports, and that unanswered questions are kept', () => {
  let connected: Connected;
  beforeAll(async () => {
    const REPORT_URL = 'https://example.org/report?q={question}&s={sentence}';
    connected = await connectBot({ REPORT_URL, KEEP_UNANSWERED: 'on' });
  });
  afterAll(() => stopCleanly(connected));

  const expectReport = (reply: Reply, question: string) => {
    const [link = ''] = linksOf(reply, 'Wrong?');
    const { searchParams } = new URL(link);
    expect(searchParams.get('q')).toBe(question);
    expect(searchParams.get('s')).toContain('50,000');
  };

  it('WHEN /ask and a mention are answered THEN a button leads there with question and sentence', async () => {
    const { discord } = connected;
    const asked = await discord.slash('ask', { question: KNOWN });
    expectReport(asked, KNOWN);
    expectReport(await discord.say(KNOWN), KNOWN);
    await discord.click(asked, 'Read on');
    expectReport(asked, KNOWN);
  });

  it('WHEN an answer that is not sure is opened THEN the address has the question still', async () => {
    const { discord } = connected;
    const question = 'what did Trump say about Ma';
    const opened = await discord.click(await discord.say(question), 'Show it');
    const [link = ''] = linksOf(opened, 'Wrong?');
    expect(new URL(link).searchParams.get('q')).toBe(question);
  });

  it('WHEN talk is not answered, or an answer is not sure, THEN of these the question alone is kept', async () => {
    const { discord } = connected;
    const place = { guild: 'other' } as const;
    for (const question of ['lol no way', '?', '😀', 'the schools?', 'what did Trump say about Ma'])
      await discord.slash('ask', { question }, place);
    const list = await discord.slash('texts unanswered', {}, place);
    expect(list.text.split('\n').slice(1)).toEqual(['what did Trump say about Ma']);
  });

  it('WHEN the texts do not answer, or something else is asked for, THEN there is no such button', async () => {
    const { discord } = connected;
    for (const reply of [
      await discord.slash('ask', { question: UNKNOWN }),
      await discord.slash('sources'),
      await discord.slash('figure', { about: 'jobs' }),
    ])
      expect(linksOf(reply, 'Wrong?')).toEqual([]);
  });

  it('WHEN /texts unanswered is used THEN it lists what was asked in that server alone, and not in private', async () => {
    const { discord } = connected;
    await discord.slash('ask', { question: 'will it be mentioned?' }, { guild: 'other' });
    await discord.slash('ask', { question: 'is it said in a direct message?' }, { guild: null });
    await discord.slash('ask', { question: 'is it said elsewhere?' }, { userInstalled: true });
    await discord.slash('ask', { question: 'is it asked privately?', private: true });
    await discord.slash('ask', { question: UNKNOWN });
    await discord.say('who won the race?');
    await discord.slash('ask', { question: 'who won the [cup]?' });
    const list = await discord.slash('texts unanswered');
    expect(list.ephemeral).toBe(true);
    const lines = list.text.split('\n');
    expect(lines[1]).toBe('who won the \\[cup\\]?');
    expect(lines[2]).toBe('who won the race?');
    expect(lines[3]).toMatch(/^what is the weather in Paris\? \(\d times\)$/);
    expect(list.text).not.toMatch(/mentioned|direct message|elsewhere|privately|SoftBank/);
    const other = await discord.slash('texts unanswered', {}, { guild: 'other' });
    expect(other.text).toContain('will it be mentioned?');
    expect(other.text).not.toContain('weather');
  });

  it('THEN its log says nothing of it', () => {
    expect(logOf(connected.bot).filter((line) => /weather|cup|SoftBank|example\.org/.test(line))).toEqual([]);
  });
});

describe('GIVEN neither', () => {
  it('THEN there is no such button, and the list says how it is switched on', async () => {
    const connected = await connectBot();
    const { discord } = connected;
    expect(linksOf(await discord.slash('ask', { question: KNOWN }), 'Wrong?')).toEqual([]);
    await discord.slash('ask', { question: UNKNOWN });
    const list = await discord.slash('texts unanswered');
    expect(list.ephemeral).toBe(true);
    expect(list.text).toContain('KEEP\\_UNANSWERED=on');
    await stopCleanly(connected);
  });
});
