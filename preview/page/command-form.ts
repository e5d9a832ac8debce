/** A command with the options that are being filled in. */

import type { APIApplicationCommand, APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { Values } from '../protocol.js';
import { suggest } from './ask-server.js';
import type { Who } from './composer.js';
import { el, newId } from './dom.js';
import { Suggestions } from './suggestions.js';

/** Types of options. */
const [SUBCOMMAND, STRING, INTEGER, BOOLEAN, USER, NUMBER] = [1, 3, 4, 5, 6, 10] as const;

/** So long somebody has not typed when suggestions are asked for, in milliseconds. */
const PAUSE_MS = 120;

/** An option that is filled in. */
interface Field {
  readonly name: string;
  readonly element: HTMLElement;
  readonly control: HTMLInputElement | HTMLSelectElement;
  /** What is sent; undefined where nothing is filled in. */
  value(): string | number | boolean | undefined;
}

export class CommandForm {
  readonly element: HTMLFormElement;
  readonly #name: string;
  readonly #who: Who;
  readonly #fields: Field[] = [];
  readonly #place = el('div', { class: 'fields' });
  readonly #more = el('div', { class: 'more-options' });

  constructor(
    path: string,
    command: APIApplicationCommand,
    who: Who,
    send: (values: Values) => void,
    cancel: () => void,
  ) {
    this.#name = command.name;
    this.#who = who;
    const submit = (event: Event) => {
      event.preventDefault();
      send(this.#values());
    };
    this.element = el(
      'form',
      { class: 'command', 'aria-label': `/${path}`, submit },
      el('strong', { class: 'mention' }, `/${path}`),
      this.#place,
      this.#more,
      el(
        'div',
        { class: 'row' },
        sendButton(),
        el('button', { type: 'button', class: 'button', click: cancel }, 'Cancel'),
      ),
    );
    this.element.addEventListener('keydown', ({ key }) => key === 'Escape' && cancel());
    const options = (command.options ?? []).filter(({ type }) => type !== SUBCOMMAND);
    for (const option of options as APIApplicationCommandBasicOption[])
      if (option.required) this.#add(option);
      else this.#more.append(this.#adder(option));
  }

  /** Moves into the first field, else onto what sends. */
  focus(): void {
    const [first] = this.#fields;
    (first?.control ?? this.element.querySelector<HTMLElement>('[type=submit]'))?.focus();
  }

  #values(without?: string): Values {
    const filled = this.#fields.flatMap(({ name, value }) => {
      const given = name === without ? undefined : value();
      return given === undefined ? [] : [[name, given] as const];
    });
    return Object.fromEntries(filled);
  }

  #adder(option: APIApplicationCommandBasicOption): HTMLElement {
    const button = el(
      'button',
      { type: 'button', class: 'plain', title: option.description },
      `+ ${option.name}`,
    );
    button.addEventListener('click', () => {
      button.remove();
      this.#add(option).control.focus();
    });
    return button;
  }

  #add(option: APIApplicationCommandBasicOption): Field {
    const field = this.#fieldOf(option);
    field.control.required = option.required ?? false;
    this.#fields.push(field);
    this.#place.append(field.element);
    return field;
  }

  #fieldOf(option: APIApplicationCommandBasicOption): Field {
    switch (option.type) {
      case BOOLEAN:
        return choiceField(option, [
          ['True', true],
          ['False', false],
        ]);
      case USER:
        return choiceField(
          option,
          this.#who.scene().users.map(({ username, id }) => [username, id]),
        );
      case STRING:
      case INTEGER:
      case NUMBER:
        return 'choices' in option && option.choices
          ? choiceField(
              option,
              option.choices.map(({ name, value }) => [name, value]),
            )
          : this.#typedField(option);
      default:
        return this.#typedField(option);
    }
  }

  #typedField(option: APIApplicationCommandBasicOption): Field {
    const control = el('input', { type: 'text', id: newId() });
    if ('max_length' in option && option.max_length !== undefined) control.maxLength = option.max_length;
    const isNumber = option.type === INTEGER || option.type === NUMBER;
    let chosen: { name: string; value: string | number } | undefined;
    const value = () => {
      if (control.value === '') return undefined;
      if (chosen?.name === control.value) return chosen.value;
      return isNumber ? Number(control.value) : control.value;
    };
    const element = labelled(option, control);
    if ('autocomplete' in option && option.autocomplete)
      element.append(this.#completed(option.name, control, (one) => (chosen = one)));
    return { name: option.name, element, control, value };
  }

  /** The list of what the bot suggests for a field while it is typed. */
  #completed(
    option: string,
    control: HTMLInputElement,
    onChosen: (one: { name: string; value: string | number }) => void,
  ): HTMLElement {
    control.setAttribute('role', 'combobox');
    const suggestions = new Suggestions(control);
    let asked = 0;
    const look = async () => {
      const mine = ++asked;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      if (mine !== asked) return;
      const typing = { user: this.#who.user(), command: this.#name, option, value: control.value };
      const found = await suggest({ ...typing, others: this.#values(option) }).catch(() => []);
      if (mine !== asked || document.activeElement !== control) return;
      suggestions.show(
        found.map((one) => ({
          label: one.name,
          choose: () => {
            control.value = one.name;
            onChosen(one);
          },
        })),
      );
    };
    control.addEventListener('input', look);
    control.addEventListener('focus', look);
    // What is sent or left is no longer completed.
    control.addEventListener('blur', () => asked++);
    return suggestions.list;
  }
}

const sendButton = (): HTMLElement =>
  el('button', { type: 'submit', class: 'button', 'data-style': 1 }, 'Send');

function choiceField(
  option: APIApplicationCommandBasicOption,
  choices: readonly (readonly [name: string, value: string | number | boolean])[],
): Field {
  const control = el('select', { id: newId() }, ...choices.map(([name]) => el('option', {}, name)));
  const value = () => choices.find(([name]) => name === control.value)?.[1];
  return { name: option.name, element: labelled(option, control), control, value };
}

function labelled(
  { name, description }: APIApplicationCommandBasicOption,
  control: HTMLElement,
): HTMLElement {
  const about = el('small', { id: newId() }, description);
  control.setAttribute('aria-describedby', about.id);
  return el('div', { class: 'field' }, el('label', { for: control.id }, name), control, about);
}
