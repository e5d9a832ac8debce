/** The state that both halves of the stand-in share: who and what there is, and what has been said. */

import { randomBytes } from 'node:crypto';
import type { APIApplicationCommand, APIMessage, APIUser } from 'discord-api-types/v10';
import type { Actor, Asker } from './asker.js';
import { guildCreate, type Scene, snowflake, userNamed } from './payloads.js';
import { Violations } from './refusal.js';
import { type Occasion, Reply } from './reply.js';

/** One request as it came in and was answered. */
export interface RecordedRequest {
  method: string;
  /** Without the version prefix and the query. */
  path: string;
  body: unknown;
  /** Undefined while, or if, there is no answer. */
  status: number | undefined;
}

export class World {
  readonly bot: APIUser;
  readonly guildId = snowflake();
  readonly channelId = snowflake();
  /** Another guild that the bot is in. */
  readonly other = { guildId: snowflake(), channelId: snowflake() };
  /** A guild and a channel that the bot is not in. */
  readonly elsewhere = { guildId: snowflake(), channelId: snowflake() };
  readonly token: string;
  /** Told of each message that comes or changes, and of each that goes. */
  onMessage: (id: string, message: APIMessage | null) => void = () => {};
  readonly messages = new Map<string, APIMessage>();
  readonly replies: Reply[] = [];
  readonly requests: RecordedRequest[] = [];
  readonly violations = new Violations();
  /** Commands by scope: the id of a guild, or `global`. */
  readonly commands = new Map<string, APIApplicationCommand[]>();
  /** The channels the bot sees, with their guild; null for direct ones. */
  readonly channels = new Map<string, string | null>([
    [this.channelId, this.guildId],
    [this.other.channelId, this.other.guildId],
  ]);
  readonly #directChannels = new Map<string, string>();
  readonly #users = new Map<string, APIUser>();

  constructor(token?: string, name = 'stand-in bot') {
    this.bot = userNamed(name, true);
    this.token = token ?? `${Buffer.from(this.bot.id).toString('base64url')}.${secret(4)}.${secret(20)}`;
  }

  get applicationId(): string {
    return this.bot.id;
  }

  /** What a client is told when it has connected. */
  get ready() {
    const { applicationId, bot, guildId, channelId, other } = this;
    return {
      ready: {
        user: bot,
        guilds: [guildId, other.guildId].map((id) => ({ id, unavailable: true })),
        application: { id: applicationId, flags: 0 },
      },
      guilds: [guildCreate(guildId, channelId, bot), guildCreate(other.guildId, other.channelId, bot)],
    };
  }

  /** The user of that name, who comes into being when first named. */
  user(name: string): APIUser {
    return remembered(this.#users, name, () => userNamed(name));
  }

  /** The channel between a user and the bot. */
  directChannel(user: APIUser): string {
    const id = remembered(this.#directChannels, user.id, snowflake);
    this.channels.set(id, null);
    return id;
  }

  /** Where somebody is, and who they are. */
  scene({ user: name = 'alice', guild, userInstalled = false, locale = 'en-US' }: Asker): Scene {
    const user = this.user(name);
    const common = { user, locale, userInstalled };
    if (guild === null) return { ...common, guildId: null, channelId: this.directChannel(user) };
    if (userInstalled) return { ...common, ...this.elsewhere };
    const { guildId, channelId } = guild === 'other' ? this.other : this;
    return { ...common, guildId, channelId };
  }

  /** The same for who presses something on a message: where that stands; whoever asked for it, unless said otherwise. */
  sceneAt(message: APIMessage, actor: Actor): Scene {
    const guildId = this.channels.get(message.channel_id);
    const asker: Asker = {
      ...actor,
      user: actor.user ?? message.interaction_metadata?.user.username ?? 'alice',
      ...(guildId === null && { guild: null }),
      ...(guildId === this.other.guildId && { guild: 'other' as const }),
      userInstalled: guildId === undefined,
    };
    return { ...this.scene(asker), channelId: message.channel_id };
  }

  /** All commands that can be used, those of the guild first. */
  get allCommands(): APIApplicationCommand[] {
    return [...(this.commands.get(this.guildId) ?? []), ...(this.commands.get('global') ?? [])];
  }

  /** Begins to wait for an answer to what was asked so long ago; `messageId` is the message that was clicked. */
  ask(occasion: Occasion, scene: Scene, ageMs = 0, messageId?: string): Reply {
    const reply = new Reply(this.messages, { id: snowflake(ageMs), token: secret(40), occasion, scene });
    reply.messageId = messageId;
    reply.age(ageMs);
    this.replies.push(reply);
    return reply;
  }
}

const secret = (bytes: number): string => randomBytes(bytes).toString('base64url');

function remembered<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
