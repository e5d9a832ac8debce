import fc from 'fast-check';

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

const MEGABYTE = 1_000_000;
const repeat = (piece: string): string => piece.repeat(MEGABYTE / piece.length);

/** A megabyte of each of what could make a careless rule take quadratic time. */
export const MEGABYTES: readonly (readonly [name: string, text: string])[] = [
  ['dots', repeat('.')],
  ['dots and a word', `${repeat('.')}x`],
  ['spaced dots', repeat('. ')],
  ['initials', repeat('a.')],
  ['closing brackets', `It rained.${repeat(')')}`],
  ['closing quote marks', repeat('.”')],
  ['opening brackets', repeat('([“')],
  ['line ends', `a${repeat('\n')}b`],
  ['blank lines', `a${repeat('\n \n\t')}b`],
  ['spaces', `a${repeat(' ')}b`],
  ['spaces at a line’s start', `a\n${repeat(' ')}b`],
  ['one word', repeat('a')],
  ['one word of ideographs', repeat('字')],
  ['hyphens', repeat('a-')],
  ['digits', repeat('1')],
  ['digits with commas', repeat('1,')],
  ['combining marks', `a${repeat('\u0301')}`],
  ['lone surrogates', repeat('\ud83d')],
  ['hashes', repeat('#')],
  ['headings', repeat('# a heading\n')],
  ['list items', repeat('\n- an item of a list')],
  ['addresses', repeat('https://')],
  ['addresses and a bracket', `${repeat('https://')}<`],
  ['an address of dots', `https://${repeat('.')}`],
  ['short sentences', repeat('It rained. ')],
  ['backslashes', repeat('\\')],
  ['asterisks', `a${repeat('*')}`],
];
