import {
  type APIInteractionResponse,
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  InteractionResponseType,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Choice, Options } from '../../commands/command.js';
import { textOf } from '../../commands/definition.js';
import { commandNamed } from '../../commands/index.js';
import { reasonOf, UserError } from '../errors.js';
import type { Libraries } from '../libraries.js';
import { MAX_QUESTION_LENGTH } from '../limits.js';
import { log } from '../log.js';
import { say } from '../reply.js';
import { questionIn } from './asked.js';
import type { Desk } from './desk.js';
import { headingOf } from './heading.js';
import { MAX_CHOICES, MAX_FOLLOW_UPS, RESPONSE_DEADLINE_MS } from './limits.js';
import { type MessageBody, messageOf, messagesOf } from './message.js';
import { textOfMessage } from './message-text.js';
import { withoutTokens } from './plain-words.js';
import { isComponent, openedBy, press, unknown } from './presses.js';
import type { Request, Send } from './queue.js';
import { withReports } from './report.js';
import { followUp, hasResponse, isTooLate, post, promise, respond, respondUntil } from './respond.js';

type CommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/**
 * Answers one interaction from the texts that are seen where it comes from, exactly once and when its turn has come. Whatever
 * goes wrong is told to the asker alone, a bug also to the log; it never rejects.
 */
export async function handleInteraction(desk: Desk, interaction: BaseInteraction): Promise<void> {
  const until = desk.until(interaction.createdTimestamp, RESPONSE_DEADLINE_MS);
  respondUntil(interaction, until);
  const outcome = await desk.queue.add({
    person: interaction.user.id,
    kind: kindOf(interaction),
    until,
    make: () => make(desk, interaction),
  });
  // Suggestions that are not made need no answer: Discord shows those for what has been typed since.
  if (interaction.isAutocomplete()) return;
  if (outcome === 'late') await apologise(desk, interaction, LATE);
  if (outcome === 'full') await apologise(desk, interaction, FULL);
}

const LATE = new UserError('Too many are asking at once, so I did not get to it. Ask again in a moment.');
const FULL = new UserError('You wait for several answers already. Ask again when they are there.');

function kindOf(interaction: BaseInteraction): Request['kind'] {
  if (interaction.isAutocomplete()) return 'suggestion';
  const name = interaction.isCommand() ? interaction.commandName : openedBy(interaction);
  return name !== undefined && commandNamed(name)?.isRead ? 'read' : 'answer';
}

async function make(desk: Desk, interaction: BaseInteraction): Promise<Send> {
  const sorry = (error: unknown) => apologise(desk, interaction, error);
  try {
    const send = await answerTo(desk, interaction);
    return () => send().catch(sorry);
  } catch (error) {
    return () => sorry(error);
  }
}

async function answerTo(desk: Desk, interaction: BaseInteraction): Promise<Send> {
  if (interaction.isAutocomplete()) return suggest(desk.libraries, interaction);
  if (interaction.isChatInputCommand())
    return runCommand(desk, interaction, withPlainQuestion(optionsOf(interaction)));
  if (interaction.isMessageContextMenuCommand())
    return runCommand(desk, interaction, messageOptions(interaction));
  if (isComponent(interaction)) return press(desk, interaction);
  if (interaction.isRepliable()) throw new UserError(unknown('form'));
  log.warning('Ignored an interaction of unknown type {type}', { type: interaction.type });
  return async () => {};
}

async function runCommand(desk: Desk, interaction: CommandInteraction, options: Options): Promise<Send> {
  const command = commandNamed(interaction.commandName);
  if (!command)
    throw new UserError(`I do not know “${interaction.commandName}” any more. /help lists what I do.`);
  const library = await desk.libraries.for(interaction.guildId);
  const server = interaction.inCachedGuild() ? interaction.guildId : null;
  const answer = async (): Promise<Send> => {
    const place = { unanswered: desk.unanswered?.in(server) ?? null };
    const reply = withReports(await command.run(library, options, place), desk.reportUrl);
    const asked = { stamp: library.stamp, asker: interaction.user.id, command: command.definition.name };
    // What is said to whoever asked alone, and cannot be shared, is for nobody else.
    const heading = headingOf(reply.question, reply.kind === 'answer' ? textOf(options.for) : undefined);
    const messages =
      reply.memory === null ? messagesOf(reply, heading, asked) : [messageOf(reply, heading, asked)];
    return async () => {
      await postAll(interaction, messages);
      if (options.private !== true) desk.unanswered?.add(server, reply);
    };
  };
  if (!command.isSlow) return answer();
  return async () => {
    await promise(interaction);
    const send = await answer();
    await send();
  };
}

/** What was typed. */
function optionsOf({ options }: ChatInputCommandInteraction | AutocompleteInteraction): Options {
  const given = options.data.map(({ name, value }) => [
    name,
    typeof value === 'number' ? String(value) : value,
  ]);
  return Object.fromEntries(given);
}

/**
 * A question without what stands around it, unless it is longer than can be typed. Marks of bold and the like are none in an
 * option: Discord shows them as they are.
 */
function withPlainQuestion(options: Options): Options {
  const { question } = options;
  if (typeof question !== 'string' || question.trim() === '' || question.length > MAX_QUESTION_LENGTH)
    return options;
  return { ...options, question: questionIn(withoutTokens(question)) || NOTHING };
}

/** What is asked by an address or an emoji alone. */
const NOTHING = '?';

const messageOptions = ({ targetMessage }: MessageContextMenuCommandInteraction): Options => ({
  message: textOfMessage(targetMessage),
});

async function suggest(libraries: Libraries, interaction: AutocompleteInteraction): Promise<Send> {
  const library = await libraries.for(interaction.guildId);
  const { name } = interaction.options.getFocused(true);
  const given = optionsOf(interaction);
  const choices = await commandNamed(interaction.commandName)?.suggest?.(library, name, given, MAX_CHOICES);
  return () => respond(interaction, choicesResponse(choices ?? []));
}

const choicesResponse = (choices: readonly Choice[]): APIInteractionResponse => ({
  type: InteractionResponseType.ApplicationCommandAutocompleteResult,
  data: { choices: choices.map(({ name, value }) => ({ name, value })) },
});

/** The first message as the response, the rest as follow-ups. */
async function postAll(
  interaction: CommandInteraction,
  [first, ...rest]: readonly (MessageBody | null)[],
): Promise<void> {
  if (first && hasResponse(interaction)) await followUp(interaction, first);
  else await post(interaction, first);
  for (const body of rest.slice(0, MAX_FOLLOW_UPS)) if (body) await followUp(interaction, body);
}

/** Tells the asker alone what went wrong, if they still wait: a mistake of theirs in its own words, a bug without details. */
async function apologise(desk: Desk, interaction: BaseInteraction, error: unknown): Promise<void> {
  if (isTooLate(error)) return desk.tooLate(reasonOf(error));
  const isMistake = error instanceof UserError;
  if (!isMistake) log.error('An interaction could not be answered: {reason}', { reason: reasonOf(error) });
  const text = isMistake
    ? error.message
    : 'Something went wrong on my side, sorry. It is in my log; please ask again.';
  try {
    if (interaction.isAutocomplete()) await respond(interaction, choicesResponse([]));
    else if (hasResponse(interaction) && interaction.isRepliable())
      await followUp(interaction, noticeOf(text));
    else await post(interaction, noticeOf(text));
  } catch (failure) {
    if (isTooLate(failure)) return desk.tooLate(reasonOf(failure));
    log.error('The asker could not be told: {reason}', { reason: reasonOf(failure) });
  }
}

/** A notice to one person; it has no buttons, so nothing has to be known of who asked. */
function noticeOf(text: string): MessageBody {
  const message = messageOf(say(text), '', { stamp: '', asker: '0', command: '' });
  if (!message) throw new RangeError('a notice without a page');
  return message;
}
