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
