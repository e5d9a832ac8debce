import { describe, expect, it } from 'vitest';
import { markdownOf } from '../../preview/markdown.js';
import type { Markdown } from '../../preview/protocol.js';
import { escapeMarkdown } from '../../src/discord/escape.js';

/** In short: `<strong>words</strong>` as `strong(words)`. */
function short(nodes: readonly Markdown[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.content;
      if (node.type === 'br') return '¶';
      if (node.type === 'list') return `list${node.start ?? ''}(${node.items.map(short).join('|')})`;
      if (node.type === 'heading') return `h${node.level}(${short(node.content)})`;
      if (node.type === 'link') return `link(${short(node.content)} → ${node.url})`;
      if (node.type === 'time') return `time(${node.seconds} ${node.style})`;
      if (node.type === 'command') return `command(${node.name})`;
      if ('id' in node) return `${node.type}(${node.id})`;
      return `${node.type}(${typeof node.content === 'string' ? node.content : short(node.content)})`;
    })
    .join('');
}

const ID = '123456789012345678';

describe('Discord’s Markdown', () => {
  it.each([
    ['**a** *b* __c__ ~~d~~ ***e***', 'strong(a) em(b) underline(c) strikethrough(d) em(strong(e))'],
    ['### how\n-# for you', 'h3(how)subtext(for you)'],
    ['…\n> **a** b\n> c\n…\n-# [1] Title', '…¶blockQuote(strong(a) b¶c)…¶subtext([1] Title)'],
    ['> a\n-# b', 'blockQuote(a)subtext(b)'],
    ['> a\n### b', 'blockQuote(a)h3(b)'],
    ['>>> a\nb', 'blockQuote(a¶b)'],
    ['a > b, a -# b, a # b', 'a > b, a -# b, a # b'],
    ['\\*a\\* \\> \\- 1\\. \\#', '*a* > - 1. #'],
    ['- a\n- b\n  - c', 'list(a|b¶list(c))'],
    ['2. a\n3. b', 'list2(a|b)'],
    ['`a*b*` ```js\nc <b>\n```', 'inlineCode(a*b*) codeBlock(c <b>)'],
    ['||a **b**||', 'spoiler(a strong(b))'],
    ['[a](<https://e.org/x_y_z>)', 'link(a → https://e.org/x_y_z)'],
    ['https://e.org/a_b_c, and', 'link(https://e.org/a_b_c → https://e.org/a_b_c), and'],
    ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
    ['[a](data:text/html,x)', '[a](data:text/html,x)'],
    [`<@${ID}> <#${ID}> <@&${ID}>`, `user(${ID}) channel(${ID}) role(${ID})`],
    [`</texts unanswered:${ID}>`, 'command(texts unanswered)'],
    ['<t:1700000000:R>', 'time(1700000000 R)'],
    ['snake_case_word', 'snake_case_word'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('reads %j', (text, read) => {
    expect(short(markdownOf(text))).toBe(read);
  });

  it.each([
    '**a** _b_ ~~c~~ ||d|| `e`',
    '> a\n# b\n-# c\n- d\n1. e',
    '[a](/b) <@123456789012345678> <t:1:R> </ask:123456789012345678> :tada:',
    '```\na\n```\n>>> b',
  ])('shows %j as it stands once the bot has escaped it', (text) => {
    expect(short(markdownOf(escapeMarkdown(text)))).toBe(text.replaceAll('\n', '¶'));
  });
});
