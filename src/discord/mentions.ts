import { DiscordAPIError, type Message, RESTJSONErrorCodes, Routes } from 'discord.js';
import { coverOf } from '../../commands/answer-cards.js';
import { ask } from '../../commands/ask.js';
import { reasonOf, UserError } from '../errors.js';
import type { Libraries } from '../libraries.js';
import { log } from '../log.js';
import type { Reply } from '../reply.js';
import type { Desk } from './desk.js';
import { escapeMarkdown } from './escape.js';
import { PATIENCE_MS } from './limits.js';
import { messageOf } from './message.js';
import type { Send } from './queue.js';
import { isTooLate, persist } from './respond.js';

const PAUSE = 'One moment, please: ask again in a few seconds, or use /ask.';
const EMPTY = 'Ask me something after my name, or use /ask. /help shows examples.';

/**
 * Answers a message that mentions the bot, or any in a direct message, like `/ask`, as a reply to it. Bots,
 * @everyone, role mentions and talk that is not for the bot are left alone. It never rejects.
 */
export async function handleMessage(desk: Desk, message: Message): Promise<void> {
  const question = questionIn(message);
  if (question === null) return;
  const { queue, coolDown } = desk;
  const person = message.author.id;
  const until = desk.until(message.createdTimestamp, PATIENCE_MS);
  const turn = coolDown.take(person, queue.isFull(person));
  if (turn === 'told') await send(desk, message, { content: PAUSE }, until);
  if (turn !== 'allowed') return;
  const make = async (): Promise<Send> => {
    const answer = await answerTo(desk.libraries, question, message).catch((error: unknown) =>
      tell(desk, error),
    );
    return async () => answer && send(desk, message, answer, until);
  };
  const outcome = await queue.add({ person, kind: 'read', until, make });
  if (outcome === 'late') desk.tooLate('its turn came too late');
}

async function send(desk: Desk, message: Message, answer: object, until: number): Promise<void> {
  await replyTo(message, answer, until).catch((error: unknown) => tell(desk, error));
}

/** Says in the log why a message got no answer; that the bot may not write there is no fault of its own. */
function tell(desk: Desk, error: unknown): void {
  const reason = reasonOf(error);
  if (isTooLate(error)) desk.tooLate(reason);
  else if (isForbidden(error))
    log.warning('A message got no answer, for Discord lets the bot not write there: {reason}', { reason });
  else log.error('A message could not be answered: {reason}', { reason });
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
    const shown = reply.private ? coverOf(reply) : reply;
    return messageOf({ ...shown, question: null }, '', asked) ?? {};
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

/**
 * Posts a reply that pings nobody; the nonce keeps a second try, or a message that comes twice, from a second reply. Where
 * the bot may not read what was said before, it is no reply but a message after it.
 */
async function replyTo({ client, channelId, id }: Message, answer: object, until: number): Promise<void> {
  const body = {
    ...answer,
    allowed_mentions: { parse: [], replied_user: false },
    nonce: id,
    enforce_nonce: true,
  };
  const post = (more: object) =>
    persist(until, (signal) =>
      client.rest.post(Routes.channelMessages(channelId), { body: { ...body, ...more }, signal }),
    );
  try {
    await post({ message_reference: { message_id: id, fail_if_not_exists: false } });
  } catch (error) {
    if (!hasCode(error, WITHOUT_HISTORY)) throw error;
    await post({});
  }
}

/** Discord's codes where a message may be written, but none that refers to another (permission Read Message History). */
const WITHOUT_HISTORY: readonly number[] = [
  RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory,
  RESTJSONErrorCodes.CannotReferenceAMessageWithoutPermissionToReadMessageHistory,
];

/** Discord's codes where nothing can be written, besides the statuses 403 and 404. */
const CLOSED: readonly number[] = [
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
  RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration,
];

/** Whether Discord lets the bot write nothing where it was asked: no permission, a closed thread, a channel that is gone. */
const isForbidden = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.status === 403 || error.status === 404 || hasCode(error, CLOSED));

const hasCode = (error: unknown, codes: readonly number[]): boolean =>
  error instanceof DiscordAPIError && codes.includes(Number(error.code));
