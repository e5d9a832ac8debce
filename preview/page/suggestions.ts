/** The list above a field from which what is being typed can be completed. */

import { el, newId } from './dom.js';

export interface Suggestion {
  readonly label: string;
  readonly description?: string | undefined;
  readonly choose: () => void;
}

export class Suggestions {
  readonly list = el('div', {
    role: 'listbox',
    'aria-label': 'Suggestions',
    class: 'suggestions',
    id: newId(),
  });
  readonly #field: HTMLInputElement | HTMLTextAreaElement;
  #shown: readonly Suggestion[] = [];
  #at = 0;

  constructor(field: HTMLInputElement | HTMLTextAreaElement) {
    this.#field = field;
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', this.list.id);
    field.setAttribute('autocomplete', 'off');
    field.addEventListener('keydown', (event) => this.#onKey(event as KeyboardEvent));
    field.addEventListener('blur', () => this.show([]));
    // A press on the list leaves the field where it is.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.show([]);
  }

  /** Shows these, the first of them chosen already; none hides the list. */
  show(suggestions: readonly Suggestion[]): void {
    this.#shown = suggestions;
    this.list.replaceChildren(...suggestions.map((one) => this.#optionOf(one)));
    this.list.hidden = suggestions.length === 0;
    if (this.#field.getAttribute('role') === 'combobox')
      this.#field.setAttribute('aria-expanded', String(!this.list.hidden));
    this.#moveTo(0);
  }

  #optionOf({ label, description, choose }: Suggestion): HTMLElement {
    const take = () => {
      this.show([]);
      choose();
    };
    const option = el('div', { role: 'option', id: newId(), click: take }, label);
    if (description) option.append(el('small', {}, description));
    return option;
  }

  #moveTo(at: number): void {
    this.#at = at;
    const options = [...this.list.children];
    for (const [i, option] of options.entries()) option.setAttribute('aria-selected', String(i === at));
    const option = options[at];
    if (option) this.#field.setAttribute('aria-activedescendant', option.id);
    else this.#field.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  #onKey(event: KeyboardEvent): void {
    const { length } = this.#shown;
    if (length === 0 || event.isComposing) return;
    const chosen = this.#shown[this.#at];
    if (event.key === 'ArrowDown') this.#moveTo((this.#at + 1) % length);
    else if (event.key === 'ArrowUp') this.#moveTo((this.#at - 1 + length) % length);
    else if (event.key === 'Escape') this.show([]);
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) {
      this.show([]);
      chosen?.choose();
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
