import fc from 'fast-check';
import type { Library } from '../../src/library.js';

/** Pieces that sentence, block and Markdown rules look at, beside any character at all, lone surrogates too. */
const PIECES = [
  ...['\n', '\n\n', '\n \n', ' ', '  ', '\t', '\u00a0', '\u2028', '\r\n', '\r', '\u3000', '\ufeff'],
  ...['.', '...', '…', '?!', '!', '。', '！', '”', '"', '“', '’', "'", ')', ']', '(', '「', '」', ' — ', '-'],
  ...[
    '# ',
    '## ',
    '- ',
    '* ',
    '1. ',
    '23) ',
    '> ',
    '-# ',
    '+ ',
    '---',
    '```',
    '`',
    '||',
    '**',
    '__',
    '~~',
    '*',
  ],
  ...[
    '\\',
    '\\\\',
    '[a](https://b.c)',
    '<@1234>',
    '<#12>',
    '<@&3>',
    '<t:0:R>',
    '<:e:12>',
    '</ask:1>',
    '<id:home>',
  ],
  ...[
    '@everyone',
    '@here',
    ':tada:',
    'std::map::iterator',
    ':+1',
    ':',
    'https://example.org/a_b_(c)*d',
    '<https://example.org/x>',
    'http://',
    '_',
    '|',
    '<',
  ],
  ...[
    'Mr. Ross',
    'U.S.',
    'U.S',
    'J. K.',
    'No. 5',
    'e.g. ',
    'Inc.',
    '2.5bn',
    'PARIS — The',
    'By Ann Lee',
    'said',
  ],
  ...['他来了', '東京', '🙂', '👩‍👩‍👧', 'é', '\ud83d', '\ude00', '\0', '\u001b[31m', 'It rained', 'the', 'A'],
];

/** Any text, rich in what the rules for text are about. */
export const anyText = (maxLength = 60): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { arbitrary: fc.constantFrom(...PIECES), weight: 6 },
        { arbitrary: fc.string({ unit: 'binary', maxLength: 8 }), weight: 1 },
        { arbitrary: fc.string({ maxLength: 8 }), weight: 1 },
        { arbitrary: fc.constantFrom('\ud800', '\udfff', '\u{10ffff}'), weight: 1 },
      ),
      { maxLength },
    )
    .map((pieces) => pieces.join(''));

/** So long that what grows with the square of it takes longer than a test may, in characters. */
const HOSTILE_LENGTH = 200_000;

/** A piece again and again, as a hostile text. */
export const repeated = (piece: string): string => piece.repeat(Math.ceil(HOSTILE_LENGTH / piece.length));

/** Much of each of what could make a careless rule take quadratic time. */
export const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['dots', repeated('.')],
  ['dots and a word', `${repeated('.')}x`],
  ['spaced dots', repeated('. ')],
  ['initials', repeated('a.')],
  ['closing brackets', `It rained.${repeated(')')}`],
  ['closing quote marks', repeated('.”')],
  ['opening brackets', repeated('([“')],
  ['line ends', `a${repeated('\n')}b`],
  ['blank lines', `a${repeated('\n \n\t')}b`],
  ['spaces', `a${repeated(' ')}b`],
  ['spaces at a line’s start', `a\n${repeated(' ')}b`],
  ['one word', repeated('a')],
  ['one word of ideographs', repeated('字')],
  ['hyphens', repeated('a-')],
  ['digits', repeated('1')],
  ['digits with commas', repeated('1,')],
  ['combining marks', `a${repeated('\u0301')}`],
  ['lone surrogates', repeated('\ud83d')],
  ['hashes', repeated('#')],
  ['headings', repeated('# a heading\n')],
  ['list items', repeated('\n- an item of a list')],
  ['addresses', repeated('https://')],
  ['addresses and a bracket', `${repeated('https://')}<`],
  ['an address of dots', `https://${repeated('.')}`],
  ['short sentences', repeated('It rained. ')],
  ['backslashes', repeated('\\')],
  ['colons', repeated(':a')],
  ['colons and a word', `Of ${repeated('::')}${repeated('a')}`],
  ['asterisks', `a${repeated('*')}`],
];

/** Words of each kind that the rules for language ask about. */
const WORDS = [
  ...['said', 'told', 'asked', 'was', 'to', 'has', 'rose', 'saying', 'denied', 'called'],
  ...['the', 'a', 'his', 'every', 'mayor', 'plan', 'jobs', 'people', 'share', 'chief', 'footage'],
  ...['of', 'in', 'with', 'from', 'than', 'between', 'according to', 'and', 'or', 'but', 'as', 'nor', 'not'],
  ...['he', 'she', 'they', 'it', 'who', 'which', 'that', 'himself', 'Ma', 'Anna Berg', 'Mr. Lowe', 'Lee’s'],
  ...['1', '5,000', '3.5', '25%', '$5', '€3m', '5-10', '1/2', '½', 'one hundred', 'million', 'May 3, 2016'],
  ...['“', '”', '"', '‘', '’', '«', '»', '„', '“we go on,”', '"we go on now."', ',', '—', '(', ')', ':', '.'],
  ...['\n', '\n\n', '\n- ', '\nMa: ', '\n— Ma', '\t', '|'],
];

/** Words, marks and numbers in any order, some of them again and again. */
export const languageText = (): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }),
        fc.oneof({ arbitrary: fc.constant(1), weight: 5 }, fc.integer({ min: 2, max: 30 })),
      ),
      { maxLength: 6 },
    )
    .map((motifs) => motifs.map(([words, times]) => `${words.join(' ')} `.repeat(times)).join(''));

/** Long enough that what grows with the square takes half a minute. */
const UNSTOPPED_LENGTH = 50_000;

const unstopped = (motif: string, before = '', after = ''): readonly [name: string, text: string] => [
  motif.trim(),
  `${before}${motif.repeat(UNSTOPPED_LENGTH / motif.length)}${after}`,
];

/** Clauses, quotations and figures that no stop ends: what is asked of each must not read all of them. */
export const UNSTOPPED: readonly (readonly [name: string, text: string])[] = [
  unstopped('to was ', '“Go on with it now,” ', 'to said.'),
  unstopped('And the sea said “come along with me” and we went\n'),
  unstopped('“I,” he said, '),
  unstopped('5 jobs and '),
];

/** All sentences of a library's texts, as they stand there. */
export const sentencesOf = ({ articles }: Library): string[] =>
  articles.flatMap(({ text, sentences }) => sentences.map(({ start, end }) => text.slice(start, end)));
