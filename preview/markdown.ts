/** Discord's Markdown: what discord-markdown-parser reads, with what it lacks or reads otherwise than Discord's clients. */

import { type parse, rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import type { Markdown } from './protocol.js';

type Node = ReturnType<typeof parse>[number];
type Rule = (typeof rulesExtended)[string];

/** Whether a line begins, which the library asks of the last group of its last match; after a quotation that is none. */
const atLineStart = (before: string): boolean => /(?:^|\n)$/.test(before);

const HEADING = /^(#{1,3}) +([^\n]+?)(?:\n|$)/;
const SUBTEXT = /^-# +([^\n]+?)(?:\n|$)/;

/** Items of one list: the mark, its words, and what is further in below it. */
const LIST = /^(?: *(?:[-*+]|\d+[.)]) +[^\n]*(?:\n|$))+/;
const ITEM = /^( *)([-*+]|\d+[.)]) +([^\n]*)(?:\n|$)/;

const onLine = (pattern: RegExp, rule: Rule): Rule => ({
  ...rule,
  match: (source, _state, before) => (atLineStart(before) ? pattern.exec(source) : null),
});

const list: Rule = {
  order: ruleOf('heading').order,
  match: (source, _state, before) => (atLineStart(before) ? LIST.exec(source) : null),
  parse: ([found = ''], parse, state) => {
    const items = itemsOf(found);
    const first = /\d+/.exec(items[0]?.mark ?? '');
    return {
      start: first ? Number(first[0]) : null,
      items: items.map(({ words }) => parse(words, { ...state, prevCapture: null })),
    };
  },
};

function ruleOf(name: string): Rule {
  const rule = rulesExtended[name];
  if (!rule) throw new Error(`discord-markdown-parser has no rule for ${name}`);
  return rule;
}

/** The items of a list by their marks; those further in than the first belong to the item above them. */
function itemsOf(found: string): { mark: string; words: string }[] {
  const items: { mark: string; words: string }[] = [];
  const lines = found.split('\n').filter((line) => line !== '');
  const [, least = ''] = ITEM.exec(lines[0] ?? '') ?? [];
  for (const line of lines) {
    const [, indent = '', mark = '', words = ''] = ITEM.exec(line) ?? [];
    const last = items.at(-1);
    if (last && indent.length > least.length) last.words += `\n${line.slice(least.length + 1)}`;
    else items.push({ mark, words });
  }
  return items;
}

const read = SimpleMarkdown.parserFor({
  ...rulesExtended,
  heading: onLine(HEADING, ruleOf('heading')),
  subtext: onLine(SUBTEXT, ruleOf('subtext')),
  list,
});

/** A text of a message as Discord's clients read it. */
export const markdownOf = (text: string): Markdown[] => nodesOf(read(text, { inline: true }));

const nodesOf = (nodes: readonly Node[]): Markdown[] => joined(nodes.map(nodeOf));

function nodeOf(node: Node): Markdown {
  const { type, content } = node;
  switch (type) {
    case 'strong':
    case 'em':
    case 'underline':
    case 'strikethrough':
    case 'spoiler':
    case 'subtext':
      return { type, content: nodesOf(content) };
    case 'blockQuote':
      return { type, content: withoutLastBreak(nodesOf(content)) };
    case 'heading':
      return { type, level: node.level, content: nodesOf(content) };
    case 'list':
      return { type, start: node.start, items: node.items.map(nodesOf) };
    case 'link':
    case 'url':
    case 'autolink':
      return linkOf(node);
    case 'inlineCode':
    case 'codeBlock':
      return { type, content };
    case 'br':
    case 'newline':
      return { type: 'br' };
    default:
      return mentionOf(node);
  }
}

function mentionOf(node: Node): Markdown {
  switch (node.type) {
    case 'user':
    case 'channel':
    case 'role':
      return { type: node.type, id: node.id };
    case 'slashCommand':
      return { type: 'command', name: node.fullName };
    case 'timestamp':
      return { type: 'time', seconds: Number(node.timestamp), style: node.format ?? 'f' };
    case 'everyone':
    case 'here':
      return { type: 'text', content: `@${node.type}` };
    case 'emoji':
    case 'twemoji':
      return { type: 'text', content: node.id ? `:${node.name}:` : node.name };
    default:
      return { type: 'text', content: String(node.content ?? '') };
  }
}

/** Discord links nothing but addresses of the web; of others it shows what stands there. */
function linkOf({ target, content }: Node): Markdown {
  const words = nodesOf(content);
  if (/^https?:/i.test(target) && URL.canParse(target)) return { type: 'link', url: target, content: words };
  return { type: 'text', content: words.length === 0 ? target : `[${plain(words)}](${target})` };
}

const plain = (nodes: readonly Markdown[]): string =>
  nodes
    .map((node) =>
      'content' in node ? (typeof node.content === 'string' ? node.content : plain(node.content)) : '',
    )
    .join('');

const withoutLastBreak = (nodes: Markdown[]): Markdown[] =>
  nodes.at(-1)?.type === 'br' ? nodes.slice(0, -1) : nodes;

/** Texts that follow one another as one. */
function joined(nodes: readonly Markdown[]): Markdown[] {
  const all: Markdown[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      all[all.length - 1] = { type: 'text', content: last.content + node.content };
    else all.push(node);
  }
  return all;
}
