/** The second tab: the texts as the bot sees them, and why a question is answered as it is. */

import type { BlockView, CorpusView, Mark, TextView } from '../protocol.js';
import { corpus, explain, text } from './ask-server.js';
import { type Child, el, newId } from './dom.js';
import { explanationElement } from './explanation.js';

/** Texts that are listed at once; what is typed above finds the others. */
const MAX_LISTED = 200;

export class CorpusTab {
  readonly #summary = el('p', { role: 'status' }, 'Reading the texts …');
  readonly #filter = el('input', { type: 'search', id: newId(), autocomplete: 'off' });
  readonly #texts = el('ul', { class: 'texts' });
  readonly #problems = el('div', {});
  readonly #shown = el('div', { class: 'shown', 'aria-live': 'polite' });
  #view: CorpusView = { summary: '', texts: [], problems: [] };

  constructor(place: HTMLElement) {
    const again = el(
      'button',
      { type: 'button', class: 'button', click: () => void this.open() },
      'Read again',
    );
    this.#filter.addEventListener('input', () => this.#list());
    const left = el(
      'div',
      { class: 'folder' },
      el('h2', {}, 'Texts'),
      this.#summary,
      again,
      el('label', { for: this.#filter.id }, 'Find a text'),
      this.#filter,
      this.#texts,
      this.#problems,
    );
    place.append(left, el('div', { class: 'reading' }, this.#questionForm(), this.#shown));
  }

  /** Reads what has changed in the folder. */
  async open(): Promise<void> {
    try {
      this.#view = await corpus();
      this.#summary.textContent = this.#view.summary;
    } catch (error) {
      this.#summary.textContent = reason(error);
    }
    this.#list();
    this.#problems.replaceChildren(...problemsOf(this.#view));
  }

  #list(): void {
    const typed = this.#filter.value.toLowerCase();
    const found = this.#view.texts.filter(({ title, about }) =>
      `${title} ${about}`.toLowerCase().includes(typed),
    );
    const lines = found.slice(0, MAX_LISTED).map(({ id, title, about }) => {
      const open = el(
        'button',
        { type: 'button', class: 'plain', click: () => void this.#openText(id) },
        title,
      );
      return el('li', {}, open, el('small', {}, about));
    });
    const more = found.length - lines.length;
    this.#texts.replaceChildren(...lines, ...(more > 0 ? [el('li', {}, `${more} more`)] : []));
  }

  #questionForm(): HTMLElement {
    const question = el('input', {
      type: 'text',
      id: newId(),
      required: true,
      maxlength: 300,
      autocomplete: 'off',
    });
    const submit = (event: Event) => {
      event.preventDefault();
      const make = async () => explanationElement(await explain(question.value), (id) => this.#openText(id));
      void this.#show(make, 'Looking it up; the first question makes the index …');
    };
    return el(
      'form',
      { class: 'question', submit },
      el('label', { for: question.id }, 'Why is a question answered as it is?'),
      question,
      el('button', { type: 'submit', class: 'button', 'data-style': 1 }, 'Explain'),
    );
  }

  #openText(id: string): Promise<void> {
    return this.#show(async () => textElement(await text(id)), 'Reading the text …');
  }

  async #show(make: () => Promise<HTMLElement>, meanwhile: string): Promise<void> {
    this.#shown.replaceChildren(el('p', {}, meanwhile));
    // On a phone it stands below the list of the texts.
    this.#shown.scrollIntoView({ block: 'nearest' });
    try {
      this.#shown.replaceChildren(await make());
      this.#shown.scrollIntoView({ block: 'nearest' });
    } catch (error) {
      this.#shown.replaceChildren(el('p', {}, reason(error)));
    }
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function problemsOf({ problems }: CorpusView): Child[] {
  if (problems.length === 0) return [];
  const lines = problems.map(({ file, line, severity, message }) =>
    el('li', {}, el('strong', {}, line === null ? file : `${file}:${line}`), ` ${severity}: ${message}`),
  );
  return [el('h2', {}, 'Left out, passed over, noted'), el('ul', { class: 'problems' }, ...lines)];
}

function textElement({ title, about, blocks }: TextView): HTMLElement {
  return el(
    'article',
    { class: 'source' },
    el('h2', {}, title),
    el('p', { class: 'about' }, about),
    ...blocks.map(blockElement),
  );
}

function blockElement({ kind, level, number, line, segments, marks }: BlockView): HTMLElement {
  const name = level > 0 ? `${kind} ${level}` : kind;
  const words = segments.map((segment) =>
    segment.marks.length === 0
      ? segment.text
      : el('mark', { class: kindsOf(segment.marks.map((at) => marks[at] as Mark)) }, segment.text),
  );
  return el(
    'div',
    { class: 'block' },
    el('p', { class: 'kind' }, `${number} · ${name} · line ${line}`),
    el('p', { class: `words ${kind}` }, ...words),
    ...(marks.length === 0 ? [] : [el('ul', { class: 'marks' }, ...marks.map(markLine))]),
  );
}

const kindsOf = (marks: readonly Mark[]): string => [...new Set(marks.map(({ kind }) => kind))].join(' ');

const markLine = ({ kind, words, about }: Mark): HTMLElement =>
  el(
    'li',
    { class: kind },
    el('span', { class: 'label' }, kind),
    ' “',
    el('bdi', {}, words),
    '” ',
    el('small', {}, el('bdi', {}, about)),
  );
