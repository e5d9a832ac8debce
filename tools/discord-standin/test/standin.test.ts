import { fileURLToPath } from 'node:url';
import {
  ButtonStyle,
  ComponentType,
  GatewayCloseCodes,
  InteractionResponseType,
  MessageFlags,
  TextInputStyle,
} from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { WebSocket } from 'ws';
import {
  type BotProcess,
  commandsFaults,
  DiscordStandin,
  messageFaults,
  modalFaults,
  type StandinOptions,
} from '../src/index.js';
import { patient } from '../src/patience.js';

const bot = { script: fileURLToPath(new URL('fixture-bot.mjs', import.meta.url)) };

/** A stand-in that is stopped when its test is over. */
async function standin({ onTestFinished }: TestContext, options?: StandinOptions) {
  const discord = await DiscordStandin.start({ bot, ...options });
  onTestFinished(() => discord.stop());
  return discord;
}

describe('a bot that is connected', () => {
  let discord: DiscordStandin;
  let process: BotProcess;

  beforeAll(async () => {
    const guild = { method: 'GET', path: /^\/guilds\/\d+\/preview$/, authorized: true };
    const routes = [{ ...guild, answer: () => ({ name: 'A test guild' }) }];
    discord = await DiscordStandin.start({ bot, reportsPings: true, routes });
    process = discord.startBot();
    await discord.ready();
  });
  afterAll(() => discord.stop());
  afterEach(() => {
    discord.clearFaults();
  });

  /** The violations since the last time. */
  function fresh(): string[] {
    const violations = discord.violations.slice(seen);
    seen += violations.length;
    return violations;
  }
  let seen = 0;

  /** Waits for violations and gives them. */
  async function violated(): Promise<string[]> {
    await discord.until(() => discord.violations.length > seen, 'no violation');
    return fresh();
  }

  /** Waits for a line of the bot's with these words. */
  const logged = (words: string) =>
    discord.until(() => process.stderr.some((line) => line.includes(words)), `no line with "${words}"`);

  it('has started in the usual order and registered its commands', () => {
    const paths = discord.requests.map(({ method, path }) => `${method} ${path}`);
    expect(paths).toEqual(['GET /gateway/bot', expect.stringMatching(/^PUT \/applications\/\d+\/commands$/)]);
    expect(discord.gateway.identifies).toHaveLength(1);
    expect(discord.commands.map(({ name }) => name)).toContain('Count words');
  });

  it('answers a slash command, and its buttons edit the answer', async () => {
    const reply = await discord.slash('count');
    expect(reply.callback?.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(reply.text).toBe('Page 1');
    expect(reply.buttons).toEqual([{ label: 'Next', customId: 'page:2', disabled: false, url: null }]);

    const click = await discord.click(reply, 'Next', { user: 'bob' });
    expect(click.callback?.type).toBe(InteractionResponseType.UpdateMessage);
    await discord.click(reply, /next/i);
    expect(reply.text).toBe('Page 3');
    expect(click.message).toEqual(reply.message);
    await expect(discord.click(reply, 'Back')).rejects.toThrow('no button Back to press; there are: "Next"');
    expect(fresh()).toEqual([]);
  });

  it('defers and edits, privately', async () => {
    const reply = await discord.slash('later');
    expect(reply.callback?.type).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
    expect([reply.text, reply.ephemeral, reply.edits.length]).toEqual(['At last', true, 1]);
    expect((await discord.slash('quietly')).ephemeral).toBe(true);
    expect((await discord.slash('count')).ephemeral).toBe(false);
  });

  it('follows up on what it has read back', async () => {
    const reply = await discord.slash('more');
    await discord.until(() => reply.followups.length > 0, 'no follow-up');
    expect(reply.text).toBe('One\nAfter One');
  });

  it('completes an option, and hears who chose what and where', async () => {
    const choices = await discord.autocomplete('pick', 'fruit', 'ap');
    expect(choices.map(({ value }) => value)).toEqual(['apple', 'apricot']);
    const values = { fruit: 'kiwi' };
    const inGuild = await discord.slash('pick', values, { user: 'bob' });
    expect(inGuild.text).toBe('kiwi for bob in A test guild');
    const places = [{ guild: null }, { userInstalled: true }];
    for (const place of places) {
      expect((await discord.slash('pick', values, place)).text).toBe('kiwi for alice in private');
    }
    await expect(discord.slash('pick')).rejects.toThrow('/pick needs a value for "fruit"');
  });

  it('answers in the menu of a message', async () => {
    expect((await discord.messageMenu('Count words', 'one two three')).text).toBe('3 words');
  });

  it('answers mentions, direct messages that mention it, and replies to it; nothing else', async () => {
    const reply = await discord.say('hello');
    expect(reply.text).toBe('You said: hello');
    expect((await discord.say('psst', { guild: null })).text).toBe('You said: psst');
    expect((await discord.say('and you?', { replyTo: reply.message })).text).toBe('You said: and you?');
    const ignored = { timeoutMs: 200 };
    await expect(discord.say('hello', { mention: false, ...ignored })).rejects.toThrow(
      `no answer within ${patient(200)} ms`,
    );
    await expect(discord.say('@everyone', { mention: false, ...ignored })).rejects.toThrow('no answer');
    await expect(discord.say('beep', { byBot: true, ...ignored })).rejects.toThrow('no answer');
    expect(fresh()).toEqual([]);
  });

  it('tells of every message, whoever wrote it, as it stands', async () => {
    const told: (string | undefined)[] = [];
    discord.onMessage((_, message) => told.push(message?.content));
    const reply = await discord.say(`well, <@${discord.bot.id}>?`, { mention: false, user: 'bob' });
    await expect(discord.say('unheard', { mention: false, timeoutMs: 50 })).rejects.toThrow('no answer');
    discord.onMessage(() => {});
    expect(told).toEqual([`well, <@${discord.bot.id}>?`, reply.text, 'unheard']);
    expect(reply.message?.referenced_message?.author.id).toBe(discord.user('bob').id);
  });

  it('opens a modal, and hears what was filled in', async () => {
    const opened = await discord.slash('form');
    expect(opened.modal?.title).toBe('About you');
    await expect(discord.submit(opened)).rejects.toThrow('the modal needs a value for "name"');
    await expect(discord.submit(opened, { age: '1' })).rejects.toThrow('no field "age"; there are: name,why');
    await expect(discord.submit(opened, { name: 'x'.repeat(21) })).rejects.toThrow('21 characters of "name"');
    const reply = await discord.submit(opened, { name: 'Bo', why: 'No reason' });
    expect(reply.text).toBe('Bo: No reason');
    await expect(discord.submit(reply)).rejects.toThrow('no modal was opened');
    expect(fresh()).toEqual([]);
  });

  it('hears what is chosen from a list', async () => {
    const reply = await discord.slash('list');
    await discord.choose(reply, 'Pears', { user: 'bob' });
    expect(reply.text).toBe('bob has pears');
    await expect(discord.choose(reply, 'Plums')).rejects.toThrow('no choice "Plums"; there are: ');
  });

  it('finds endpoints that a test adds, and is reported when it asks for others', async () => {
    expect((await discord.slash('guild', {})).text).toBe('A test guild');
    expect(fresh()).toEqual([]);
    await expect(discord.slash('elsewhere', {}, { timeoutMs: 300 })).rejects.toThrow('no answer');
    expect(await violated()).toEqual(['GET /stickers/1: the stand-in knows no such endpoint']);
  });

  it('is told when it answers twice, and keeps its first answer', async () => {
    const reply = await discord.slash('twice');
    const violation = expect.stringMatching(/^POST \/interactions\/.*\/callback: answered twice$/);
    expect(await violated()).toEqual([violation]);
    await logged('failed 40060');
    expect(discord.requests.at(-1)?.status).toBe(400);
    expect(reply.text).toBe('Once');
  });

  it.each([
    ['wide', '6 buttons in a row, at most 5'],
    ['empty', 'an empty message'],
  ])('gets no answer through with /%s', async (name, violation) => {
    await expect(discord.slash(name, {}, { timeoutMs: 300 })).rejects.toThrow(
      `no answer within ${patient(300)} ms`,
    );
    expect(await violated()).toEqual([expect.stringContaining(violation)]);
  });

  it('may stay silent, which does not go on for ever', async () => {
    await expect(discord.slash('silent', {}, { timeoutMs: 100 })).rejects.toThrow(
      `no answer within ${patient(100)} ms`,
    );
  });

  it('is reported when it may ping, though the message goes out', async () => {
    expect((await discord.slash('loud')).text).toBe('Hey @everyone');
    expect(fresh()).toEqual([expect.stringContaining('may ping')]);
  });

  it('is too late after three seconds', async () => {
    const reply = discord.slash('quietly', {}, { timeoutMs: 300 });
    discord.advance(patient(3000));
    await expect(reply).rejects.toThrow('no answer');
    await logged('failed 10062 Unknown interaction');
    expect(await violated()).toEqual([expect.stringMatching(/answered after \d+ ms/)]);
  });

  it('cannot use a token that is older than a quarter of an hour', async () => {
    discord.fault({ match: /^PATCH .*@original$/, status: 429, retryAfter: 0.2 });
    const reply = expect(discord.slash('later', {}, { timeoutMs: 1000 })).rejects.toThrow('no answer');
    await discord.until(() => discord.requests.at(-1)?.method === 'PATCH', 'no edit');
    discord.advance(15 * 60_000);
    await logged('failed 50027 Invalid Webhook Token');
    expect(await violated()).toEqual([expect.stringContaining('the token has expired')]);
    await reply;
  });

  it('waits when it is told to, and tries again after an error', async () => {
    discord.fault({ match: /^POST .*\/callback$/, retryAfter: 0.3 });
    const waited = await discord.slash('quietly');
    expect(waited.callbackMs).toBeGreaterThan(300);
    discord.fault({ match: /callback/, status: 502, times: 2 });
    expect((await discord.slash('quietly')).text).toBe('Only you');
  });

  it('loses a request when the connection breaks, and its answer when that comes after', async () => {
    discord.fault({ match: /callback/, drop: true });
    await expect(discord.slash('quietly', {}, { timeoutMs: 300 })).rejects.toThrow('no answer');
    await logged('failed UND_ERR_SOCKET');
    discord.fault({ match: /callback/, status: 500, after: true });
    expect((await discord.slash('quietly')).text).toBe('Only you');
    expect(await violated()).toEqual([expect.stringContaining('answered twice')]);
    discord.fault({ match: /callback/, hang: true });
    await expect(discord.slash('quietly', {}, { timeoutMs: 300 })).rejects.toThrow('no answer');
  });
});

describe.concurrent('the gateway', () => {
  const connections: [string, (discord: DiscordStandin) => void, { resumes: number; identifies: number }][] =
    [
      ['breaks off', (d) => d.gateway.close(1006), { resumes: 1, identifies: 1 }],
      ['closes with 4000', (d) => d.gateway.close(4000), { resumes: 1, identifies: 1 }],
      ['closes with 4009', (d) => d.gateway.close(4009), { resumes: 1, identifies: 1 }],
      ['asks to reconnect', (d) => d.gateway.reconnect(), { resumes: 1, identifies: 1 }],
      ['doubts the session', (d) => d.gateway.invalidate(true), { resumes: 1, identifies: 1 }],
      ['ends the session', (d) => d.gateway.invalidate(false), { resumes: 0, identifies: 2 }],
    ];

  it.for(connections)('%s, and the bot comes back to what it missed', async ([, interrupt, counts], test) => {
    const discord = await standin(test);
    discord.startBot();
    await discord.ready();
    interrupt(discord);
    const back = () => discord.gateway.resumes + discord.gateway.identifies.length > 1;
    if (counts.resumes > 0) {
      // Asked while nobody listens: the answer shows that the event was replayed.
      expect((await discord.slash('quietly')).text).toBe('Only you');
    }
    await discord.until(back, 'the bot did not come back', { timeoutMs: 9000 });
    const { resumes, identifies } = discord.gateway;
    expect({ resumes, identifies: identifies.length }).toEqual(counts);
    expect((await discord.slash('quietly')).text).toBe('Only you');
  });

  it('refuses connections and then a resume, and the bot identifies again', async (test) => {
    const discord = await standin(test);
    discord.startBot();
    await discord.ready();
    discord.gateway.resumable = false;
    discord.gateway.refuseFor(300);
    discord.gateway.close(1006);
    await discord.until(() => discord.gateway.identifies.length > 1, 'no identify', { timeoutMs: 12_000 });
    expect(discord.gateway.resumes).toBe(0);
    expect((await discord.slash('quietly')).text).toBe('Only you');
  });

  it('stops acknowledging heartbeats, and the bot gives the connection up', async (test) => {
    const discord = await standin(test, { heartbeatMs: 300 });
    discord.startBot();
    await discord.ready();
    discord.gateway.acknowledges = false;
    await discord.until(() => discord.gateway.closures.length > 0, 'the bot kept a dead connection');
    discord.gateway.acknowledges = true;
    await discord.until(() => discord.gateway.resumes > 0, 'no resume');
  });
});

describe.concurrent('a bot that does not start', () => {
  it('has no script', async ({ onTestFinished }) => {
    const discord = await DiscordStandin.start();
    onTestFinished(() => discord.stop());
    expect(() => discord.startBot()).toThrow('no script to start the bot with');
  });

  it('has a token that is refused', async (test) => {
    const discord = await standin(test);
    const started = discord.startBot({ env: { DISCORD_TOKEN: 'not.the.one' } });
    await expect(discord.ready()).rejects.toThrow('login failed');
    expect(await started.exit).toEqual({ code: 1, signal: null });
    expect(discord.requests.map(({ status }) => status)).toEqual([401]);
  });

  it('asks for intents that it does not have', async (test) => {
    const discord = await standin(test);
    discord.gateway.closeOnIdentify = 4014;
    discord.startBot();
    await expect(discord.ready()).rejects.toThrow('login failed: Used disallowed intents');
    expect(discord.gateway.closures).toEqual([4014]);
  });
});

describe.concurrent('a bot that ends', () => {
  it('leaves in good order, comes back, and its old buttons work', async (test) => {
    const discord = await standin(test);
    const first = discord.startBot({ env: { DISCORD_GUILD_ID: discord.guildId } });
    await discord.ready();
    const reply = await discord.slash('count');
    expect(await first.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(first.stdout).toEqual(['ready', 'bye']);
    expect(discord.gateway.closures).toEqual([1000]);
    await expect(discord.slash('count')).rejects.toThrow('no bot is connected');

    discord.startBot();
    await discord.ready();
    await discord.click(reply, 'Next');
    expect(reply.text).toBe('Page 2');
  });

  it('is killed', async (test) => {
    const discord = await standin(test);
    const started = discord.startBot();
    await discord.ready();
    expect(await started.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
  });
});

describe('the rules', () => {
  const V2 = MessageFlags.IsComponentsV2;
  const text = (content: string) => ({ type: ComponentType.TextDisplay, content }) as const;
  const button = (custom_id: string, label = 'Go') =>
    ({ type: ComponentType.Button, style: ButtonStyle.Primary, custom_id, label }) as const;
  const row = (...components: ReturnType<typeof button>[]) =>
    ({ type: ComponentType.ActionRow, components }) as const;
  const texts = (n: number) => Array.from({ length: n }, () => text('x'));

  it.each([
    ['40 components', texts(40), []],
    ['41 components', texts(41), ['41 components, at most 40']],
    ['4000 characters', [text('x'.repeat(3999)), text('x')], []],
    [
      '4001 characters',
      [text('x'.repeat(4000)), text('x')],
      ['4001 characters in text displays, at most 4000'],
    ],
    ['an empty text', [text(' ')], ['an empty text display']],
    ['a long label', [row(button('a', 'x'.repeat(81)))], ['81 characters of a button label, at most 80']],
    ['a long custom_id', [row(button('x'.repeat(101)))], ['101 characters of custom_id, at most 100']],
    ['one custom_id twice', [row(button('a')), row(button('a'))], ['custom_id "a" twice']],
    [
      'nested ones',
      [{ type: ComponentType.Container, components: texts(40) } as const],
      ['41 components, at most 40'],
    ],
  ])('on messages: %s', (_, components, faults) => {
    expect(messageFaults({ components }, V2)).toEqual(faults);
  });

  it('on messages: no content or embeds beside Components V2, and no such components without it', () => {
    const components = [text('x')];
    expect(messageFaults({ content: 'x', embeds: [{ title: 'x' }], components }, V2)).toHaveLength(2);
    expect(messageFaults({ content: 'x', components }, 0)).toEqual([
      'component type 10 needs the Components V2 flag',
    ]);
  });

  const input = (custom_id: string, label = 'Name') =>
    ({ type: ComponentType.TextInput, style: TextInputStyle.Short, custom_id, label }) as const;
  const field = (...components: ReturnType<typeof input>[]) =>
    ({ type: ComponentType.ActionRow, components }) as const;
  it.each([
    ['fine', 'x', [field(input('a')), field(input('b'))], []],
    ['a long title', 'x'.repeat(46), [field(input('a'))], ['46 characters of a title, at most 45']],
    ['nothing to fill in', 'x', [], ['0 components of a modal, at least 1']],
    ['two fields in a row', 'x', [field(input('a'), input('b'))], ['2 fields in a row, at most 1']],
    ['one custom_id twice', 'x', [field(input('a')), field(input('a'))], ['custom_id "a" twice']],
    ['a long label', 'x', [field(input('a', 'x'.repeat(46)))], ['46 characters of a label, at most 45']],
  ])('on modals: %s', (_, title, components, faults) => {
    expect(modalFaults({ title, custom_id: 'form', components })).toEqual(faults);
  });

  const option = (name: string, required: boolean, description = 'x') => ({
    type: 3,
    name,
    description,
    required,
  });
  it.each([
    [
      'fine',
      { name: 'ask', description: 'x'.repeat(100), options: [option('a', true), option('b', false)] },
      0,
    ],
    ['an upper-case name', { name: 'Ask', description: 'x' }, 1],
    ['a long description', { name: 'ask', description: 'x'.repeat(101) }, 1],
    ['required last', { name: 'ask', description: 'x', options: [option('a', false), option('b', true)] }, 1],
    [
      'one option twice',
      { name: 'ask', description: 'x', options: [option('a', true), option('a', true)] },
      1,
    ],
    ['a long option', { name: 'ask', description: 'x', options: [option('a', true, 'x'.repeat(101))] }, 1],
  ])('on commands: %s', (_, command, faults) => {
    expect(commandsFaults([command])).toHaveLength(faults);
  });
});

describe('a connection that is no bot', () => {
  /** The code with which a connection ends that says something. */
  const closureOf = (url: string, said: string) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(url);
      socket.on('open', () => socket.send(said));
      socket.on('close', resolve);
    });
  const gatewayOf = ({ apiUrl }: DiscordStandin) => apiUrl.replace(/^http/, 'ws').replace(/api$/, 'gateway');

  it.each(['x', 'null', '[]', '{"op":2}', '{"op":6,"d":7}'])(
    'is closed when it says what cannot be read: %s',
    async (said) => {
      const discord = await DiscordStandin.start();
      const code = await closureOf(gatewayOf(discord), said);
      await discord.stop();
      expect([GatewayCloseCodes.DecodeError, GatewayCloseCodes.NotAuthenticated]).toContain(code);
    },
  );

  it('is refused when it comes from a page', async () => {
    const discord = await DiscordStandin.start();
    const socket = new WebSocket(gatewayOf(discord), { origin: 'http://page.example' });
    const error = await new Promise<Error>((resolve) => socket.on('error', resolve));
    await discord.stop();
    expect(error.message).toContain('403');
  });
});
