import { setTimeout as sleep } from 'node:timers/promises';
import {
  type APIInteractionResponse,
  type BaseInteraction,
  DiscordAPIError,
  RESTJSONErrorCodes,
  type RepliableInteraction,
  Routes,
} from 'discord.js';
import { reasonOf } from '../errors.js';
import { log } from '../log.js';
import { RESPONSE_DEADLINE_MS } from './limits.js';

/** How long one try may hang before the next, which still comes in time; a good answer of Discord's takes a tenth of it. */
const TRY_MS = 1700;

/** Pause before the next try after a broken connection or a 5xx. */
const PAUSE_MS = 150;

/** How long what comes after the first response is tried; nobody waits longer for it. */
const PERSIST_MS = 10_000;

/** The interactions whose first response Discord has. */
const responded = new WeakSet<BaseInteraction>();

/** Until when Discord waits for an interaction's first response, in ms since the epoch; from the first try on. */
const deadlines = new WeakMap<BaseInteraction, number>();

/**
 * Sends an interaction's first response, once: tries again after a broken connection, a hanging one or a 5xx while
 * Discord still waits for it. That Discord has it already (40060) after a try that seemed to fail is success.
 *
 * @throws DiscordAPIError when Discord refuses the response; the last error when the deadline has passed.
 */
export async function respond(interaction: BaseInteraction, response: APIInteractionResponse): Promise<void> {
  const { client, id, token } = interaction;
  const deadline = deadlines.get(interaction) ?? Date.now() + RESPONSE_DEADLINE_MS;
  deadlines.set(interaction, deadline);
  if (Date.now() >= deadline) throw new Error('Discord waits no longer for a response');
  try {
    await persist(deadline, () =>
      client.rest.post(Routes.interactionCallback(id, token), {
        body: response,
        auth: false,
        signal: AbortSignal.timeout(Math.max(1, Math.min(TRY_MS, deadline - Date.now()))),
      }),
    );
  } catch (error) {
    if (!hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
  }
  responded.add(interaction);
}

/** Whether the interaction has its first response; whatever follows is a follow-up. */
export const hasResponse = (interaction: BaseInteraction): boolean => responded.has(interaction);

/** Posts a further message to an interaction that has its response, within 15 minutes. */
export async function followUp(interaction: RepliableInteraction, body: object): Promise<void> {
  const { client, applicationId, token } = interaction;
  await persist(Date.now() + PERSIST_MS, () =>
    client.rest.post(Routes.webhook(applicationId, token), { body, auth: false }),
  );
}

/** Takes away the message that an interaction is about; that it is gone already is success. */
export async function deleteMessage({ client, applicationId, token }: RepliableInteraction): Promise<void> {
  try {
    await persist(Date.now() + PERSIST_MS, () =>
      client.rest.delete(Routes.webhookMessage(applicationId, token), { auth: false }),
    );
  } catch (error) {
    if (!hasCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
  }
}

/**
 * Does a request to Discord until it comes through or Discord refuses it. discord.js itself waits for rate limits
 * and repeats what was answered with a 5xx, but gives up when the connection breaks.
 *
 * @throws DiscordAPIError when Discord refuses; the last error when `deadline` (ms since the epoch) has passed.
 */
export async function persist<T>(deadline: number, request: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await request();
    } catch (error) {
      if (error instanceof DiscordAPIError || Date.now() + PAUSE_MS >= deadline) throw error;
      log.debug('Try {tries} failed, trying again: {reason}', { tries, reason: reasonOf(error) });
      await sleep(PAUSE_MS);
    }
  }
}

const hasCode = (error: unknown, code: RESTJSONErrorCodes): boolean =>
  error instanceof DiscordAPIError && error.code === code;
