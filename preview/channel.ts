/** A channel with the bot in it: the bot itself, as people start it, against a stand-in for Discord on this machine. */

import path from 'node:path';
import { type APIMessage, ComponentType, InteractionType, MessageFlags } from 'discord-api-types/v10';
import { ROOT } from '../src/data.js';
import { reasonOf } from '../src/errors.js';
import { type Actor, allComponents, DiscordStandin, type Reply } from '../tools/discord-standin/src/index.js';
import { markdownOf } from './markdown.js';
import type { Action, News, Scene, ShownMessage, Typing } from './protocol.js';

/** Who can be chosen on the page. */
const PEOPLE = ['Alice', 'Bob'];

/** The bot as people start it, built. */
const BOT = path.join(ROOT, 'dist', 'src', 'main.js');

/** The log of the bot goes where that of the server goes: standard error. */
const LOG = 2;

/** A first start reads all texts before the bot connects, which takes minutes with many. */
const START_MS = 30 * 60_000;

/** How often it is looked whether the bot is there, and whether it did what Discord refuses, in milliseconds. */
const LOOK_MS = 200;

/** So long an answer is waited for that is deferred, as Find sources is; in milliseconds. */
const ANSWER_MS = 60_000;

/** Messages that are kept: a page shows some hundreds at once. */
const MAX_MESSAGES = 300;

/** How the stand-in says that there was no answer. */
const SILENCE = /^\w+: no answer within/;

/** Somebody who looks at the channel. */
interface Viewer {
  readonly user: string;
  readonly tell: (news: News) => void;
}

export class Channel {
  readonly #discord: DiscordStandin;
  readonly #viewers = new Set<Viewer>();
  /** By their ids, in the order in which they came. */
  readonly #messages = new Map<string, APIMessage>();
  /** The commands that were used, by the id of the interaction. */
  readonly #used = new Map<string, string>();
  readonly #refused: string[] = [];
  readonly #timer: NodeJS.Timeout;
  #isReady = false;

  /**
   * Starts the bot on a folder of texts; it can be looked at before it is connected.
   *
   * @param env its settings, beside those that connect it.
   */
  static async open(env: Record<string, string>): Promise<Channel> {
    const discord = await DiscordStandin.start({ name: 'Verbatim' });
    const settings = { DISCORD_GUILD_ID: '', HEALTH_FILE: '', ...env };
    const bot = discord.startBot({ script: BOT, env: settings, log: LOG });
    const channel = new Channel(discord);
    const gone = bot.exit.then(({ code }) => channel.#refuse(`The bot ended with exit code ${code}.`));
    discord.ready({ timeoutMs: START_MS }).then(
      () => channel.#ready(),
      () => gone,
    );
    return channel;
  }

  private constructor(discord: DiscordStandin) {
    this.#discord = discord;
    discord.onMessage((id, message) => this.#onMessage(id, message));
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  /** Ends the bot. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#discord.stop();
  }

  /**
   * Tells somebody all there is to see, then all that comes.
   *
   * @returns ends that.
   */
  watch(user: string, tell: (news: News) => void): () => void {
    const viewer = { user, tell };
    this.#viewers.add(viewer);
    tell({ kind: 'scene', scene: this.#scene });
    for (const message of this.#messages.values()) this.#show(viewer, message);
    if (this.#refused.length > 0) tell({ kind: 'refused', what: this.#refused });
    return () => this.#viewers.delete(viewer);
  }

  /**
   * Does something in the channel, until the bot has answered.
   *
   * @throws Error that says what is wrong, as that the bot does not answer.
   */
  async act(action: Action): Promise<void> {
    const asker = { user: known(action.user), timeoutMs: ANSWER_MS };
    try {
      if (action.kind === 'say') this.#say(action, asker);
      else this.#note(action, await this.#interact(action, asker));
    } catch (error) {
      throw SILENCE.test(reasonOf(error)) ? new Error('The application did not respond.') : error;
    }
  }

  /** What the bot suggests for an option that is being typed. */
  suggest({ user, command, option, value, others }: Typing): Promise<{ name: string; value: unknown }[]> {
    return this.#discord.autocomplete(command, option, value, { ...others }, { user: known(user) });
  }

  get #scene(): Scene {
    const users = PEOPLE.map((name) => this.#discord.user(name));
    return { bot: this.#discord.bot, users, commands: this.#isReady ? this.#discord.commands : [] };
  }

  #ready(): void {
    this.#isReady = true;
    this.#tell({ kind: 'scene', scene: this.#scene });
  }

  /** The interaction that somebody's doing is, once it is answered. */
  #interact(action: Exclude<Action, { kind: 'say' }>, asker: Actor): Promise<Reply> {
    if (action.kind === 'command') return this.#discord.slash(action.path, action.values, asker);
    const message = this.#message(action.message);
    if (action.kind === 'menu') return this.#discord.messageMenu(action.command, message, asker);
    return this.#discord.clickId(action.id, message, { user: action.user }, pressed(message, action));
  }

  /** A message of somebody's; nobody waits for an answer to it, for the bot answers only what is meant for it. */
  #say({ content, replyTo }: Extract<Action, { kind: 'say' }>, asker: Actor): void {
    const { bot } = this.#discord;
    const text = content.replaceAll(`@${bot.username}`, `<@${bot.id}>`);
    const answered = replyTo === undefined ? undefined : this.#message(replyTo);
    this.#discord.say(text, { ...asker, mention: false, replyTo: answered }).catch(() => {});
  }

  #message(id: string): APIMessage {
    const message = this.#messages.get(id);
    if (!message) throw new Error('That message is gone.');
    return message;
  }

  /** Takes note of what an interaction was, which Discord tells on what answers it. */
  #note(action: Action, { id: interaction }: Reply): void {
    if (action.kind === 'command') this.#used.set(interaction, `/${action.path}`);
    if (action.kind === 'menu') this.#used.set(interaction, action.command);
    for (const [id, message] of this.#messages)
      if (message.interaction_metadata?.id === interaction) this.#onMessage(id, message);
  }

  #onMessage(id: string, message: APIMessage | null): void {
    if (message === null) {
      this.#messages.delete(id);
      this.#tell({ kind: 'gone', id });
      return;
    }
    this.#messages.set(id, message);
    const [oldest] = this.#messages.keys();
    if (this.#messages.size > MAX_MESSAGES && oldest !== undefined) this.#onMessage(oldest, null);
    for (const viewer of this.#viewers) this.#show(viewer, message);
  }

  #show({ user, tell }: Viewer, message: APIMessage): void {
    if (!isFor(message, user)) return;
    const answers = this.#used.get(message.interaction_metadata?.id ?? '') ?? null;
    tell({ kind: 'message', shown: shownOf(message, answers) });
  }

  #look(): void {
    for (const fault of this.#discord.takeViolations()) this.#refuse(`Discord would refuse ${fault}`);
  }

  #refuse(what: string): void {
    this.#refused.push(what);
    this.#tell({ kind: 'refused', what: this.#refused });
  }

  #tell(news: News): void {
    for (const { tell } of this.#viewers) tell(news);
  }
}

const known = (user: string): string => {
  if (PEOPLE.includes(user)) return user;
  throw new Error(`There is no ${user} here.`);
};

/** What a press sends along: a list sends what was chosen. */
function pressed({ components }: APIMessage, { id, choice }: Extract<Action, { kind: 'press' }>): object {
  const component = [...allComponents(components ?? [])].find((c) => 'custom_id' in c && c.custom_id === id);
  if (!component) throw new Error('That is not on the message any more.');
  const { type } = component;
  return { component_type: type, ...(choice !== undefined && { values: [choice] }) };
}

/** Whether somebody sees a message: those for one person alone are for whoever did what it answers. */
const isFor = ({ flags, interaction_metadata }: APIMessage, user: string): boolean =>
  !((flags ?? 0) & MessageFlags.Ephemeral) || interaction_metadata?.user.username === user;

function shownOf(message: APIMessage, answers: string | null): ShownMessage {
  const displays = [...allComponents(message.components ?? [])].flatMap((c) =>
    c.type === ComponentType.TextDisplay ? [c.content] : [],
  );
  const { referenced_message: above, interaction_metadata: origin } = message;
  const texts = [message.content, above?.content ?? '', ...displays].filter((text) => text !== '');
  return {
    message,
    markdown: Object.fromEntries(texts.map((text) => [text, markdownOf(text)])),
    answers: origin?.type === InteractionType.ApplicationCommand ? answers : null,
  };
}
