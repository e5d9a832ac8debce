import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/*
 * Marks within a line that a page does not show, as an extension of micromark (https://github.com/micromark/micromark),
 * so that they are left alone in code: templates `{{ … }}` and `{% … %}`, comments `{/* … *\/}` and `%% … %%`, attributes
 * `{#id}` and `{: .class}`, embedded files `![[…]]`; of wiki links `[[page|words]]` the words stay.
 */

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    hidden: 'hidden';
    hiddenMark: 'hiddenMark';
    wikiLink: 'wikiLink';
    wikiLinkMark: 'wikiLinkMark';
    wikiLinkWords: 'wikiLinkWords';
  }
}

/** Longest such mark; what goes on for longer is text. */
const MAX_LENGTH = 2000;

const isLineEnd = (code: Code): boolean => code !== null && code < -2;

/** The openers and what closes each. */
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

/** Takes what stands between an opener and its closer, both with it, over line ends. */
const between = (
  opener: string,
  closer: string,
  closes: (length: number) => boolean = () => true,
): Construct => ({
  tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    let taken = 0;
    let matched = 0;
    const start: State = (code) => {
      effects.enter('hidden');
      effects.enter('hiddenMark');
      return open(code);
    };
    const open: State = (code) => {
      if (code !== opener.charCodeAt(taken)) return nok(code);
      effects.consume(code);
      return ++taken < opener.length ? open : inside;
    };
    const inside: State = (code) => {
      if (code === null || ++taken > MAX_LENGTH) return nok(code);
      if (isLineEnd(code)) {
        effects.exit('hiddenMark');
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        effects.enter('hiddenMark');
        matched = 0;
        return inside;
      }
      matched = code === closer.charCodeAt(matched) ? matched + 1 : code === closer.charCodeAt(0) ? 1 : 0;
      effects.consume(code);
      return matched === closer.length && closes(taken) ? close : inside;
    };
    const close: State = (code) => {
      effects.exit('hiddenMark');
      effects.exit('hidden');
      return ok(code);
    };
    return start;
  },
});

const wikiLink: Construct = {
  tokenize(effects, ok, nok) {
    let length = 0;
    const start: State = (code) => {
      effects.enter('wikiLink');
      effects.enter('wikiLinkMark');
      effects.consume(code);
      return second;
    };
    const second: State = (code) => {
      if (code !== BRACKET) return nok(code);
      effects.consume(code);
      effects.exit('wikiLinkMark');
      effects.enter('wikiLinkWords');
      return words;
    };
    const words: State = (code) => {
      if (code === null || isLineEnd(code) || code === BRACKET || ++length > MAX_LENGTH) return nok(code);
      if (code === CLOSING_BRACKET) {
        if (length === 1) return nok(code);
        effects.exit('wikiLinkWords');
        effects.enter('wikiLinkMark');
        effects.consume(code);
        return last;
      }
      effects.consume(code);
      return words;
    };
    const last: State = (code) => {
      if (code !== CLOSING_BRACKET) return nok(code);
      effects.consume(code);
      effects.exit('wikiLinkMark');
      effects.exit('wikiLink');
      return ok;
    };
    return start;
  },
};

const BRACKET = '['.charCodeAt(0);
const CLOSING_BRACKET = ']'.charCodeAt(0);

function textConstructs(): Record<number, Construct[]> {
  const constructs: Record<number, Construct[]> = { [BRACKET]: [wikiLink] };
  for (const [opener, closer] of HIDDEN) {
    const first = opener.charCodeAt(0);
    constructs[first] = [...(constructs[first] ?? []), between(opener, closer)];
  }
  return constructs;
}

/** For `micromark`. */
export const hidden: Extension = { text: textConstructs() };

/** For `mdast-util-from-markdown`: what is hidden leaves nothing, a wiki link its words. */
export const hiddenFromMarkdown: FromMarkdown = {
  enter: {
    hidden() {
      this.buffer();
    },
    wikiLinkWords(token) {
      this.enter({ type: 'text', value: wordsOfLink(this.sliceSerialize(token)) }, token);
      this.exit(token);
    },
  },
  exit: {
    hidden() {
      this.resume();
    },
  },
};

/** `Gold licences` of `Gold licence|Gold licences`; a section `page#section` is shown as `page > section`. */
const wordsOfLink = (link: string): string =>
  (link.split('|').at(-1) as string).replace(/^#/, '').replaceAll('#', ' > ');
