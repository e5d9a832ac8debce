/** Discord's endpoints, as far as a bot that answers needs them. Source: Discord's OpenAPI document, version 10. */

import {
  type APIApplicationCommand,
  type APIMessage,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Messages } from './messages.js';
import { type Modal, modalFaults } from './modals.js';
import { snowflake } from './payloads.js';
import { Refusal } from './refusal.js';
import type { Callback, Reply } from './reply.js';
import type { Call, Route } from './rest.js';
import { choicesFaults, commandsFaults, type MessageBody } from './rules.js';
import type { World } from './world.js';

export interface RouteOptions {
  world: World;
  messages: Messages;
  gatewayUrl: () => string;
  /** How long Discord waits for the response to an interaction, in ms. */
  deadlineMs: number;
  /** Endpoints of the test's own, which go before those here. */
  routes: readonly Route[];
}

const MESSAGE = [
  InteractionResponseType.ChannelMessageWithSource,
  InteractionResponseType.DeferredChannelMessageWithSource,
];
const EDIT = [InteractionResponseType.DeferredMessageUpdate, InteractionResponseType.UpdateMessage];

/** Which responses each kind of interaction may have. */
const ALLOWED_RESPONSES: Partial<Record<Reply['occasion'], InteractionResponseType[]>> = {
  [InteractionType.ApplicationCommand]: [...MESSAGE, InteractionResponseType.Modal],
  [InteractionType.MessageComponent]: [...MESSAGE, ...EDIT, InteractionResponseType.Modal],
  [InteractionType.ApplicationCommandAutocomplete]: [
    InteractionResponseType.ApplicationCommandAutocompleteResult,
  ],
  [InteractionType.ModalSubmit]: [...MESSAGE, ...EDIT],
};

const COMMANDS = /^\/applications\/\d+(?:\/guilds\/(?<guild>\d+))?\/commands$/;
const CALLBACK = /^\/interactions\/(?<id>\d+)\/(?<token>[^/]+)\/callback$/;
const WEBHOOK = /^\/webhooks\/\d+\/(?<token>[^/]+)$/;
const WEBHOOK_MESSAGE = /^\/webhooks\/\d+\/(?<token>[^/]+)\/messages\/(?<message>@original|\d+)$/;
const CHANNEL_MESSAGES = /^\/channels\/(?<channel>\d+)\/messages$/;
const CHANNEL_MESSAGE = /^\/channels\/(?<channel>\d+)\/messages\/(?<message>\d+)$/;

export class Routes {
  readonly #world: World;
  readonly #messages: Messages;
  readonly #options: RouteOptions;

  constructor(options: RouteOptions) {
    this.#options = options;
    this.#world = options.world;
    this.#messages = options.messages;
  }

  /** The test's own endpoints, those that want the bot's token, then those for which an interaction's token is enough. */
  get table(): Route[] {
    return [
      ...this.#options.routes,
      withToken('GET', /^\/gateway\/bot$/, () => this.#gatewayBot()),
      withToken('GET', /^\/users\/@me$/, () => this.#world.bot),
      withToken('GET', /^\/applications\/@me$/, () => this.#application()),
      withToken('GET', COMMANDS, ({ params }) => this.#world.commands.get(params.guild ?? 'global') ?? []),
      withToken('PUT', COMMANDS, (call) => this.#putCommands(call)),
      withToken('POST', CHANNEL_MESSAGES, (call) => this.#postMessage(call)),
      withToken('PATCH', CHANNEL_MESSAGE, (call) => this.#editMessage(call)),
      withToken('DELETE', CHANNEL_MESSAGE, (call) => this.#messages.remove(this.#channelMessage(call))),
      withToken('POST', /^\/channels\/\d+\/typing$/, () => undefined),
      open('POST', CALLBACK, (call) => this.#callback(call)),
      open('POST', WEBHOOK, (call) => this.#followUp(call)),
      open('GET', WEBHOOK_MESSAGE, (call) => this.#webhookMessage(call).message),
      open('PATCH', WEBHOOK_MESSAGE, (call) => this.#editReply(call)),
      open('DELETE', WEBHOOK_MESSAGE, (call) => this.#deleteReply(call)),
    ];
  }

  #gatewayBot() {
    return {
      url: this.#options.gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
    };
  }

  #application() {
    const { applicationId, bot } = this.#world;
    return {
      id: applicationId,
      name: bot.username,
      description: '',
      icon: null,
      bot_public: true,
      flags: 0,
      bot,
    };
  }

  #putCommands({ name, params, body }: Call): APIApplicationCommand[] {
    const definitions = body as RESTPostAPIApplicationCommandsJSONBody[];
    this.#world.violations.refuseBody(name, commandsFaults(definitions));
    const scope = params.guild ?? 'global';
    const before = this.#world.commands.get(scope) ?? [];
    const commands = definitions.map((definition) => this.#registered(definition, before));
    this.#world.commands.set(scope, commands);
    return commands;
  }

  /** A command as Discord gives it back: defaults filled in, and the same id for the same name. */
  #registered(definition: RESTPostAPIApplicationCommandsJSONBody, before: APIApplicationCommand[]) {
    const type = definition.type ?? ApplicationCommandType.ChatInput;
    const same = before.find((command) => command.type === type && command.name === definition.name);
    return {
      application_id: this.#world.applicationId,
      version: snowflake(),
      default_member_permissions: null,
      nsfw: false,
      description: '',
      contexts: null,
      integration_types: [0],
      ...definition,
      id: same?.id ?? snowflake(),
      type,
    } as APIApplicationCommand;
  }

  #callback({ name, params, query, body }: Call): unknown {
    const { type, data = {} } = body as Partial<Callback> & Pick<Callback, 'type'>;
    const reply = this.#openInteraction(name, params);
    if (!ALLOWED_RESPONSES[reply.occasion]?.includes(type)) {
      const fault = `response of type ${type} to an interaction of type ${reply.occasion}`;
      this.#world.violations.refuseBody(name, [fault]);
    }
    this.#respond(name, reply, type, data);
    reply.respond({ type, data });
    if (query.get('with_response') !== 'true') return undefined;
    const { message } = reply;
    const interaction = { id: reply.id, type: reply.occasion, response_message_id: message?.id };
    return { interaction, resource: { type, message } };
  }

  /** The interaction that a callback is for, which is still without a response and in time for one. */
  #openInteraction(name: string, { id, token }: Call['params']): Reply {
    const reply = this.#world.replies.find((asked) => asked.id === id && asked.token === token);
    const unknown = new Refusal(404, 10062, 'Unknown interaction');
    if (!reply) throw unknown;
    if (reply.callback) {
      const refusal = new Refusal(400, 40060, 'Interaction has already been acknowledged.');
      this.#world.violations.refuse(name, 'answered twice', refusal);
    }
    if (reply.ageMs > this.#options.deadlineMs) {
      this.#world.violations.refuse(name, `answered after ${Math.round(reply.ageMs)} ms`, unknown);
    }
    return reply;
  }

  #respond(name: string, reply: Reply, type: InteractionResponseType, data: Callback['data']): void {
    switch (type) {
      case InteractionResponseType.ChannelMessageWithSource:
        reply.messageId = this.#messages.post(name, reply, data).id;
        break;
      case InteractionResponseType.DeferredChannelMessageWithSource:
        reply.messageId = this.#messages.postLoading(name, reply, data.flags ?? 0).id;
        break;
      case InteractionResponseType.UpdateMessage:
        this.#edit(name, reply, reply.message, data);
        break;
      case InteractionResponseType.ApplicationCommandAutocompleteResult:
        this.#world.violations.refuseBody(name, choicesFaults(data.choices ?? []));
        break;
      case InteractionResponseType.Modal:
        this.#world.violations.refuseBody(name, modalFaults(data as unknown as Modal));
        break;
    }
  }

  #edit(name: string, reply: Reply, message: APIMessage | undefined, body: MessageBody): APIMessage {
    if (!message) throw new Refusal(404, 10008, 'Unknown Message');
    const after = this.#messages.edit(name, message, body);
    reply.edits.push(body);
    return after;
  }

  /** The reply that an interaction's token belongs to, once it may be used for more than the response. */
  #replyOf({ name, params }: Call): Reply {
    const reply = this.#world.replies.find(({ token }) => token === params.token);
    if (!reply?.callback) throw new Refusal(404, 10015, 'Unknown Webhook');
    if (reply.expired) {
      const refusal = new Refusal(401, 50027, 'Invalid Webhook Token');
      this.#world.violations.refuse(name, 'the token has expired', refusal);
    }
    return reply;
  }

  #webhookMessage(call: Call): { reply: Reply; message: APIMessage } {
    const reply = this.#replyOf(call);
    const wanted = call.params.message === '@original' ? reply.messageId : call.params.message;
    const message = [reply.message, ...reply.followups].find((candidate) => candidate?.id === wanted);
    if (!message) throw new Refusal(404, 10008, 'Unknown Message');
    return { reply, message };
  }

  #editReply(call: Call): APIMessage {
    const { reply, message } = this.#webhookMessage(call);
    return this.#edit(call.name, reply, message, call.body as MessageBody);
  }

  #deleteReply(call: Call): void {
    const { reply, message } = this.#webhookMessage(call);
    reply.deleted = true;
    this.#messages.remove(message);
  }

  /** A follow-up; the first one after a deferral takes the place of the "thinking…". */
  #followUp(call: Call): APIMessage {
    const reply = this.#replyOf(call);
    const body = call.body as MessageBody;
    const loading = (reply.message?.flags ?? 0) & MessageFlags.Loading;
    if (loading) return this.#edit(call.name, reply, reply.message, body);
    const message = this.#messages.post(call.name, reply, body);
    reply.followupIds.push(message.id);
    return message;
  }

  /** A message in a channel. It answers the message it refers to, else the last one that was said there. */
  #postMessage({ name, params, body }: Call): APIMessage {
    const channelId = String(params.channel);
    if (!this.#world.channels.has(channelId)) throw new Refusal(404, 10003, 'Unknown Channel');
    const content = body as MessageBody;
    const message = this.#messages.postIn(name, channelId, content);
    const said = this.#world.replies.filter(
      (r) => r.occasion === 'message' && r.scene.channelId === channelId,
    );
    const referred = content.message_reference?.message_id;
    const answered = said.findLast(({ id }) => referred === undefined || id === referred);
    if (answered?.messageId !== message.id) answered?.add(message.id);
    return message;
  }

  #editMessage(call: Call): APIMessage {
    const message = this.#channelMessage(call);
    const reply = this.#world.replies.find(({ messageId }) => messageId === message.id);
    const body = call.body as MessageBody;
    return reply
      ? this.#edit(call.name, reply, message, body)
      : this.#messages.edit(call.name, message, body);
  }

  #channelMessage({ params }: Call): APIMessage {
    return this.#messages.inChannel(String(params.channel), String(params.message));
  }
}

const withToken = (method: string, path: RegExp, answer: Route['answer']): Route => ({
  method,
  path,
  authorized: true,
  answer,
});

const open = (method: string, path: RegExp, answer: Route['answer']): Route => ({
  method,
  path,
  authorized: false,
  answer,
});
