/** Who says or presses something, where, and how long they wait for an answer. */

import type { APIMessage } from 'discord-api-types/v10';

export interface Patience {
  /** How long to wait before giving up, times the patience of the machine (`DISCORD_STANDIN_PATIENCE`). */
  timeoutMs?: number;
}

/** Who does something. */
export interface Actor extends Patience {
  /** A name; whoever has it is the same user each time. */
  user?: string;
  locale?: string;
  /** How long ago it was done, in ms: so long it took to come to the bot. */
  ageMs?: number;
}

/** Who does something, and where: in the guild unless said otherwise. */
export interface Asker extends Actor {
  /** Null: in a direct message; `other`: in the other guild of the bot. */
  guild?: null | 'other' | undefined;
  /** In a guild that the bot is not a member of, by a user who has installed it for themselves. */
  userInstalled?: boolean;
}

/** A plain message. */
export interface Saying extends Asker {
  /** Whether it begins with a mention of the bot; yes unless said otherwise. */
  mention?: boolean;
  /** The message that it replies to; one of the bot's own is a mention of the bot as well. */
  replyTo?: APIMessage | undefined;
  /** The author is a bot too. */
  byBot?: boolean;
}
