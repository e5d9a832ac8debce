/** Reading a message the way its reader does: what is written on it, and what can be pressed. */

import {
  type APIButtonComponent,
  type APIEmbed,
  type APIMessageComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';

/** A button as somebody sees it. */
export interface Button {
  /** Its label, or its emoji where it has no label. */
  label: string;
  /** Null for links, which a bot never hears of. */
  customId: string | null;
  /** Where a link leads. */
  url: string | null;
  disabled: boolean;
}

/** What of a message is looked at here; a message that is being sent and one that stands both have it. */
export interface Content {
  content?: string | null | undefined;
  embeds?: APIEmbed[] | null | undefined;
  components?: APIMessageComponent[] | null | undefined;
}

/** Every component in reading order, nested ones and accessories included. */
export function* allComponents(components: readonly APIMessageComponent[]): Generator<APIMessageComponent> {
  for (const component of components) {
    yield component;
    if ('components' in component) yield* allComponents(component.components);
    if ('accessory' in component) yield* allComponents([component.accessory]);
  }
}

/** The text of a message in reading order, one block a line: content, embeds, text displays. No button labels. */
export function visibleText({ content, embeds, components }: Content): string {
  const displays = [...allComponents(components ?? [])].filter((c) => c.type === ComponentType.TextDisplay);
  const blocks = [
    content,
    ...(embeds ?? []).flatMap(embedText),
    ...displays.map((display) => display.content),
  ];
  return blocks.filter(Boolean).join('\n');
}

/** The buttons of a message in reading order. */
export const buttonsOf = ({ components }: Content): Button[] =>
  [...allComponents(components ?? [])].filter((c) => c.type === ComponentType.Button).map(toButton);

/** What can be chosen from the lists of a message. */
export const choicesOf = ({ components }: Content): { label: string; value: string; customId: string }[] =>
  [...allComponents(components ?? [])].flatMap((list) =>
    list.type === ComponentType.StringSelect
      ? list.options.map(({ label, value }) => ({ label, value, customId: list.custom_id }))
      : [],
  );

const embedText = ({ title, description, fields, footer }: APIEmbed) => [
  title,
  description,
  ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  footer?.text,
];

function toButton(button: APIButtonComponent): Button {
  const bare = button.style === ButtonStyle.Premium;
  return {
    label: bare ? '' : (button.label ?? button.emoji?.name ?? ''),
    customId: 'custom_id' in button ? button.custom_id : null,
    url: 'url' in button ? button.url : null,
    disabled: button.disabled ?? false,
  };
}
