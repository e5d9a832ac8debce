import {
  type AnySelectMenuInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  InteractionResponseType,
  type Message,
  MessageFlags,
} from 'discord.js';
import { commandNamed } from '../../commands/index.js';
import { UserError } from '../errors.js';
import type { Library } from '../library.js';
import type { Reply } from '../reply.js';
import type { Asked } from './controls.js';
import { type ButtonState, unpackButton } from './custom-id.js';
import type { Desk } from './desk.js';
import { headingIn, headingOf, questionOf } from './heading.js';
import { type MessageBody, messageOf } from './message.js';
import type { Send } from './queue.js';
import { withReports } from './report.js';
import { deleteMessage, followUp, post, respond } from './respond.js';

/** A button that is pressed, or a choice from a list. */
type Press = ButtonInteraction | AnySelectMenuInteraction;

/** Whether it is one of those. */
export const isComponent = (interaction: BaseInteraction): interaction is Press =>
  interaction.isButton() || interaction.isAnySelectMenu();

/** The command of the reply that a way opens. */
export function openedBy(interaction: BaseInteraction): string | undefined {
  const state = isComponent(interaction) ? stateOf(interaction) : null;
  return state?.action === 'open' ? state.command : undefined;
}

/** What a button or a choice remembers; a list's choices are ways. */
function stateOf(press: Press): ButtonState | null {
  if (press.isButton()) return unpackButton(press.customId);
  const state = press.isStringSelectMenu() ? unpackButton(press.values[0] ?? '') : null;
  return state?.action === 'open' || state?.action === 'page' ? state : null;
}

/** What is said of a button, list or form that this version does not make. */
export const unknown = (thing: string): string =>
  `This ${thing} is from another version of the bot. Ask again to get a fresh one.`;

/**
 * What a press does. Whoever asked turns the pages of their message, shares it and takes it away; for anybody else, and with a
 * way for all, the page opens privately.
 *
 * @throws UserError when it cannot be done: the button is not theirs, not of this version, or of other texts.
 */
export async function press(desk: Desk, interaction: Press): Promise<Send> {
  const thing = interaction.isButton() ? 'button' : 'list';
  const state = stateOf(interaction);
  if (!state) throw new UserError(unknown(thing));
  const { action, asker } = state;
  const isTheirs = asker === interaction.user.id;
  if (!isTheirs && (action === 'delete' || action === 'share'))
    throw new UserError(`Only the person who asked can ${action} this answer.`);
  if (action === 'delete') return () => takeAway(interaction);
  const found = await reopened(await desk.libraries.for(interaction.guildId), state);
  const heading = headingAbove(interaction, state, found);
  const reply = found && withReports(found, desk.reportUrl, questionOf(heading) ?? '');
  const send =
    reply &&
    (action === 'share'
      ? share(desk, interaction, state, reply)
      : action === 'page' && isTheirs
        ? turn(interaction, state, reply)
        : copy(interaction, state, reply, heading));
  if (!send) throw new UserError(`This ${thing} leads nowhere any more. Ask again to get a fresh one.`);
  return send;
}

/** The reply of a button, made anew. */
async function reopened(library: Library, { stamp, command, memory }: ButtonState): Promise<Reply | null> {
  if (stamp !== library.stamp) throw new UserError('The texts have changed since this answer. Ask again.');
  return (await commandNamed(command)?.reopen?.(library, memory)) ?? null;
}

const headingOn = ({ message }: Press): string =>
  headingIn(message.components.map((component) => component.toJSON()));

/** The markup above what a press shows. The way to an answer that knows no question is on a message that has it. */
function headingAbove(interaction: Press, { action, command }: ButtonState, found: Reply | null): string {
  const question = found?.question ?? null;
  const keeps = action !== 'open' || (command === 'ask' && question === null);
  return keeps ? headingOn(interaction) : headingOf(question);
}

const pageOf = (reply: Reply, heading: string, asked: Asked, { page }: ButtonState): MessageBody | null =>
  messageOf(reply, heading, asked, page ?? undefined);

/** The page for whoever presses, alone, with buttons of their own. */
function copy(interaction: Press, state: ButtonState, reply: Reply, heading: string): Send | null {
  const asked = { ...state, asker: interaction.user.id };
  const data = pageOf({ ...reply, private: true }, heading, asked, state);
  return data && (() => post(interaction, data));
}

/** The page in the place of the one that is shown. */
function turn(interaction: Press, state: ButtonState, reply: Reply): Send | null {
  const { message } = interaction;
  const isPrivate = message.flags.has(MessageFlags.Ephemeral);
  const asked = { ...state, isShared: isPrivate && !hasShare(message) };
  const data = pageOf({ ...reply, private: isPrivate }, headingOn(interaction), asked, state);
  return data && (() => update(interaction, data));
}

/**
 * The page for all to see, once: the private one loses its button first.
 *
 * @throws UserError when it has been shared before.
 */
function share(desk: Desk, interaction: Press, state: ButtonState, reply: Reply): Send | null {
  const { message } = interaction;
  const heading = headingOn(interaction);
  const data = pageOf({ ...reply, private: false }, heading, state, state);
  const left = pageOf({ ...reply, private: true }, heading, { ...state, isShared: true }, state);
  if (!data || !left) return null;
  if (!hasShare(message) || !desk.shared.add(message.id))
    throw new UserError('This answer has been shared already.');
  return async () => {
    try {
      await update(interaction, left);
      await followUp(interaction, data);
    } catch (error) {
      desk.shared.remove(message.id);
      throw error;
    }
  };
}

/** Whether a message still has the button that shares it; in what a text display says the quotation marks are escaped. */
const hasShare = ({ components }: Message): boolean =>
  JSON.stringify(components.map((component) => component.toJSON())).includes('"custom_id":"share:');

const update = (interaction: Press, data: MessageBody): Promise<void> =>
  respond(interaction, { type: InteractionResponseType.UpdateMessage, data });

async function takeAway(interaction: Press): Promise<void> {
  await respond(interaction, { type: InteractionResponseType.DeferredMessageUpdate });
  await deleteMessage(interaction);
}
