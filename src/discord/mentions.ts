import { DiscordAPIError, type Message, RESTJSONErrorCodes, Routes } from 'discord.js';
import { coverOf } from '../../commands/answer-cards.js';
import { ask, shown, whatIDo } from '../../commands/ask.js';
import { answerBelow } from '../answer/below.js';
import { isSmallTalk } from '../english/small-talk.js';
import { reasonOf, UserError } from '../errors.js';
import type { Library } from '../library.js';
import { log } from '../log.js';
import { type Reply, say } from '../reply.js';
import type { Desk } from './desk.js';
import { escapeMarkdown } from './escape.js';
import { aboutOf } from './heading.js';
import { type Heard, hear, speakerAbove, understood } from './hearing.js';
import { PATIENCE_MS } from './limits.js';
import { messageOf } from './message.js';
import type { Send } from './queue.js';
import type { RepliedTo } from './replied-to.js';
import { withReports } from './report.js';
import { isTooLate, persist } from './respond.js';

const PAUSE = 'One moment, please: ask again in a few seconds, or use /ask.';
const EMPTY = 'Ask me something after my name, or use /ask. /help shows examples.';
const NO_QUESTION =
  'I find no question in that message. End it with one, or use **Find sources** in its Apps menu to check what it says.';
const UNCLEAR =
  'I do not see what that goes on with. Ask the whole question, or reply to one of my answers with what is new in it.';
const NO_SPEAKER = 'The text does not tell who says that.';
const OF_ANOTHER =
  'I cannot read the message you reply to. Use **Find sources** in its Apps menu to check what it says.';

/**
 * Answers a message that mentions the bot, or any in a direct message, like `/ask`, as a reply to it; a reply to one of its
 * answers together with the question before. Bots, @everyone, role mentions and talk that is not for the bot are left alone,
 * and so are replies that are not understood or not answered, for people chat below an answer. It never rejects.
 */
export async function handleMessage(desk: Desk, repliedTo: RepliedTo, message: Message): Promise<void> {
  const heard = hear(message, repliedTo.take(message.id));
  if (heard === null) return;
  const { queue, coolDown } = desk;
  const person = message.author.id;
  const until = desk.until(message.createdTimestamp, PATIENCE_MS);
  const turn = coolDown.take(person, queue.isFull(person));
  if (turn === 'told' && heard.isAddressed) await send(desk, message, { content: PAUSE }, until);
  if (turn !== 'allowed') return;
  const make = async (): Promise<Send> => {
    const answer = await answerOf(desk, heard, message).catch((error: unknown) => tell(desk, error));
    return async () => {
      if (answer) await send(desk, message, answer, until);
    };
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

/** The answer from the texts that are seen where the message stands; `null` where none is due. */
async function answerOf(desk: Desk, heard: Heard, { guildId, author }: Message): Promise<object | null> {
  if (heard.line !== null) return { content: LINES[heard.line] };
  try {
    const library = await desk.libraries.for(guildId);
    const { question, reply } = await replyFor(library, heard, guildId);
    if (reply === null) return null;
    desk.unanswered?.add(guildId, reply);
    const asked = { stamp: library.stamp, asker: author.id, command: 'ask' };
    const isCovered = reply.private && reply.memory !== null && guildId !== null;
    const shown = withReports(isCovered ? coverOf(reply) : reply, desk.reportUrl);
    return messageOf({ ...shown, private: false }, reply.kind === 'notice' ? '' : aboutOf(question), asked);
  } catch (error) {
    if (error instanceof UserError)
      return heard.isAddressed ? { content: escapeMarkdown(error.message) } : null;
    throw error;
  }
}

/** What is asked and the reply to it, `null` where none is due. */
async function replyFor(
  library: Library,
  heard: Heard,
  guildId: string | null,
): Promise<{ question: string; reply: Reply | null }> {
  const speaker = await speakerAbove(library, heard);
  if (speaker !== undefined)
    return { question: heard.question, reply: speaker ?? (heard.isAddressed ? say(NO_SPEAKER) : null) };
  if (isSmallTalk(heard.question))
    return { question: '', reply: await replyToTalk(library, heard.question, guildId) };
  const { question, near, demands } = await understood(library, heard);
  const said = { reply: heard.question, near, demands, isAddressed: heard.isAddressed };
  const placed = await answerBelow((one, options) => library.answer(one, options), question, said);
  return { question, reply: placed && (await shown(library, placed.answer, placed.articles)) };
}

/** What the bot can do; in a direct message all of it to whoever calls for help. */
async function replyToTalk(library: Library, question: string, guildId: string | null): Promise<Reply> {
  return guildId === null ? ask.run(library, { question }) : whatIDo();
}

const LINES = {
  empty: EMPTY,
  'no question': NO_QUESTION,
  'of another': OF_ANOTHER,
  unclear: UNCLEAR,
} as const;

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
