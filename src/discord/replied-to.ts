import { type APIMessage, type Client, Events, GatewayDispatchEvents } from 'discord.js';

/** Replies that are on their way from the socket to whoever reads them; all but those that come in the same moment are gone. */
const MAX_KEPT = 100;

/**
 * The message that a message replies to, which Discord sends along: of the bot's own with its content, of others without.
 * discord.js hands it out only from a cache of messages, and none is kept here.
 */
export class RepliedTo {
  readonly #messages = new Map<string, APIMessage>();

  constructor(client: Client) {
    client.on(Events.Raw as never, (packet: unknown) => this.#note(packet as Packet));
  }

  /** The message that the one with this id replies to, once; `null` where it is none or Discord did not send it along. */
  take(id: string): APIMessage | null {
    const message = this.#messages.get(id) ?? null;
    this.#messages.delete(id);
    return message;
  }

  #note({ t, d }: Packet): void {
    if (t !== GatewayDispatchEvents.MessageCreate || !d?.id || !d.referenced_message) return;
    this.#messages.set(d.id, d.referenced_message);
    const [oldest] = this.#messages.keys();
    if (this.#messages.size > MAX_KEPT && oldest !== undefined) this.#messages.delete(oldest);
  }
}

interface Packet {
  readonly t?: string;
  readonly d?: Partial<APIMessage> | null;
}
