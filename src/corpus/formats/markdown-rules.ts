import type { StateCore, StateInline, Token } from 'markdown-it';

/*
 * Rules for markdown-it (https://github.com/markdown-it/markdown-it) by which what a page does not show is left out. They
 * are rules of the parser so that code keeps what looks like it.
 */

/** Longest mark that is left out; what goes on for longer is text. */
const MAX_LENGTH = 2000;

/** What opens such a mark, and what closes it: templates, comments, attributes, embedded files. */
const HIDDEN: readonly (readonly [opener: string, closer: string])[] = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['{/*', '*/}'],
  ['{#', '}'],
  ['{:', '}'],
  ['{.', '}'],
  ['%%', '%%'],
  ['![[', ']]'],
];

/** `{{ … }}`, `{% … %}`, `%% … %%`, `{#id}`, `![[file]]` leave nothing. */
export function hidden(state: StateInline): boolean {
  const { src, pos } = state;
  for (const [opener, closer] of HIDDEN) {
    if (!src.startsWith(opener, pos)) continue;
    const from = pos + opener.length;
    const at = src.slice(from, Math.min(state.posMax, pos + MAX_LENGTH)).indexOf(closer);
    if (at < 0) continue;
    state.pos = from + at + closer.length;
    return true;
  }
  return false;
}

/** Of `[[page|words]]` the words; a section `[[page#section]]` is shown as `page > section`. */
export function wikiLink(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[[', state.pos)) return false;
  const link = /^\[\[([^\n[\]]+)\]\]/.exec(state.src.slice(state.pos, state.pos + MAX_LENGTH));
  if (!link) return false;
  if (!silent) {
    const [, page = ''] = link;
    const words = (page.split('|').at(-1) as string).replace(/^#/, '').replaceAll('#', ' > ');
    state.push('text', '', 0).content = words;
  }
  state.pos += link[0].length;
  return true;
}

/** Code in braces. */
export function expression(state: StateInline): boolean {
  if (state.src[state.pos] !== '{') return false;
  return skipTo(state, endOf(state.src.slice(state.pos, state.pos + MAX_LENGTH), '}'));
}

/** The tag of a component, or one with code in it; that of HTML alone is left to its rule. */
export function jsxTag(state: StateInline): boolean {
  const text = state.src.slice(state.pos, state.pos + MAX_LENGTH);
  if (!/^<\/?[a-z>]/i.test(text)) return false;
  const end = endOf(text, '>');
  return (/^<\/?[A-Z>]/.test(text) || text.slice(0, end).includes('{')) && skipTo(state, end);
}

function skipTo(state: StateInline, length: number): boolean {
  if (length <= 0 || state.pos + length > state.posMax) return false;
  state.pos += length;
  return true;
}

/** Where code that ends with a mark ends, the mark with it; -1 when it does not. Strings and braces in it are passed over. */
function endOf(code: string, mark: string): number {
  let depth = 0;
  let quote = '';
  for (let at = 0; at < code.length; at++) {
    const character = code[at] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (depth > 0 || mark === '>') {
      if (character === '"' || (character === "'" && depth > 0) || character === '`') quote = character;
    }
    if (quote !== '') continue;
    if (character === '{') depth++;
    if (character === '}') depth--;
    if (character === mark && depth === 0) return at + 1;
    if (mark === '>' && character === '<' && at > 0 && depth === 0) return -1;
  }
  return -1;
}

/** `==words==`, shown as words on yellow. */
const HIGHLIGHT = /==(?=\S)([^=\n]+?)(?<=\S)==/g;

/** The mark of a footnote. */
const NOTE_MARK = /\[\^[^\]\s]{1,100}\]/g;

/** The box of a task. */
const TASK = /^\[[ xX]\](?=\s)/;

/** Leaves of the text what the page shows of it, and of the HTML what does not take the words after it away. */
export function shownWords({ tokens, Token: TokenOf }: StateCore): void {
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'html_block') token.content = withoutUnclosed(token.content);
    if (token.type !== 'inline' || !token.children) continue;
    const [first] = token.children;
    if (first?.type === 'text' && tokens[at - 2]?.type === 'list_item_open')
      first.content = first.content.replace(TASK, '');
    for (const child of token.children)
      if (child.type === 'text')
        child.content = child.content.replace(HIGHLIGHT, '$1').replace(NOTE_MARK, '');
    token.children = withUnclosedAsWords(token.children, TokenOf);
  }
}

/** Elements that a browser shows nothing of, or in which it takes all that follows for something else than a page. */
const SWALLOWING =
  'script style template noscript title iframe object svg math canvas audio video map select textarea button xmp noembed noframes plaintext s strike del';
const OPENS = new RegExp(`^<(${SWALLOWING.replaceAll(' ', '|')})(?=[\\s/>])`, 'i');
const OPENERS = new RegExp(OPENS.source.slice(1), 'gi');

/** HTML without the tags of such elements that are never closed: `the <video> element` opens none. */
function withoutUnclosed(html: string): string {
  const lower = html.toLowerCase();
  const ends = new Map<string, number>();
  return html.replace(OPENERS, (opener, written: string, offset: number) => {
    const name = written.toLowerCase();
    if (!ends.has(name)) ends.set(name, lower.lastIndexOf(`</${name}`));
    return (ends.get(name) as number) > offset ? opener : `<x-${name}`;
  });
}

/** The same within a paragraph, where the tag is one of the words. */
function withUnclosedAsWords(children: readonly Token[], TokenOf: typeof Token): Token[] {
  const ends = new Map<string, number>();
  for (const [at, { type, content }] of children.entries())
    if (type === 'html_inline' && content.startsWith('</'))
      ends.set(content.slice(2, -1).trim().toLowerCase(), at);
  return children.map((child, at) => {
    const name = child.type === 'html_inline' ? OPENS.exec(child.content)?.[1]?.toLowerCase() : undefined;
    if (name === undefined || (ends.get(name) ?? -1) > at) return child;
    return Object.assign(new TokenOf('text', '', 0), { content: child.content });
  });
}
