import { ComponentType, InteractionType } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { packButton } from '../../src/discord/custom-id.js';
import { messageOf } from '../../src/discord/message.js';
import { note, type Reply, say, type Way } from '../../src/reply.js';
import { allComponents, buttonsOf, messageFaults } from '../../tools/discord-standin/src/index.js';
import { type Connected, connectBot, stopCleanly } from './verbatim.js';

const UNKNOWN =
  /^This (button|list|form) is from another version of the bot\. Ask again to get a fresh one\.$/;
const NOWHERE = /^This (button|list) leads nowhere any more\. Ask again to get a fresh one\.$/;

const ASKED = { stamp: 'AAAAAA', asker: '18446744073709551615', command: 'ask' };
const way = (number: number, label = `text ${number}`): Way => ({
  label,
  command: 'sources',
  memory: String(number),
});

/** The message of a reply with one card, which Discord must take. */
function messageWith(card: Partial<Reply['cards'][number]>) {
  const message = messageOf({ ...say(''), cards: [{ items: [note('words')], ...card }] }, '', ASKED);
  if (!message) throw new Error('no message');
  expect(messageFaults(message, message.flags)).toEqual([]);
  return message;
}

describe('a card', () => {
  it('has a button for each way, no two of them alike, and labels that Discord takes', () => {
    const message = messageWith({
      ways: [way(1), way(1), way(2, 'x'.repeat(200)), way(3), way(4), way(5), way(6)],
    });
    expect(buttonsOf(message).map(({ label }) => label.length)).toEqual([6, 80, 6, 6, 6, 6]);
  });

  it('has a list of choices, of 25 at most', () => {
    const ways = Array.from({ length: 40 }, (_, i) => ({ ...way(i), description: 'd'.repeat(i * 10) }));
    const message = messageWith({ choices: { placeholder: 'p'.repeat(200), ways } });
    const selects = [...allComponents(message.components)].flatMap((one) =>
      one.type === ComponentType.StringSelect ? [one] : [],
    );
    expect(selects.map(({ options }) => options.length)).toEqual([25]);
  });

  it('has a button for each address that Discord takes', () => {
    const url = 'https://example.org/';
    const links = [url, url, url + 'a'.repeat(600)].map((one) => ({ label: 'Read it there', url: one }));
    expect(buttonsOf(messageWith({ links }))).toEqual([
      { label: 'Read it there', customId: null, url, disabled: false },
    ]);
  });
});

describe('GIVEN a bot that is connected', () => {
  let connected: Connected;
  let discord: Connected['discord'];
  let stamp: string;
  beforeAll(async () => {
    connected = await connectBot();
    discord = connected.discord;
    stamp = (await sourcesReply()).findButton('Delete')?.button.customId?.split(':')[1] ?? '';
  });
  afterEach(() => expect(discord.takeViolations()).toEqual([]));
  afterAll(() => stopCleanly(connected));

  const sourcesReply = () => discord.slash('sources');
  const idOf = (memory: string, command = 'sources', page: number | null = null) =>
    packButton({ action: 'open', stamp, asker: '0', command, page, memory });

  async function choose(value: string, customId = 'choose') {
    const { message } = await sourcesReply();
    const data = { custom_id: customId, component_type: ComponentType.StringSelect, values: [value] };
    return discord.interaction(InteractionType.MessageComponent, { data, message }, { user: 'bob' });
  }

  it('WHEN anybody takes a way THEN it opens for them alone, with buttons of their own', async () => {
    const reply = await sourcesReply();
    const before = reply.text;
    const opened = await discord.clickId(idOf('0'), reply.message as NonNullable<typeof reply.message>, {
      user: 'bob',
    });
    expect(opened.ephemeral).toBe(true);
    expect(opened.text).toContain('one-million-jobs');
    expect(opened.text).not.toBe(before);
    expect(reply.text).toBe(before);
    const share = await discord.click(opened, 'Share', { user: 'bob' });
    await discord.until(() => share.followups.length > 0, 'nothing was shared');
  });

  it('WHEN anybody chooses from a list THEN what they chose opens for them alone', async () => {
    const opened = await choose(idOf('1'));
    expect(opened.ephemeral).toBe(true);
    expect(opened.text).toContain('us-jobs-program');
  });

  it.each<[string, string, RegExp]>([
    ['is none', 'what is this', UNKNOWN],
    ['does something else', 'delete:AAAAAA:1:ask:0:', UNKNOWN],
    ['is of other texts', 'open:AAAAAA:0:sources::0', /^The texts have changed/],
  ])('WHEN a choice %s THEN that is explained to whoever chose it', async (_, value, words) => {
    const answer = await choose(value);
    expect([answer.ephemeral, answer.text]).toEqual([true, expect.stringMatching(words)]);
  });

  it.each<[string, string, string, number | null]>([
    ['a text', 'zzzz', 'sources', null],
    ['a page', '0', 'sources', 500],
    ['a command', '0', 'hurry', null],
  ])('WHEN a way leads to %s that there is not THEN that is explained', async (_, memory, command, page) => {
    const answer = await choose(idOf(memory, command, page));
    expect([answer.ephemeral, answer.text]).toEqual([true, expect.stringMatching(NOWHERE)]);
  });

  it.each<[string, InteractionType, object]>([
    [
      'list of people',
      InteractionType.MessageComponent,
      { component_type: ComponentType.UserSelect, values: [] },
    ],
    ['list', InteractionType.MessageComponent, { component_type: ComponentType.StringSelect, values: ['x'] }],
    ['form', InteractionType.ModalSubmit, { components: [] }],
  ])('WHEN an unknown %s is sent THEN that is explained to whoever sent it', async (_, type, more) => {
    const { message } = await sourcesReply();
    const answer = await discord.interaction(type, { data: { custom_id: 'old', ...more }, message });
    expect([answer.ephemeral, answer.text]).toEqual([true, expect.stringMatching(UNKNOWN)]);
  });
});
