/**
 * What Discord refuses. Each function gives one sentence per fault found in a payload, none if it is fine.
 *
 * Source: Discord's developer documentation, "Component Reference", "Application Commands", "Message Resource".
 * Lengths count UTF-16 units, which is never laxer than Discord's own count.
 */

import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  type APIButtonComponent,
  type APIMessageComponent,
  type APISelectMenuOption,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { allComponents, type Content } from './components.js';
import { over, repeated, within } from './counts.js';

/** What a bot writes in a message, by whichever of the endpoints: null and missing fields leave it as it is. */
export interface MessageBody extends Content {
  flags?: number | null | undefined;
  allowed_mentions?: RESTPostAPIChannelMessageJSONBody['allowed_mentions'] | null;
  message_reference?: RESTPostAPIChannelMessageJSONBody['message_reference'];
  nonce?: string | number;
  enforce_nonce?: boolean;
}

type Choice = APIApplicationCommandOptionChoice;
type Command = RESTPostAPIApplicationCommandsJSONBody;

const LIMITS = {
  content: 2000,
  embeds: 10,
  components: 40,
  displayed: 4000,
  buttonsInRow: 5,
  rows: 5,
  label: 80,
  customId: 100,
  url: 512,
  selectOptions: 25,
  placeholder: 150,
  sectionTexts: 3,
  choices: 25,
  choice: 100,
  commandName: 32,
  description: 100,
  options: 25,
  commandText: 8000,
  commandsOfType: {
    [ApplicationCommandType.ChatInput]: 100,
    [ApplicationCommandType.User]: 15,
    [ApplicationCommandType.Message]: 15,
  },
};

/** A slash command's or an option's name: lower-case letters, digits, `-`, `_` and `'`. */
const CHAT_INPUT_NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;

/** The faults of a message. `flags` are those in force: the message's own together with the body's. */
export function messageFaults(body: MessageBody, flags: number): string[] {
  const components = body.components ?? [];
  const layout = flags & MessageFlags.IsComponentsV2 ? componentsV2Faults(body) : plainFaults(body);
  return [...layout, ...[...allComponents(components)].flatMap(componentFaults), ...repeatedIds(components)];
}

/** A message that could ping somebody, which Discord allows: one that shows something and does not allow no mention at all. */
export function pingFaults({ content, components, embeds, allowed_mentions }: MessageBody): string[] {
  const shows = Boolean(content) || Boolean(components?.length) || Boolean(embeds?.length);
  const { parse, users = [], roles = [] } = allowed_mentions ?? {};
  const silent = parse?.length === 0 && users.length + roles.length === 0;
  return shows && !silent ? ['may ping: allowed_mentions.parse is not []'] : [];
}

/** The faults of the choices that answer an autocomplete. */
export const choicesFaults = (choices: readonly Choice[]): string[] => [
  ...over('choices', choices.length, LIMITS.choices),
  ...choices.flatMap(choiceFaults),
];

/** The faults of a whole set of commands, as it is put in place of the one before. */
export const commandsFaults = (commands: readonly Command[]): string[] => [
  ...repeated(
    commands.map((command) => `${typeOf(command)} ${command.name}`),
    'command',
  ),
  ...Object.entries(LIMITS.commandsOfType).flatMap(([type, limit]) =>
    over(`commands of type ${type}`, commands.filter((c) => typeOf(c) === Number(type)).length, limit),
  ),
  ...commands.flatMap((command) =>
    commandFaults(command).map((fault) => `command ${command.name}: ${fault}`),
  ),
];

function componentsV2Faults(body: MessageBody): string[] {
  const all = [...allComponents(body.components ?? [])];
  const displayed = all.reduce(
    (sum, c) => sum + (c.type === ComponentType.TextDisplay ? c.content.length : 0),
    0,
  );
  return [
    ...(body.content ? ['content is off with Components V2'] : []),
    ...(body.embeds?.length ? ['embeds are off with Components V2'] : []),
    ...over('components', all.length, LIMITS.components),
    ...over('characters in text displays', displayed, LIMITS.displayed),
  ];
}

function plainFaults({ content, embeds, components }: MessageBody): string[] {
  const others = (components ?? []).filter(({ type }) => type !== ComponentType.ActionRow);
  return [
    ...over('characters of content', content?.length ?? 0, LIMITS.content),
    ...over('embeds', embeds?.length ?? 0, LIMITS.embeds),
    ...over('action rows', components?.length ?? 0, LIMITS.rows),
    ...others.map(({ type }) => `component type ${type} needs the Components V2 flag`),
  ];
}

function componentFaults(component: APIMessageComponent): string[] {
  switch (component.type) {
    case ComponentType.ActionRow:
      return within('buttons in a row', component.components.length, 1, LIMITS.buttonsInRow);
    case ComponentType.Button:
      return buttonFaults(component);
    case ComponentType.Section:
      return [
        ...within('texts in a section', component.components.length, 1, LIMITS.sectionTexts),
        ...(component.accessory ? [] : ['a section has no accessory']),
      ];
    case ComponentType.TextDisplay:
      return component.content.trim() ? [] : ['an empty text display'];
    case ComponentType.StringSelect:
      return [
        ...within('characters of custom_id', component.custom_id.length, 1, LIMITS.customId),
        ...within('options of a select', component.options.length, 1, LIMITS.selectOptions),
        ...over('characters of a placeholder', component.placeholder?.length ?? 0, LIMITS.placeholder),
        ...component.options.flatMap(selectOptionFaults),
        ...repeated(
          component.options.map(({ value }) => value),
          'value of a select',
        ),
      ];
    default:
      return [];
  }
}

function buttonFaults(button: APIButtonComponent): string[] {
  if (button.style === ButtonStyle.Premium) return [];
  const named = Boolean(button.label || button.emoji);
  return [
    ...over('characters of a button label', button.label?.length ?? 0, LIMITS.label),
    ...(named ? [] : ['a button has neither label nor emoji']),
    ...(button.style === ButtonStyle.Link
      ? within('characters of a button url', button.url.length, 1, LIMITS.url)
      : within('characters of custom_id', button.custom_id?.length ?? 0, 1, LIMITS.customId)),
  ];
}

const selectOptionFaults = ({ label, value, description }: APISelectMenuOption): string[] => [
  ...within('characters of an option label', label.length, 1, LIMITS.choice),
  ...within('characters of an option value', value.length, 1, LIMITS.choice),
  ...over('characters of an option description', description?.length ?? 0, LIMITS.choice),
];

function repeatedIds(components: readonly APIMessageComponent[]): string[] {
  const ids = [...allComponents(components)].flatMap((c) => ('custom_id' in c ? [c.custom_id] : []));
  return repeated(ids, 'custom_id');
}

function choiceFaults({ name, value }: Choice): string[] {
  const faults = within('characters of a choice name', name.length, 1, LIMITS.choice);
  if (typeof value !== 'string') return faults;
  return [...faults, ...within('characters of a choice value', value.length, 1, LIMITS.choice)];
}

const typeOf = ({ type }: Command): ApplicationCommandType => type ?? ApplicationCommandType.ChatInput;

function commandFaults(command: Command): string[] {
  if (typeOf(command) !== ApplicationCommandType.ChatInput) {
    const described = 'description' in command && Boolean(command.description);
    return [
      ...within('characters of the name', command.name.length, 1, LIMITS.commandName),
      ...(described ? ['a menu command has no description'] : []),
    ];
  }
  const { options = [], description } = command as Extract<Command, { description: string }>;
  const basic = options as APIApplicationCommandBasicOption[];
  return [
    ...nameFaults(command.name),
    ...within('characters of the description', description?.length ?? 0, 1, LIMITS.description),
    ...over('options', basic.length, LIMITS.options),
    ...over('characters of the whole command', textOf(command).length, LIMITS.commandText),
    ...repeated(
      basic.map(({ name }) => name),
      'option',
    ),
    ...(requiredFirst(basic) ? [] : ['a required option comes after an optional one']),
    ...basic.flatMap((option) => optionFaults(option).map((fault) => `option ${option.name}: ${fault}`)),
  ];
}

function optionFaults(option: APIApplicationCommandBasicOption): string[] {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  const completed = 'autocomplete' in option && option.autocomplete;
  return [
    ...nameFaults(option.name),
    ...within('characters of the description', option.description.length, 1, LIMITS.description),
    ...choicesFaults(choices),
    ...(completed && choices.length > 0 ? ['both choices and autocomplete'] : []),
  ];
}

const nameFaults = (name: string): string[] =>
  CHAT_INPUT_NAME.test(name) && name === name.toLowerCase()
    ? []
    : [`"${name}" is no name for a slash command`];

const requiredFirst = (options: readonly APIApplicationCommandBasicOption[]): boolean =>
  options.every((option, i) => !option.required || i === 0 || Boolean(options[i - 1]?.required));

/** The strings that count to a command's size: names, descriptions and the values of choices. */
function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (typeof node !== 'object' || node === null) return '';
  return Object.entries(node)
    .map(([key, value]) =>
      ['name', 'description', 'value'].includes(key) && typeof value === 'string' ? value : textOf(value),
    )
    .join('');
}
