/** The bot's messages: checked, kept, changed, and told to those who are in the channel. */

import {
  type APIMessage,
  type APIUser,
  GatewayDispatchEvents,
  GatewayIntentBits,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Saying } from './asker.js';
import { visibleText } from './components.js';
import type { Gateway } from './gateway.js';
import { edited, messageBy, messageCreate, ownersIn, type Scene } from './payloads.js';
import { Refusal } from './refusal.js';
import type { Reply } from './reply.js';
import { type MessageBody, messageFaults, pingFaults } from './rules.js';
import type { World } from './world.js';

export class Messages {
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #reportsPings: boolean;

  constructor(world: World, gateway: Gateway, reportsPings: boolean) {
    this.#world = world;
    this.#gateway = gateway;
    this.#reportsPings = reportsPings;
  }

  /** A message in answer to an interaction. `request` names what asked for it, here and below. */
  post(request: string, asked: Reply, body: MessageBody): APIMessage {
    return this.#publish(request, { ...this.#draft(asked.scene.channelId, body), ...originOf(asked) }, body);
  }

  /** A message in a channel, by itself; the one that is there already when its nonce has been used and is enforced. */
  postIn(request: string, channelId: string, body: MessageBody): APIMessage {
    const { nonce, enforce_nonce } = body;
    const same = [...this.#world.messages.values()].find((message) => message.nonce === nonce);
    if (same && nonce !== undefined && enforce_nonce) return same;
    const draft = { ...this.#draft(channelId, body), ...this.#referenceOf(body) };
    return this.#publish(request, nonce === undefined ? draft : { ...draft, nonce }, body);
  }

  /** The "thinking…" that stands in for a deferred reply. */
  postLoading(request: string, asked: Reply, flags: number): APIMessage {
    const others = flags & ~MessageFlags.Ephemeral;
    this.#world.violations.refuseBody(
      request,
      others ? ['a deferred reply may carry only the Ephemeral flag'] : [],
    );
    const draft = { ...this.#draft(asked.scene.channelId, {}), ...originOf(asked) };
    return this.#keep({ ...draft, flags: flags | MessageFlags.Loading });
  }

  edit(request: string, message: APIMessage, body: MessageBody): APIMessage {
    this.#check(request, body, (message.flags ?? 0) | (body.flags ?? 0));
    const after = { ...edited(message, body), edited_timestamp: new Date().toISOString() };
    this.#refuseEmpty(request, after);
    return this.#keep(after);
  }

  remove(message: APIMessage): void {
    this.#world.messages.delete(message.id);
    this.#world.onMessage(message.id, null);
  }

  /** One of the bot's messages in a channel; ephemeral ones cannot be reached this way. */
  inChannel(channelId: string, id: string): APIMessage {
    const message = this.#world.messages.get(id);
    if (!message || isEphemeral(message) || message.channel_id !== channelId) {
      throw new Refusal(404, 10008, 'Unknown Message');
    }
    if (message.author.id !== this.#world.bot.id) {
      throw new Refusal(403, 50005, 'Cannot edit a message authored by another user');
    }
    return message;
  }

  /** What somebody says in a scene, told to the bot as far as it may know it: the content only where it is meant. */
  say(id: string, content: string, scene: Scene, saying: Saying): void {
    const { mention = saying.replyTo === undefined, replyTo, byBot = false } = saying;
    const { bot } = this.#world;
    const text = mention ? `<@${bot.id}> ${content}` : content;
    const isToBot = text.includes(`<@${bot.id}>`) || replyTo?.author.id === bot.id;
    const message = this.#keep({
      ...messageBy({ ...scene.user, bot: byBot }, scene.channelId, { content: text }),
      id,
      mentions: isToBot ? [bot] : [],
      mention_everyone: /@(everyone|here)\b/.test(content),
      ...(replyTo && {
        message_reference: { type: 0, message_id: replyTo.id, channel_id: replyTo.channel_id },
        referenced_message: replyTo,
      }),
    });
    const isMeant = isToBot || scene.guildId === null;
    this.announce(toldTo(bot, isMeant ? message : { ...message, content: '' }));
  }

  /** MESSAGE_CREATE to the bot, if it sees the channel and has the intent. */
  announce(message: APIMessage): void {
    const guildId = this.#world.channels.get(message.channel_id);
    if (guildId === undefined) return;
    const intent = guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
    this.#gateway.dispatch(GatewayDispatchEvents.MessageCreate, messageCreate(message, guildId), intent);
  }

  /** The message that one answers, where it is known. */
  #referenceOf({ message_reference }: MessageBody): Partial<APIMessage> {
    const above = this.#world.messages.get(message_reference?.message_id ?? '');
    if (!above) return {};
    return {
      message_reference: { type: 0, message_id: above.id, channel_id: above.channel_id },
      referenced_message: above,
    };
  }

  #draft(channelId: string, body: MessageBody): APIMessage {
    const { applicationId, bot } = this.#world;
    return { ...messageBy(bot, channelId, body), application_id: applicationId };
  }

  #publish(request: string, draft: APIMessage, body: MessageBody): APIMessage {
    this.#check(request, body, body.flags ?? 0);
    this.#refuseEmpty(request, draft);
    const message = this.#keep(draft);
    if (!isEphemeral(message)) this.announce(message);
    return message;
  }

  #keep(message: APIMessage): APIMessage {
    this.#world.messages.set(message.id, message);
    this.#world.onMessage(message.id, message);
    return message;
  }

  #check(request: string, body: MessageBody, flags: number): void {
    const pings = this.#reportsPings ? pingFaults(body) : [];
    for (const fault of pings) this.#world.violations.add(request, fault);
    this.#world.violations.refuseBody(request, messageFaults(body, flags));
  }

  #refuseEmpty(request: string, message: APIMessage): void {
    if (visibleText(message) !== '' || message.components?.length) return;
    const refusal = new Refusal(400, 50006, 'Cannot send an empty message');
    this.#world.violations.refuse(request, 'an empty message', refusal);
  }
}

/** A message as the bot gets it: of one that it answers no more than whose that is, unless it is the bot's own. */
function toldTo(bot: APIUser, { referenced_message: above, ...message }: APIMessage): APIMessage {
  if (!above) return message;
  return { ...message, referenced_message: above.author.id === bot.id ? above : { ...above, content: '' } };
}

const isEphemeral = ({ flags }: APIMessage): boolean => Boolean((flags ?? 0) & MessageFlags.Ephemeral);

/** Which interaction a message comes from: a bot may look there for who asked. */
const originOf = ({ id, occasion, scene }: Reply): Pick<APIMessage, 'interaction_metadata'> => ({
  interaction_metadata: {
    id,
    type: occasion,
    user: scene.user,
    authorizing_integration_owners: ownersIn(scene),
  } as NonNullable<APIMessage['interaction_metadata']>,
});
