/** Choosing from the lists below a reply, as its reader does. */

import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import type { Actor } from './asker.js';
import { choicesOf } from './components.js';
import type { Reply } from './reply.js';
import type { DiscordStandin } from './standin.js';

/** Chooses what is called `label`; by default whoever asked does. */
export async function choose(
  discord: DiscordStandin,
  reply: Reply,
  label: string,
  actor: Actor = {},
): Promise<Reply> {
  const message = reply.message as APIMessage;
  const choices = choicesOf(message);
  const found = choices.find((choice) => choice.label === label);
  if (!found) throw new Error(`no choice "${label}"; there are: ${choices.map((choice) => choice.label)}`);
  const data = { component_type: ComponentType.StringSelect, values: [found.value] };
  return discord.clickId(found.customId, message, actor, data);
}
