import { setTimeout as sleep } from 'node:timers/promises';
import {
  type APIInteractionResponse,
  type BaseInteraction,
  DiscordAPIError,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import { reasonOf } from '../errors.js';
import { log } from '../log.js';
import { RESPONSE_DEADLINE_MS } from './limits.js';

/** How long one try may hang before the next; a good answer of Discord's takes a tenth of it. */
const TRY_MS = 1200;

/** Pause before the next try after a broken connection or a 5xx. */
const PAUSE_MS = 150;

/**
 * Sends an interaction's first response, once: tries again after a broken connection, a hanging one or a 5xx while
 * Discord still waits for it. That Discord has it already (40060) after a try that seemed to fail is success.
 *
 * discord.js's own `reply` would wait 15 s for a hanging connection and does not retry a broken one.
 *
 * @throws DiscordAPIError when Discord refuses the response; the last error when the deadline has passed.
 */
export async function respond(interaction: BaseInteraction, response: APIInteractionResponse): Promise<void> {
  const deadline = interaction.createdTimestamp + RESPONSE_DEADLINE_MS;
  const started = Date.now();
  // The clock of this machine may differ from Discord's, so a fresh interaction always gets its tries.
  const last = Math.max(deadline, started + RESPONSE_DEADLINE_MS - 500);
  for (let tries = 1; ; tries++) {
    try {
      await interaction.client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
        body: response,
        auth: false,
        signal: AbortSignal.timeout(TRY_MS),
      });
      return;
    } catch (error) {
      if (isAlreadyAcknowledged(error)) return;
      if (error instanceof DiscordAPIError || Date.now() + PAUSE_MS >= last) throw error;
      log.debug('Try {tries} to respond failed, trying again: {error}', { tries, error: reasonOf(error) });
      await sleep(PAUSE_MS);
    }
  }
}

const isAlreadyAcknowledged = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
