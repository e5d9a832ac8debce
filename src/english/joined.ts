import type { Span } from '../text/span.js';
import { isCapital, lowerOf, type Token, tokensOf } from './tokens.js';
import { AUXILIARIES } from './word-classes.js';

/** A stretch of text that its sentence takes as one token: words in quote marks, with the marks. */
export interface Quoted extends Span {
  readonly outerStart: number;
  readonly outerEnd: number;
}

/** A token of the joined view. */
export interface JoinedToken extends Token {
  /** The quotation that this token stands for. */
  readonly quote?: QuoteToken | undefined;
}

/** What the sentence around a quotation needs to know of it. */
export interface QuoteToken {
  /** Its index among the quotations of the text. */
  readonly index: number;
  /** Whether it begins with a small letter, within a sentence of the writer. */
  readonly fragment: boolean;
  /** Whether it begins with a verb whose subject stands before it (`those who wait “should leave”`). */
  readonly predicate: boolean;
  /** Its last character within the marks. */
  readonly last: string;
}

/**
 * The tokens of a paragraph at the grain of its clauses: what hyphens, dots and strokes join is one (`Wal-Mart`,
 * `Node.js`), `'s` and its like are one each, so is each quotation (`first` is the index of the first); asides in
 * brackets are none. What is quoted is not read, so the time is linear.
 */
export function joinedTokensOf(
  text: string,
  paragraph: Span,
  quoted: readonly Quoted[],
  first: number,
): JoinedToken[] {
  const tokens: JoinedToken[] = [];
  let from = paragraph.start;
  for (const [offset, span] of quoted.entries()) {
    const { outerStart: start, outerEnd: end } = span;
    join(text, tokensOf(text, from, start), tokens);
    const quote = quoteToken(text, span, first + offset);
    tokens.push({ ...NOTHING, start, end, kind: 'quoted', quote });
    from = end;
  }
  join(text, tokensOf(text, from, paragraph.end), tokens);
  return tokens;
}

const NOTHING = { text: '', lower: '', capital: false, glued: false, possessive: false };

/** Characters of `wouldn't` and the space behind it. */
const LONGEST_AUXILIARY = 10;

const quoteToken = (text: string, { start, end }: Span, index: number): QuoteToken => ({
  index,
  fragment: /^\p{Ll}/u.test(text.slice(start, start + 2)),
  predicate: AUXILIARIES.has(
    /^\p{Ll}+(?=\s)/u.exec(text.slice(start, Math.min(end, start + LONGEST_AUXILIARY)))?.[0] ?? '',
  ),
  last: /[^\s'’‘"”]?[\s'’‘"”]*$/.exec(text.slice(Math.max(start, end - 4), end))?.[0]?.[0] ?? '',
});

function join(text: string, tokens: readonly Token[], joined: JoinedToken[]): void {
  for (let at = 0; at < tokens.length; ) {
    const aside = asideEnd(tokens, at);
    const end = aside ?? runEnd(tokens, at);
    if (aside === null) pushApart(together(text, tokens, at, end), joined);
    at = end;
  }
}

/** Longest aside in brackets, in characters. */
const MAX_ASIDE = 80;

/** The token after the bracket that closes the one at `at`; `null` where none opens or something opens within. */
function asideEnd(tokens: readonly Token[], at: number): number | null {
  const open = tokens[at] as Token;
  if (open.text !== '(' && open.text !== '[') return null;
  const close = open.text === '(' ? ')' : ']';
  for (let end = at + 1; (tokens[end]?.start ?? Infinity) - open.end <= MAX_ASIDE; end++) {
    if (tokens[end]?.text === close) return end + 1;
    if (/^[()[\]]$/.test(tokens[end]?.text ?? '')) return null;
  }
  return null;
}

const isWord = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'number';
const JOINT = /^[-‐–'’.&/]$/;
const RUN = /^[.!?…]$/;

/** The token after those that are written as one with the token at `at`. */
function runEnd(tokens: readonly Token[], at: number): number {
  const first = tokens[at] as Token;
  let end = at + 1;
  if (/^[@#]$/.test(first.text) && tokens[end]?.glued && isWord(tokens[end])) end++;
  else if (!isWord(first)) {
    const goesOn = RUN.test(first.text) ? RUN : first.text === '-' ? /^-$/ : null;
    while (goesOn && tokens[end]?.glued && goesOn.test(tokens[end]?.text ?? '')) end++;
    return end;
  }
  while (tokens[end]?.glued) {
    if (isWord(tokens[end])) end++;
    else if (tokens[end + 1]?.glued && isJoint(tokens, end)) end += 2;
    else break;
  }
  return end;
}

/** `-` of `Wal-Mart`, `.` of `Node.js`, `,` of `1,50`; but a full stop without a space ends a sentence (`oak.Larch`). */
function isJoint(tokens: readonly Token[], at: number): boolean {
  const [before, joint, after] = [tokens[at - 1], tokens[at], tokens[at + 1]] as [Token, Token, Token];
  if (!isWord(after)) return false;
  if (joint.text === ',') return before.kind === 'number' && after.kind === 'number';
  if (joint.text === '.' && after.capital) return before.text.length < 3;
  return JOINT.test(joint.text);
}

function together(text: string, tokens: readonly Token[], from: number, to: number): JoinedToken {
  const first = tokens[from] as Token;
  if (to === from + 1) return first;
  const { end } = tokens[to - 1] as Token;
  const whole = text.slice(first.start, end);
  const isNumber = tokens.slice(from, to).every(({ kind }) => kind !== 'word');
  const kind = isWord(first) || isWord(tokens[from + 1]) ? (isNumber ? 'number' : 'word') : 'mark';
  return {
    ...first,
    kind,
    end,
    text: whole,
    lower: lowerOf(whole),
    capital: isCapital(whole) || /^[@#]/.test(whole),
    possessive: (tokens[to - 1] as Token).possessive,
  };
}

const CLITIC = /['’](?:s|d|ll|re|ve)$/i;

/** `Ma's` is two tokens, `workers'` is one and a clitic. */
function pushApart(token: JoinedToken, joined: JoinedToken[]): void {
  const length = token.kind === 'word' ? (CLITIC.exec(token.text)?.[0].length ?? 0) : 0;
  if (/^['’]$/.test(token.text)) {
    const owns = token.glued && joined.at(-1)?.lower.endsWith('s');
    joined.push({ ...token, lower: "'", kind: owns ? 'clitic' : 'mark' });
  } else if (length === 0) joined.push(token);
  else {
    const start = token.end - length;
    const [word, text] = [token.text.slice(0, -length), token.text.slice(-length)];
    joined.push({ ...token, end: start, text: word, lower: lowerOf(word), possessive: false });
    joined.push({
      ...NOTHING,
      start,
      end: token.end,
      kind: 'clitic',
      text,
      lower: lowerOf(text),
      glued: true,
    });
  }
}
