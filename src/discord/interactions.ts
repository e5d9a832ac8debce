import {
  type APIInteractionResponse,
  type AutocompleteInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  InteractionResponseType,
} from 'discord.js';
import type { Choice, Options } from '../../commands/command.js';
import { commandNamed } from '../../commands/index.js';
import { reasonOf, UserError } from '../errors.js';
import type { Library } from '../library.js';
import { log } from '../log.js';
import { type Reply, say } from '../reply.js';
import { unpackButton } from './custom-id.js';
import { MAX_CHOICES } from './limits.js';
import { headingIn, headingOf, type MessageBody, messageOf } from './message.js';
import { respond } from './respond.js';

/**
 * Answers one interaction, exactly once. Whatever goes wrong is told to the asker alone, a bug also to the log;
 * it never rejects.
 */
export async function handleInteraction(library: Library, interaction: BaseInteraction): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await suggest(library, interaction);
    else if (interaction.isChatInputCommand()) await runCommand(library, interaction);
    else if (interaction.isButton()) await turnPage(library, interaction);
    else log.warning('Ignored an interaction of unknown type {type}', { type: interaction.type });
  } catch (error) {
    await apologise(library, interaction, error);
  }
}

async function runCommand(library: Library, interaction: ChatInputCommandInteraction): Promise<void> {
  const command = commandNamed(interaction.commandName);
  if (!command)
    throw new UserError(`I do not know /${interaction.commandName} any more. /help lists what I do.`);
  const reply = command.run(library, optionsOf(interaction));
  await post(interaction, messageFor(library, interaction, interaction.commandName, reply));
}

function optionsOf({ options }: ChatInputCommandInteraction): Options {
  const given = options.data.map(({ name, value }) => [
    name,
    typeof value === 'number' ? String(value) : value,
  ]);
  return Object.fromEntries(given);
}

async function suggest(library: Library, interaction: AutocompleteInteraction): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const choices = commandNamed(interaction.commandName)?.suggest?.(library, name, value) ?? [];
  await respond(interaction, choicesResponse(choices));
}

const choicesResponse = (choices: readonly Choice[]): APIInteractionResponse => ({
  type: InteractionResponseType.ApplicationCommandAutocompleteResult,
  data: { choices: choices.slice(0, MAX_CHOICES).map(({ name, value }) => ({ name, value })) },
});

async function turnPage(library: Library, interaction: ButtonInteraction): Promise<void> {
  const state = unpackButton(interaction.customId);
  if (!state)
    throw new UserError('This button is from another version of the bot. Ask again to get a fresh one.');
  if (state.stamp !== library.stamp)
    throw new UserError('The texts have changed since this answer. Ask again.');
  if (state.asker !== interaction.user.id) {
    throw new UserError(
      `Only the person who asked can turn these pages. Use /${state.command} to get your own.`,
    );
  }
  const reply = commandNamed(state.command)?.reopen(library, state.memory);
  const heading = headingIn(interaction.message.components.map((component) => component.toJSON()));
  const message = reply && messageOf(reply, heading, state, state.page);
  if (!message) throw new UserError('This button leads nowhere any more. Ask again to get a fresh one.');
  await respond(interaction, { type: InteractionResponseType.UpdateMessage, data: message });
}

/** The first page of a reply as a message to whoever sent the interaction. */
function messageFor(library: Library, { user }: BaseInteraction, command: string, reply: Reply): MessageBody {
  const message = messageOf(reply, headingOf(reply), { stamp: library.stamp, asker: user.id, command });
  if (!message) throw new RangeError(`/${command} gave a reply without a page`);
  return message;
}

const post = (interaction: BaseInteraction, data: MessageBody): Promise<void> =>
  respond(interaction, { type: InteractionResponseType.ChannelMessageWithSource, data });

/** Tells the asker alone what went wrong: a mistake of theirs in its own words, a bug without details. */
async function apologise(library: Library, interaction: BaseInteraction, error: unknown): Promise<void> {
  const isMistake = error instanceof UserError;
  if (!isMistake) log.error('An interaction could not be answered: {reason}', { reason: reasonOf(error) });
  const text = isMistake
    ? error.message
    : 'Something went wrong on my side, sorry. It is in my log; please ask again.';
  try {
    if (interaction.isAutocomplete()) await respond(interaction, choicesResponse([]));
    else await post(interaction, messageFor(library, interaction, 'help', say(text)));
  } catch (failure) {
    log.error('The asker could not be told: {reason}', { reason: reasonOf(failure) });
  }
}
