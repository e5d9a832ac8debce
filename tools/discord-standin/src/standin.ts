/**
 * A small Discord for tests: it starts a bot as a process of its own, talks to it over a real socket and real HTTP
 * on this machine, and lets a test be the users.
 *
 * ```ts
 * const discord = await DiscordStandin.start({ bot: { script: 'bot.js' } });
 * discord.startBot();
 * await discord.ready();
 * const reply = await discord.slash('ask', { question: 'Who is there?' });
 * await discord.click(reply, 'More');
 * expect(reply.text).toContain('Nobody');
 * expect(discord.violations).toEqual([]);
 * await discord.stop();
 * ```
 *
 * Whatever waits for the bot rejects after a while with what did not happen and the bot's last lines of output.
 */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIUser,
  ApplicationCommandType,
  ComponentType,
  GatewayDispatchEvents,
  InteractionType,
} from 'discord-api-types/v10';
import type { Actor, Asker, Patience, Saying } from './asker.js';
import { type BotOptions, BotProcess } from './bot-process.js';
import { choicesOf } from './components.js';
import { Gateway } from './gateway.js';
import { Messages } from './messages.js';
import { type Filled, submissionOf } from './modals.js';
import { commandData, commandNamed, optionsOf, subcommandOf, type Values } from './options.js';
import { patient } from './patience.js';
import { interactionIn, messageBy, type Scene } from './payloads.js';
import type { Reply } from './reply.js';
import { type Fault, Rest, type Route } from './rest.js';
import { Routes } from './routes.js';
import { type RecordedRequest, World } from './world.js';

/** How often a condition is looked at while waiting for it, in ms. */
const POLL_MS = 5;

/** How long a wait lasts at most when nobody says how long, in ms. */
const PATIENCE_MS = 10_000;

/** How many lines of output an error shows. */
const LAST_LINES = 10;

export interface StandinOptions {
  /** What `startBot` starts unless it is told otherwise; its `env` is added to. */
  bot?: BotOptions;
  /** Endpoints of Discord's that the bot needs and the stand-in lacks; they win over its own. */
  routes?: readonly Route[];
  /** Whether a message that could ping somebody is a violation, for bots that never do. */
  reportsPings?: boolean;
  /** The interval clients are told to send heartbeats at; Discord's own by default. */
  heartbeatMs?: number;
  /** How long an interaction waits for its response, by default the 3 s that Discord waits, times the patience. */
  deadlineMs?: number;
  /** The port to listen on; any free one by default. */
  port?: number;
  /** The bot's token; a new one by default. */
  token?: string;
  /** What the bot is called. */
  name?: string;
}

export class DiscordStandin {
  /** The gateway, with its counts and its faults. */
  readonly gateway: Gateway;
  readonly #world: World;
  readonly #rest: Rest;
  readonly #messages: Messages;
  readonly #server: Server;
  readonly #bot: BotOptions | undefined;
  readonly #bots: BotProcess[] = [];

  /** Starts a stand-in on a free port. */
  static async start(options: StandinOptions = {}): Promise<DiscordStandin> {
    const standin = new DiscordStandin(options);
    await new Promise<void>((resolve) => standin.#server.listen(options.port ?? 0, '127.0.0.1', resolve));
    return standin;
  }

  private constructor(options: StandinOptions) {
    const { heartbeatMs = 41_250, deadlineMs = patient(3000), routes = [], reportsPings = false } = options;
    const world = new World(options.token, options.name);
    this.#world = world;
    this.#bot = options.bot;
    const gatewayUrl = () => `ws://${this.#address}/gateway`;
    const ready = () => world.ready;
    this.gateway = new Gateway({ token: world.token, heartbeatMs, url: gatewayUrl, ready });
    const messages = new Messages(world, this.gateway, reportsPings);
    this.#messages = messages;
    this.#rest = new Rest(world, new Routes({ world, messages, gatewayUrl, deadlineMs, routes }).table);
    this.#server = createServer((request, response) => this.#rest.handle(request, response));
    this.#server.on('upgrade', (request, socket, head) => this.gateway.upgrade(request, socket, head));
  }

  /** What DISCORD_API_URL is set to. */
  get apiUrl(): string {
    return `http://${this.#address}/api`;
  }

  get applicationId(): string {
    return this.#world.applicationId;
  }

  /** The bot as a user. */
  get bot(): APIUser {
    return this.#world.bot;
  }

  /** The user of that name, who comes into being when first named. */
  user(name: string): APIUser {
    return this.#world.user(name);
  }

  /** Calls `told` with each message that comes or changes from now on, whoever wrote it, and with null for each that goes. */
  onMessage(told: (id: string, message: APIMessage | null) => void): void {
    this.#world.onMessage = told;
  }

  /** The guild the bot is in. */
  get guildId(): string {
    return this.#world.guildId;
  }

  /** The other guild the bot is in. */
  get otherGuildId(): string {
    return this.#world.other.guildId;
  }

  /** All requests of the bot so far, as a live list. */
  get requests(): readonly RecordedRequest[] {
    return this.#world.requests;
  }

  /** What the bot did that Discord refuses, as a live list of sentences. */
  get violations(): readonly string[] {
    return this.#world.violations.list;
  }

  /** The bot's token, which nobody else may ever read. */
  get token(): string {
    return this.#world.token;
  }

  /** The tokens of all interactions so far, with which anybody could answer them. */
  get interactionTokens(): string[] {
    return this.#world.replies.map(({ token }) => token);
  }

  /** Gives the violations so far and forgets them, for tests that share a stand-in. */
  takeViolations(): string[] {
    return this.#world.violations.list.splice(0);
  }

  /** The commands as they are registered now, those of the guild first. */
  get commands(): APIApplicationCommand[] {
    return this.#world.allCommands;
  }

  /**
   * Starts a bot as a process of its own; `await discord.ready()` waits until it can be talked to. It is told where to connect
   * by `DISCORD_TOKEN` and `DISCORD_API_URL`; what it calls them itself, `env` can hold. A bot that is started in any
   * other way needs `token` and `apiUrl`.
   *
   * @throws Error when neither this nor `start` was told a script.
   */
  startBot({ env, ...options }: Partial<BotOptions> = {}): BotProcess {
    const { script, ...rest } = { ...this.#bot, ...options };
    if (script === undefined) throw new Error('no script to start the bot with: { script: … }');
    const address = { DISCORD_TOKEN: this.token, DISCORD_API_URL: this.apiUrl };
    const bot = new BotProcess({ ...rest, script, env: { ...address, ...this.#bot?.env, ...env } });
    this.#bots.push(bot);
    return bot;
  }

  /** Waits until a bot is connected and there are commands; rejects at once if the bot ends instead. */
  async ready({ timeoutMs = 2 * PATIENCE_MS }: Patience = {}): Promise<void> {
    const up = () => this.gateway.connected && this.commands.length > 0;
    const gone = () => this.#bots.length > 0 && this.#bots.every(({ ended }) => ended);
    await this.until(() => up() || gone(), 'the bot did not get ready', { timeoutMs });
    if (!up()) throw new Error(`the bot ended before it was ready${this.#lastLines()}`);
  }

  /** A slash command, a subcommand after a space. Values are sent as they are, also those that a real client would not let through. */
  async slash(path: string, values: Values = {}, asker: Asker = {}): Promise<Reply> {
    const [name = '', subcommand] = path.split(' ');
    const command = commandNamed(this.commands, name, ApplicationCommandType.ChatInput);
    const options =
      subcommand === undefined ? optionsOf(command, values) : [subcommandOf(command, subcommand)];
    return this.interaction(InteractionType.ApplicationCommand, commandData(command, { options }), asker);
  }

  /** What is suggested while somebody types `value` into an option; `others` is filled in already. */
  async autocomplete(
    name: string,
    option: string,
    value: string,
    others: Values = {},
    asker: Asker = {},
  ): Promise<APIApplicationCommandOptionChoice[]> {
    const command = commandNamed(this.commands, name, ApplicationCommandType.ChatInput);
    const options = optionsOf(command, { ...others, [option]: value }, option);
    const occasion = InteractionType.ApplicationCommandAutocomplete;
    const reply = await this.interaction(occasion, commandData(command, { options }), asker);
    return reply.callback?.data.choices ?? [];
  }

  /** The command in the menu of a message of somebody that says `said`, or has these fields. */
  async messageMenu(name: string, said: string | Partial<APIMessage>, asker: Asker = {}): Promise<Reply> {
    const command = commandNamed(this.commands, name, ApplicationCommandType.Message);
    const scene = this.#world.scene(asker);
    const content = typeof said === 'string' ? said : '';
    const plain = messageBy(this.#world.user('somebody else'), scene.channelId, { content });
    const target = typeof said === 'string' ? plain : { ...plain, ...said };
    const resolved = { messages: { [target.id]: target } };
    const fields = commandData(command, { target_id: target.id, resolved });
    return this.#interact(InteractionType.ApplicationCommand, scene, fields, asker);
  }

  /** Presses the first button of a reply whose label is, or matches, `label`. By default whoever asked presses it. */
  async click(reply: Reply, label: string | RegExp, actor: Actor = {}): Promise<Reply> {
    const found = reply.findButton(label);
    const { customId, disabled } = found?.button ?? {};
    if (!found || !customId || disabled) {
      const labels = reply.buttons.map(
        (button) => `"${button.label}"${button.disabled ? ' (disabled)' : ''}`,
      );
      throw new Error(`no button ${label} to press; there are: ${labels.join(', ') || 'none'}`);
    }
    return this.clickId(customId, found.message, actor);
  }

  /** Presses a button by its custom_id, be it on the message or not: one from before a restart, say. */
  async clickId(
    customId: string,
    message: APIMessage,
    actor: Actor = {},
    data: object = { component_type: ComponentType.Button },
  ): Promise<Reply> {
    const press = { data: { custom_id: customId, ...data }, message };
    const scene = this.#world.sceneAt(message, actor);
    return this.#interact(InteractionType.MessageComponent, scene, press, actor, message.id);
  }

  /** Chooses what is called `label` from the lists of a reply's message; by default whoever asked does. */
  async choose(reply: Reply, label: string, actor: Actor = {}): Promise<Reply> {
    const { message } = reply;
    const choices = message ? choicesOf(message) : [];
    const found = choices.find((choice) => choice.label === label);
    if (!message || !found)
      throw new Error(`no choice "${label}"; there are: ${choices.map((choice) => choice.label)}`);
    const data = { component_type: ComponentType.StringSelect, values: [found.value] };
    return this.clickId(found.customId, message, actor, data);
  }

  /** Sends the modal that a reply opened, filled in; by default whoever it was opened for does. */
  async submit(opened: Reply, values: Filled = {}, actor: Actor = {}): Promise<Reply> {
    const { modal, message, messageId, scene: at } = opened;
    if (!modal) throw new Error('no modal was opened');
    const scene = actor.user === undefined ? at : { ...at, user: this.#world.user(actor.user) };
    const fields = { data: submissionOf(modal, values), ...(message && { message }) };
    return this.#interact(InteractionType.ModalSubmit, scene, fields, actor, messageId);
  }

  /** An interaction with `fields` as they are, so that it may be one that no client library expects. */
  async interaction(type: InteractionType, fields: object, asker: Asker = {}): Promise<Reply> {
    return this.#interact(type, this.#world.scene(asker), fields, asker);
  }

  /** A plain message, and what the bot writes in answer. Without an answer it rejects, like everything here. */
  async say(content: string, saying: Saying = {}): Promise<Reply> {
    const scene = this.#world.scene(saying);
    const reply = this.#world.ask('message', scene, saying.ageMs);
    this.#messages.say(reply.id, content, scene, saying);
    return this.#answer(reply, saying);
  }

  /** Makes requests go wrong from now on; of several faults that match, the first that has times left is played. */
  fault(fault: Fault): void {
    this.#rest.fault(fault);
  }

  clearFaults(): void {
    this.#rest.clearFaults();
  }

  /** Lets time pass for the interactions so far: 3 s end the wait for a response, 15 minutes the life of a token. */
  advance(ms: number): void {
    for (const reply of this.#world.replies) reply.age(ms);
  }

  /** Waits until a condition holds, for what the other methods do not wait for: `reply.followups.length > 0`. */
  async until(
    done: () => boolean,
    otherwise: string,
    { timeoutMs = PATIENCE_MS }: Patience = {},
  ): Promise<void> {
    const waitMs = patient(timeoutMs);
    const deadline = performance.now() + waitMs;
    while (!done()) {
      if (performance.now() > deadline)
        throw new Error(`${otherwise} within ${waitMs} ms${this.#lastLines()}`);
      await sleep(POLL_MS);
    }
  }

  /** Ends the bots, by force if need be, and closes everything. */
  async stop(): Promise<void> {
    await Promise.all(this.#bots.map((bot) => bot.stop()));
    this.gateway.close(1006);
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  get #address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #interact(
    type: InteractionType,
    scene: Scene,
    fields: object,
    actor: Actor,
    messageId?: string,
  ): Promise<Reply> {
    if (!this.gateway.hasSession) throw new Error(`no bot is connected${this.#lastLines()}`);
    const reply = this.#world.ask(type, scene, actor.ageMs, messageId);
    const { id, token } = reply;
    const interaction = { id, token, type, ...interactionIn(scene, this.#world.applicationId), ...fields };
    this.gateway.dispatch(GatewayDispatchEvents.InteractionCreate, interaction);
    return this.#answer(reply, actor);
  }

  async #answer(reply: Reply, patience: Patience): Promise<Reply> {
    const { occasion } = reply;
    const name = occasion === 'message' ? occasion : InteractionType[occasion];
    await this.until(() => reply.settled, `${name}: no answer`, patience);
    return reply;
  }

  #lastLines(): string {
    const lines = this.#bots.flatMap(({ stdout, stderr }) => [...stdout, ...stderr].slice(-LAST_LINES));
    return lines.length > 0 ? `; the bot's last lines:\n${lines.join('\n')}` : '';
  }
}
