/** Puts the page together: its two tabs, who looks at it, and how it looks. */

import { Channel } from './channel.js';
import { CorpusTab } from './corpus.js';
import { byId, el } from './dom.js';

/** Those who can be chosen; the server knows the same. */
const PEOPLE = ['Alice', 'Bob'];

const channel = new Channel();
const corpus = new CorpusTab(byId('corpus'));
const tabs = ['channel', 'corpus'] as const;

function choose(name: (typeof tabs)[number]): void {
  for (const tab of tabs) {
    const button = byId(`tab-${tab}`);
    button.setAttribute('aria-selected', String(tab === name));
    button.tabIndex = tab === name ? 0 : -1;
    byId(tab).hidden = tab !== name;
  }
  if (name === 'corpus') void corpus.open();
}

for (const [at, tab] of tabs.entries()) {
  const button = byId(`tab-${tab}`);
  button.addEventListener('click', () => choose(tab));
  button.addEventListener('keydown', ({ key }) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const other = tabs[(at + 1) % tabs.length] ?? tab;
    choose(other);
    byId(`tab-${other}`).focus();
  });
}

const user = byId('user') as HTMLSelectElement;
user.append(...PEOPLE.map((name) => el('option', {}, name)));
user.addEventListener('change', () => channel.enter(user.value));

const theme = byId('theme') as HTMLSelectElement;
const dark = matchMedia('(prefers-color-scheme: dark)');

function look(): void {
  const isDark = theme.value === 'system' ? dark.matches : theme.value === 'dark';
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}

theme.value = localStorage.getItem('theme') ?? 'system';
theme.addEventListener('change', () => {
  localStorage.setItem('theme', theme.value);
  look();
});
dark.addEventListener('change', look);

look();
channel.enter(user.value);
