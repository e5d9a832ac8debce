import { setTimeout as sleep } from 'node:timers/promises';
import {
  type APIInteractionResponse,
  type BaseInteraction,
  DiscordAPIError,
  InteractionResponseType,
  MessageFlags,
  RESTJSONErrorCodes,
  type RepliableInteraction,
  Routes,
} from 'discord.js';
import { reasonOf } from '../errors.js';
import { log } from '../log.js';
import { PATIENCE_MS, RESPONSE_DEADLINE_MS } from './limits.js';
import type { MessageBody } from './message.js';

/** How long one try may hang before the next, which still comes in time; a good answer of Discord's takes a tenth of it. */
const TRY_MS = 1700;

/** Pause before the next try after a broken connection or a 5xx. */
const PAUSE_MS = 150;

/** The interactions whose first response Discord has. */
const responded = new WeakSet<BaseInteraction>();

/** Those that were promised an answer, and do not have it yet. */
const promised = new WeakSet<BaseInteraction>();

/** Until when Discord waits for an interaction's first response, on the clock of `performance`. */
const deadlines = new WeakMap<BaseInteraction, number>();

/** That nobody waits any more for what was to be sent. */
class TooLate extends Error {}

/** Whether something failed only because nobody waits for it any more. */
export const isTooLate = (error: unknown): boolean =>
  error instanceof TooLate || hasCode(error, RESTJSONErrorCodes.UnknownInteraction);

/** Takes note until when an interaction must have its first response, on the clock of `performance`. */
export function respondUntil(interaction: BaseInteraction, deadline: number): void {
  deadlines.set(interaction, deadline);
}

/**
 * Sends an interaction's first response, once: tries again after a broken connection, a hanging one or a 5xx while
 * Discord still waits for it. That Discord has it already (40060) after a try that seemed to fail is success.
 *
 * @throws DiscordAPIError when Discord refuses the response; an error that `isTooLate` when the deadline has passed.
 */
export async function respond(interaction: BaseInteraction, response: APIInteractionResponse): Promise<void> {
  const { client, id, token } = interaction;
  const deadline = deadlines.get(interaction) ?? performance.now() + RESPONSE_DEADLINE_MS;
  const request = (signal: AbortSignal) =>
    client.rest.post(Routes.interactionCallback(id, token), { body: response, auth: false, signal });
  try {
    await persist(deadline, request, TRY_MS);
  } catch (error) {
    if (!hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
  }
  responded.add(interaction);
}

/**
 * A message as an interaction's first response; see `respond`.
 *
 * @throws RangeError when there is none.
 */
export async function post(
  interaction: BaseInteraction,
  data: MessageBody | null | undefined,
): Promise<void> {
  if (!data) throw new RangeError('a reply without a page');
  await respond(interaction, { type: InteractionResponseType.ChannelMessageWithSource, data });
}

/** Whether the interaction has its first response; whatever follows is a follow-up. */
export const hasResponse = (interaction: BaseInteraction): boolean => responded.has(interaction);

/** Tells that the asker alone will see an answer, later than Discord waits. */
export async function promise(interaction: BaseInteraction): Promise<void> {
  await respond(interaction, {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: MessageFlags.Ephemeral },
  });
  promised.add(interaction);
}

/** Posts a further message to an interaction that has its response, within 15 minutes; the first one that was promised, in its place. */
export async function followUp(interaction: RepliableInteraction, message: MessageBody): Promise<void> {
  const { client, applicationId, token } = interaction;
  const isPromised = promised.delete(interaction);
  // Whether only the asker sees it was settled by the promise.
  const body = isPromised ? { ...message, flags: message.flags & ~MessageFlags.Ephemeral } : message;
  const options = { body, auth: false };
  await persist(performance.now() + PATIENCE_MS, (signal) =>
    isPromised
      ? client.rest.patch(Routes.webhookMessage(applicationId, token), { ...options, signal })
      : client.rest.post(Routes.webhook(applicationId, token), { ...options, signal }),
  );
}

/** Takes away the message that an interaction is about; that it is gone already is success. */
export async function deleteMessage({ client, applicationId, token }: RepliableInteraction): Promise<void> {
  try {
    await persist(performance.now() + PATIENCE_MS, (signal) =>
      client.rest.delete(Routes.webhookMessage(applicationId, token), { auth: false, signal }),
    );
  } catch (error) {
    if (!hasCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
  }
}

/**
 * Does a request to Discord until it comes through or Discord refuses it. discord.js itself waits for rate limits
 * and repeats what was answered with a 5xx, but gives up when the connection breaks.
 *
 * @param deadline until when it is of use, on the clock of `performance`; the signal ends every wait for it.
 * @param tryMs how long one try may take.
 * @throws DiscordAPIError when Discord refuses; an error that `isTooLate` when the deadline has passed.
 */
export async function persist<T>(
  deadline: number,
  request: (signal: AbortSignal) => Promise<T>,
  tryMs = Number.POSITIVE_INFINITY,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const left = Math.ceil(deadline - performance.now());
    if (left <= 0) throw new TooLate('nobody waits for it any more');
    try {
      return await request(AbortSignal.timeout(Math.min(tryMs, left)));
    } catch (error) {
      if (error instanceof DiscordAPIError) throw error;
      if (performance.now() + PAUSE_MS >= deadline) throw new TooLate(reasonOf(error));
      log.debug('Try {tries} failed, trying again: {reason}', { tries, reason: reasonOf(error) });
      await sleep(PAUSE_MS);
    }
  }
}

const hasCode = (error: unknown, code: RESTJSONErrorCodes): boolean =>
  error instanceof DiscordAPIError && error.code === code;
