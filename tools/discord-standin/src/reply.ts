/** What a bot has answered to one interaction or message, as far as it has got. */

import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  InteractionResponseType,
  type InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { type Button, buttonsOf, visibleText } from './components.js';
import type { Modal } from './modals.js';
import type { Scene } from './payloads.js';
import type { MessageBody } from './rules.js';

/** An interaction token works for a quarter of an hour. */
const TOKEN_LIFETIME_MS = 15 * 60_000;

/** The one response to an interaction. */
export interface Callback {
  type: InteractionResponseType;
  /** The message; for an autocomplete the choices; for a modal, see `modal` of the reply. */
  data: MessageBody & { choices?: APIApplicationCommandOptionChoice[] };
}

/** What was asked: an interaction of some type, or a plain message. */
export type Occasion = InteractionType | 'message';

/**
 * A live view: messages and edits that arrive later show up in it.
 *
 * The fields that are written by the stand-in as the bot goes on are public but not for tests to set.
 */
export class Reply {
  readonly id: string;
  readonly token: string;
  readonly occasion: Occasion;
  /** Who asked, and where. */
  readonly scene: Scene;
  /** The response to the interaction; none to a plain message. */
  callback: Callback | undefined;
  /** Milliseconds from the question to the response. */
  callbackMs: number | undefined;
  /** The bodies of all edits, oldest first: those of a click's message by `update` too. */
  readonly edits: MessageBody[] = [];
  /** The message that answers (`@original`), or the one that was clicked. */
  messageId: string | undefined;
  readonly followupIds: string[] = [];
  deleted = false;
  readonly #messages: ReadonlyMap<string, APIMessage>;
  readonly #askedAt = performance.now();
  #aged = 0;

  constructor(
    messages: ReadonlyMap<string, APIMessage>,
    asked: { id: string; token: string; occasion: Occasion; scene: Scene },
  ) {
    this.#messages = messages;
    this.id = asked.id;
    this.token = asked.token;
    this.occasion = asked.occasion;
    this.scene = asked.scene;
  }

  /** Milliseconds since it was asked, with those that a test let pass. */
  get ageMs(): number {
    return performance.now() - this.#askedAt + this.#aged;
  }

  get expired(): boolean {
    return this.ageMs > TOKEN_LIFETIME_MS;
  }

  /** The message as it stands now; undefined before there is one and after it was deleted. */
  get message(): APIMessage | undefined {
    return this.#messages.get(this.messageId ?? '');
  }

  /** Further messages as they stand now. */
  get followups(): APIMessage[] {
    return this.followupIds.flatMap((id) => this.#messages.get(id) ?? []);
  }

  /** The modal that it opened; undefined when it opened none. */
  get modal(): Modal | undefined {
    if (this.callback?.type !== InteractionResponseType.Modal) return undefined;
    return this.callback.data as unknown as Modal;
  }

  /** The text of all its messages, without button labels. */
  get text(): string {
    return this.#shown.map(visibleText).join('\n');
  }

  /** The buttons of all its messages. */
  get buttons(): Button[] {
    return this.#shown.flatMap(buttonsOf);
  }

  /** Only the one who asked sees the message. */
  get ephemeral(): boolean {
    return Boolean((this.message?.flags ?? 0) & MessageFlags.Ephemeral);
  }

  /** There is something to see: a deferred reply counts once it is edited, followed up or deleted. */
  get settled(): boolean {
    if (this.occasion === 'message') return this.messageId !== undefined;
    const deferred =
      this.callback?.type === InteractionResponseType.DeferredChannelMessageWithSource ||
      this.callback?.type === InteractionResponseType.DeferredMessageUpdate;
    if (!deferred) return this.callback !== undefined;
    return this.edits.length + this.followupIds.length > 0 || this.deleted;
  }

  /** The message among this reply's that has a button so named, and the button. */
  findButton(label: string | RegExp): { message: APIMessage; button: Button } | undefined {
    const named = (button: Button) =>
      typeof label === 'string' ? button.label === label : label.test(button.label);
    for (const message of this.#shown) {
      const button = buttonsOf(message).find(named);
      if (button) return { message, button };
    }
    return undefined;
  }

  /** Takes note of the response. */
  respond(callback: Callback): void {
    this.callbackMs = this.ageMs;
    this.callback = callback;
  }

  /** Takes note of a message in answer to a plain message. */
  add(messageId: string): void {
    if (this.messageId !== undefined) {
      this.followupIds.push(messageId);
      return;
    }
    this.messageId = messageId;
    this.callbackMs = this.ageMs;
  }

  /** Lets time pass for this reply's token. */
  age(ms: number): void {
    this.#aged += ms;
  }

  get #shown(): APIMessage[] {
    return this.message ? [this.message, ...this.followups] : this.followups;
  }
}
