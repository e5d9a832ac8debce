/** Why a question is answered as it is, step by step. */

import type { Explanation, WindowView } from '../protocol.js';
import { type Child, el } from './dom.js';

const rounded = (value: number): string => String(Math.round(value * 1000) / 1000);

export function explanationElement(found: Explanation, open: (id: string) => void): HTMLElement {
  const { question, read, outcome, confidence, says, closest, windows } = found;
  return el(
    'article',
    { class: 'explanation' },
    el('h2', {}, question),
    el(
      'p',
      { class: 'outcome' },
      el('strong', {}, outcome),
      ` – confidence ${rounded(confidence)}; they say it from ${says}, the closest is shown from ${closest}`,
    ),
    ...(read.length === 0 ? [] : [el('h3', {}, 'How it is read'), readingList(read)]),
    ...signalsOf(found),
    ...(windows.length === 0 ? [] : [el('h3', {}, 'Windows, the most likely first')]),
    ...windows.map((window, at) => windowElement(window, at, open)),
  );
}

const readingList = (read: Explanation['read']): HTMLElement =>
  el('dl', {}, ...read.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));

function signalsOf({ signals }: Explanation): Child[] {
  if (signals.length === 0) return [];
  const rows = signals.map(({ name, meaning, value, weight }) =>
    row([name, meaning, rounded(value), rounded(weight), rounded(value * weight)]),
  );
  const sum = signals.reduce((all, { value, weight }) => all + value * weight, 0);
  const head = row(['signal', 'what it is', 'value', 'weight', 'product'], 'th');
  return [
    el('h3', {}, 'What the decision weighs'),
    table(head, [...rows, row(['sum', 'in logits; the confidence is its sigmoid', '', '', rounded(sum)])]),
  ];
}

function windowElement(
  { text, title, headings, sentences }: WindowView,
  at: number,
  open: (id: string) => void,
): HTMLElement {
  const rows = sentences.map(({ words, score, isFirst }) => {
    const line = row([words, score === null ? 'may not answer' : rounded(score)]);
    if (isFirst) line.className = 'first';
    return line;
  });
  return el(
    'section',
    { class: 'window', 'aria-label': `Window ${at + 1}` },
    el(
      'h4',
      {},
      `${at + 1} `,
      el('button', { type: 'button', class: 'plain', click: () => open(text) }, title),
    ),
    ...(headings.length === 0 ? [] : [el('p', { class: 'about' }, headings.join(' › '))]),
    table(row(['sentence', 'reader'], 'th'), rows),
  );
}

/** Wide tables scroll by themselves. */
const table = (head: HTMLElement, rows: readonly HTMLElement[]): HTMLElement =>
  el(
    'div',
    { class: 'wide', tabindex: 0, role: 'group', 'aria-label': 'Table' },
    el('table', {}, el('thead', {}, head), el('tbody', {}, ...rows)),
  );

const row = (cells: readonly string[], name: 'td' | 'th' = 'td'): HTMLElement =>
  el('tr', {}, ...cells.map((cell) => el(name, name === 'th' ? { scope: 'col' } : {}, cell)));
