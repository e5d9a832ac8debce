import { type Message, Routes } from 'discord.js';
import { ask } from '../../commands/ask.js';
import { reasonOf, UserError } from '../errors.js';
import type { Libraries } from '../libraries.js';
import { log } from '../log.js';
import type { Reply } from '../reply.js';
import type { CoolDown } from './cool-down.js';
import { escapeMarkdown } from './escape.js';
import { messageOf } from './message.js';
import { persist } from './respond.js';

const PAUSE = 'One moment, please: ask again in a few seconds, or use /ask.';
/** After this long nobody waits for a reply to a message any more. */
const PERSIST_MS = 10_000;

const EMPTY = 'Ask me something after my name, or use /ask. /help shows examples.';

/**
 * Answers a message that mentions the bot, or any in a direct message, like `/ask`, as a reply to it. Bots,
 * @everyone, role mentions and talk that is not for the bot are left alone. It never rejects.
 */
export async function handleMessage(
  libraries: Libraries,
  coolDown: CoolDown,
  message: Message,
): Promise<void> {
  const question = questionIn(message);
  if (question === null) return;
  try {
    const turn = coolDown.take(message.author.id);
    if (turn === 'allowed') await replyTo(message, await answerTo(libraries, question, message));
    else if (turn === 'told') await replyTo(message, { content: PAUSE });
  } catch (error) {
    log.error('A message could not be answered: {reason}', { reason: reasonOf(error) });
  }
}

/** What a message asks the bot, `null` when it is not for the bot. */
function questionIn({ author, content, client, guildId, system, webhookId }: Message): string | null {
  if (author.bot || system || webhookId !== null || client.user === null) return null;
  const mention = new RegExp(`<@!?${client.user.id}>`, 'g');
  if (guildId !== null && !mention.test(content)) return null;
  return content.replace(mention, ' ').replace(/\s+/g, ' ').trim();
}

/** The answer from the texts that are seen where the message stands. */
async function answerTo(
  libraries: Libraries,
  question: string,
  { guildId, author }: Message,
): Promise<object> {
  if (question === '') return { content: EMPTY };
  try {
    const library = await libraries.for(guildId);
    const reply = await ask.run(library, { question });
    if (reply.kind !== 'answer') return { content: escapeMarkdown(firstLineOf(reply)) };
    const asked = { stamp: library.stamp, asker: author.id, command: 'ask' };
    return messageOf({ ...reply, question: null }, '', asked) ?? {};
  } catch (error) {
    if (error instanceof UserError) return { content: escapeMarkdown(error.message) };
    throw error;
  }
}

/** That the texts do not say, or why nothing was looked up. */
function firstLineOf({ cards }: Reply): string {
  const item = cards[0]?.items[0];
  return item?.kind === 'note' ? item.text : '';
}

/** Posts a reply that pings nobody; the nonce keeps a second try, or a message that comes twice, from a second reply. */
async function replyTo({ client, channelId, id }: Message, answer: object): Promise<void> {
  const body = {
    ...answer,
    allowed_mentions: { parse: [], replied_user: false },
    message_reference: { message_id: id, fail_if_not_exists: false },
    nonce: id,
    enforce_nonce: true,
  };
  await persist(Date.now() + PERSIST_MS, () => client.rest.post(Routes.channelMessages(channelId), { body }));
}
