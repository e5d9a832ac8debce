import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../src/corpus/article.js';
import { parseArticle, readCorpus } from '../src/corpus/read.js';
import { figuresOf } from '../src/figures/extract.js';
import type { Figure } from '../src/figures/figure.js';
import { wordingOf } from '../src/figures/wording.js';
import { articleOf } from './support/articles.js';
import { repeated } from './support/texts.js';

const article = (text: string): Article => {
  const parsed = parseArticle('a.txt', `---\ntitle: A\n---\n${text}`);
  if (Array.isArray(parsed)) throw new Error(parsed[0]?.message);
  return parsed;
};

const written = (text: string) =>
  figuresOf(article(text)).map((figure) => figure.article.text.slice(figure.start, figure.end));
const valued = (text: string) => figuresOf(article(text)).map(({ value, unit }) => [value, unit]);

/** text | value | unit | change | of | holder | scope | time */
const CORPUS = {
  'one-million-jobs': `
    1 million   | 1000000  | new US job              | = | new US jobs               |           | US        |
    1 million   | 1000000  | small American business | = | small American businesses | Jack Ma   |           | over the next five years
    five        | 5        | year                    | = |                           | Jack Ma   |           | over the next five years
    1 million   | 1000000  | small business          | = | small businesses          | Jack Ma   |           |
    36,446      | 36446    | full-time employee      | = | full-time employees       | Alibaba   |           | As of March 2016
    10 million  | 10000000 | active seller           | > | active sellers            | Alibaba   |           |
    15 million  | 15000000 | job opportunity         | = | job opportunities         | Alibaba   |           |
    1 million   | 1000000  | new US job              | = | new US jobs               |           | US        |
    230,000     | 230000   | employee                | > | employees                 | Amazon    |           |
    2.3 million | 2300000  | associate               | = | associates                | Wal-Mart  | worldwide |
    1.5 million | 1500000  | associate               | = | associates                | Wal-Mart  | in the US |
    two         | 2        | leader                  | = | leaders                   |           |           |
    50,000      | 50000    | US job                  | = | US jobs                   | SoftBank  | US        |`,
  'us-jobs-program': `
    $170 billion | 170000000000 | dollar | > | sales | Alibaba |           | in 2012
    three        | 3            | year   | = |       | Alibaba |           |
    one million  | 1000000      | job    | ~ | jobs  | Jack Ma | in the US |`,
};

const line = (figure: ReturnType<typeof figuresOf>[number]) =>
  [
    figure.article.text.slice(figure.start, figure.end),
    ...[figure.value, figure.unit, figure.change, figure.of, figure.holder, figure.scope, figure.time],
  ].map((cell) => String(cell ?? ''));

describe('the figures of the shipped corpus', async () => {
  const { articles } = await readCorpus('corpus');
  it.each(Object.entries(CORPUS))('%s', (id, table) => {
    const expected = table
      .trim()
      .split('\n')
      .map((row) => row.split('|').map((cell) => cell.trim()));
    const found = articles.find((candidate) => candidate.id === id);
    expect(figuresOf(found as Article).map(line)).toEqual(expected);
  });
});

describe('numbers', () => {
  it.each([
    ['It has 36,446 clerks.', [[36446, 'clerk']]],
    ['They lost 2.3 million seats.', [[2.3e6, 'seat']]],
    ['It costs $2.5bn.', [[2.5e9, 'dollar']]],
    ['It costs US$12 a share.', [[12, 'dollar per share']]],
    ['It took two and a half hours.', [[2.5, 'hour']]],
    ['Add 1 1/2 cups.', [[1.5, 'cup']]],
    ['They sold one hundred and sixteen chairs.', [[116, 'chair']]],
    ['We need twenty-five thousand bricks.', [[25000, 'brick']]],
    ['Half a million tourists came.', [[500000, 'tourist']]],
    ['Some four to five thousand birds came.', [[[4000, 5000], 'bird']]],
    ['Rates of 10-15 % are rare.', [[[10, 15], 'percentage']]],
    ['Between 3 and 4 million trees fell.', [[[3e6, 4e6], 'tree']]],
    ['It fell to -5 °C.', [[-5, 'celsius']]],
    ['Hundreds of miles lay ahead.', [[[100, 1000], 'mile']]],
    ['Two thirds of the bridges are new.', [[2 / 3, 'bridge']]],
    ['It does 140 km/h.', [[140, 'kilometre per hour']]],
    ['A flat of 80 square metres.', [[80, 'square metre']]],
    ['The 45-year-old won.', [[45, 'year of age']]],
    ['The mill has 12 500 spindles.', [[12500, 'spindle']]],
    ["The port moved 43'500 crates.", [[43500, 'crate']]],
    ['The press cost €18.750,50.', [[18750.5, 'euro']]],
    ['It weighs 3-1/2 pounds.', [[3.5, 'pound-mass']]],
    ['She walked one and three-quarter miles.', [[1.75, 'mile']]],
    ['One in eight shops shut.', [[0.125, 'shop']]],
    ['Nine out of ten boats sank.', [[0.9, 'boat']]],
    ['Knots hold in three cases out of four.', [[0.75, 'case']]],
    ['One sailor in five is ill.', [[0.2, 'sailor']]],
    [
      'One boat in five days came.',
      [
        [1, 'boat'],
        [5, 'day'],
      ],
    ],
    ['Repairs take one to two years.', [[[1, 2], 'year']]],
    ['More than 10 but less than 20 guests came.', [[[10, 20], 'guest']]],
    ['The rod measured 100 ± 3 mm.', [[100, 'millimetre']]],
    ['It needs 573.15K of heat.', [[573.15, 'kelvin']]],
    ['Some 40 live by the mill.', [[40, '']]],
    ['They sold 4m of their tickets.', [[4e6, 'ticket']]],
    ['It cost 75 USD million.', [[75e6, 'dollar']]],
    ['It cost 3 dollars 50 cents.', [[3.5, 'dollar']]],
    ['Sales grew tenfold.', [[10, 'count']]],
    ['The toll stood at nine.', [[9, '']]],
    ['Entry is 6 pounds a head.', [[6, 'pound sterling per head']]],
    ['It boils five minutes sooner.', [[5, 'minute']]],
    [
      'Raise the speed from 1.5 to 2.5 in version 2.4.',
      [
        [1.5, ''],
        [2.5, ''],
      ],
    ],
    ['They made a three-year plan.', [[3, 'year']]],
    ['Three more beds came.', [[3, 'bed']]],
    ['Glass lets through 1.1 W/(m²K).', [[1.1, 'watt per square metre kelvin']]],
    ['The bolt takes 200 N m.', [[200, 'newton metre']]],
    ['Anna Lowe, 45, runs the mill.', [[45, 'year of age']]],
    ['He was 12 when he left.', [[12, 'year of age']]],
    ['Profit was $9 million a year earlier.', [[9e6, 'dollar']]],
    [
      'Attendance came to 9,300, 12 per cent more.',
      [
        [9300, ''],
        [12, 'percentage'],
      ],
    ],
    [
      'Ma bought four £10 tickets.',
      [
        [4, 'ticket'],
        [10, 'pound sterling'],
      ],
    ],
    [
      'The two-, three- and four-bedroom flats are sold.',
      [
        [2, 'bedroom'],
        [3, 'bedroom'],
        [4, 'bedroom'],
      ],
    ],
    [
      'It draws 3kW and weighs 5 kg.',
      [
        [3, 'kilowatt'],
        [5, 'kilogram'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(valued(text)).toEqual(expected);
  });

  it.each([
    'She came on March 29.',
    'It was founded in 1995.',
    'The 22nd amendment was third.',
    'He bought an iPhone 14 and a Galaxy S9.',
    'See Section 427 and page 12.',
    'We met at 11 a.m. and left at 17:22.',
    'They won 3-1 on Sunday.',
    'No one came, and this one left.',
    'A six-speed gearbox.',
    'The F-150 passed in the 1970s.',
    'Open 24/7 since 2014-15.',
    'The index, the S&P 500, is old.',
    'It lasted from 1572–1573 to the 1600s.',
    'He came on 25 and 26 April, as in ’08.',
    'See note [26] and Table 3.',
    'It ended 0 – 0 on day five.',
    'In the first half of 2006 it rained.',
    'The bakery is at 14 Harbour Road.',
    'Monks farmed here between A.D. 640 and 790.',
    'It closes Aug. 3-7, Sept. 10-14 and Oct. 17-21.',
    'A category 3 hurricane came.',
    'Fig. 12 shows the flow.',
    'Article 5 bans two-stroke engines.',
    'The 76ers won in Node.js 20.',
    'Call 555-1234 or 020 7946 0958.',
    'See chapters 3 and 4, as in [5, 6].',
    'Set retries=5 on Windows 10.',
    'The kiosk opens at eight and shuts at five.',
    'We row until half past six, and on Sundays at three.',
    'Be there by four on Friday or at seven o’clock.',
    'The desk is open from nine to eleven.',
    'Version 7.2 was short. Stay on 7.1, or go back to 6.x.',
    'Knock at flat 9, or use port 8080.',
    'A new one costs much.',
    'If step 6 fails, stop.',
    'It ran on Python 2.7 and needs Flatpak 1.2.',
    'Ping fd7a:115c:a1e0::/48 again.',
  ])('no figure: %s', (text) => {
    expect(written(text)).toEqual([]);
  });

  it.each([
    ['It sold about 50 cars.', '~'],
    ['It sold more than 50 cars.', '>'],
    ['It sold upwards of 50 cars.', '>'],
    ['It sold up to 50 cars.', '<'],
    ['It sold just under 50 cars.', '<'],
    ['It sold 50 cars or more.', '='],
    ['It sold 50 or more cars.', '>'],
    ['It sold just 50 cars.', '='],
    ['Shares rose 5 %.', 'up'],
    ['Shares were down 5 %.', 'down'],
    ['Shares fell by 5 %.', 'down'],
    ['The fee is less than or equal to 5 euros.', '<'],
    ['Bags heavier than 30 kg stay.', '>'],
    ['A sub-4-hour run.', '<'],
    ['The hotel has 300-plus rooms.', '>'],
    ['Three or more beds came.', '>'],
    ['It all boils down to 3 votes.', '='],
    ['Handing one in costs 3 euros.', '='],
    ['Lost keys cost 9 euros.', '='],
    ['Change the make-up every 3 days.', '='],
    ['Shares rose more than 5 %.', '>'],
    ['It was led by 5 % over the past two years.', '='],
  ])('%s is %s', (text, change) => {
    expect(figuresOf(article(text))[0]?.change).toBe(change);
  });

  it.each([
    ['The price fell from £12 to £9.', ['=', 'down']],
    ['Membership grew from 120 to 180 people.', ['=', 'up']],
    ['Rice rose by 5 cents and wheat by 3 cents.', ['up', 'up']],
    ['It makes 200 hp (150 kW), or under 90 mph (145 km/h).', ['=', '=', '<', '<']],
  ])('%s are %j', (text, changes) => {
    expect(figuresOf(article(text)).map(({ change }) => change)).toEqual(changes);
  });

  it.each([
    ['Acme, a maker of anvils, employs 80 people in Peru.', ['people', 'Acme', 'in Peru', null]],
    ['Bolt’s profit rose 3 % in May 2011.', ['profit', 'Bolt', null, 'in May 2011']],
    ['The length of the bridge is 900 metres.', ['length', 'bridge', null, null]],
    ['Sam Hill was born. Hill owns 40 mules.', ['mules', 'Sam Hill', null, null]],
    ['Acme grew. It has 12 shops worldwide.', ['shops', 'Acme', 'worldwide', null]],
    ['The plan by Acme’s rival, which has 30 ships, failed.', ['ships', 'Acme’s rival', null, null]],
    ['A team of 9 divers left.', ['divers', 'team', null, null]],
    ['How to sell 5 boats is a riddle.', ['boats', null, null, null]],
    ['In Dover, 12 schools closed.', ['schools', null, 'In Dover', null]],
    ['In 1999, Acme bought 7 farms, and in 2005 it sold them.', ['farms', 'Acme', null, 'In 1999']],
  ])('%s', (text, expected) => {
    const figure = figuresOf(article(text))[0];
    expect([figure?.of, figure?.holder, figure?.scope, figure?.time]).toEqual(expected);
  });

  it('spans the number with its sign, scale and unit sign', () => {
    expect(written('It made $170 billion, 5 % more, or €2.5bn, and 30 percent of 12kg.')).toEqual([
      '$170 billion',
      '5 %',
      '€2.5bn',
      '30',
      '12kg',
    ]);
  });
});

describe('whose a figure is', () => {
  it.each([
    // who is said to do it, not who says it
    ['The council said rents may bring a 6 % surplus.', ['rents']],
    ['Lowe thinks Acme owes the town $2,000.', ['Acme']],
    ['Growers report apples could fall 9 percent.', ['apples']],
    ['Banks that distrust Acme lend it 5 million dollars.', ['Banks']],
    ['The firm that bought Acme paid $9 million.', ['firm']],
    // each clause and each item its own
    [
      'Elm Foods rose 4 percent to end at 61, while the QT-40 lost 2 percent to 90.',
      ['Elm Foods', 'Elm Foods', 'QT-40', 'QT-40'],
    ],
    ['Lee sold 40 tents and Berg bought 30 boats.', ['Lee', 'Berg']],
    ['The court set bails of $800 for Ma and $900 for Lowe.', ['Ma', 'Lowe']],
    ['The fund gave $500 to Lee and $700 to Ma.', ['Lee', 'Ma']],
    ['By town: Elm -1.2% Oak -0.8% Fir -2%.', ['Elm', 'Oak', 'Fir']],
    [
      'Winners were Elm Foods, up 4p at 21p, and Oak Homes, up 9p at 88p.',
      ['Elm Foods', 'Elm Foods', 'Oak Homes', 'Oak Homes'],
    ],
    ['Trade was slow, with wool prices falling 8 percent.', ['wool prices']],
    ['Lowe opened a mill built by Berg for $5 million.', ['mill']],
    ['Sales at Acme rose by 5 %.', ['Sales']],
    // names with numbers
    ['The psi20 was up 0.3 %.', ['psi20']],
    ['Terminal 5 handled 300 flights.', ['Terminal 5']],
    ['Some 40 percent of the firm’s 900 workers are women.', ['firm', 'firm']],
    ['Farmers grow 40 percent of the land’s apples.', ['Farmers']],
    // no dateline, no amount, no object, nobody
    ['OSLO: Two brothers stole 30 bikes.', [null, 'brothers']],
    ['OSLO, Norway (Wire) — Acme hired 40 people.', ['Acme']],
    ['It is 12 years since the 40 miners left.', [null, null]],
    ['They missed a good part of the 30 talks.', [null]],
    ['A record 4,000 runners took part.', [null]],
    ['With 40 vans, Acme serves 300 farms.', ['Acme', 'Acme']],
    ['The poll gave Lowe 45 percent.', ['Lowe']],
    ['Acme and Norwell lost 3 games. They won 5 later.', ['Acme and Norwell', 'Acme and Norwell']],
    ['“We need £6 million,” Lowe said.', ['Lowe']],
    ['Police said 14 people were hurt.', [null]],
    ['A bus carrying 40 people burned.', ['bus']],
    ['She painted the fence in 3 hours.', [null]],
    ['The island lies 3 miles off.', ['island']],
    ['Entry costs 9 euros.', ['Entry']],
    ['Fill in three spoons of flour.', [null]],
    ['Drain it, and stir for ten minutes.', [null]],
    ['The Great Barn is new. A barn seats 40 guests.', ['barn']],
    ['Old Lord left. The first Lord owns 9 hats.', ['first Lord']],
    ['Hold a rod and click two corners.', [null]],
    ['Rain on the roof fills two tanks.', ['Rain']],
    ['Demand for wool rose 4 %.', ['Demand']],
    ['A claim recurs after 40 days.', ['claim']],
    ['Lee waits when more than 40 people are inside.', [null]],
    // pronouns
    ['The hall was opened by Nadia Lowe. It has 900 seats.', ['hall']],
    ['The strike was called by Peter Lowe. It cost the port 3 million euros.', ['strike']],
    ['The drivers went home. They lost 300 dollars.', ['drivers']],
    ['Lee’s move to Spain paid off as he won 9 games.', ['Lee']],
    ['Ana Berg met Tom Lowe. He owns 3 farms.', ['Tom Lowe']],
    ['After she won 9 medals, Ana Berg left.', ['Ana Berg']],
    ['Turnout was low. He sold 5 cups.', [null]],
    ['Acme makes kettles. Its sales fell 5 %.', ['Acme']],
    ['Berg said the firm has 40 staff. It will cut 10 jobs.', ['firm', 'firm']],
    ['Ma said, “We sold 40 tents.”', ['Ma']],
  ])('%s', (text, expected) => {
    expect(figuresOf(article(text)).map(({ holder }) => holder)).toEqual(expected);
  });

  it('gives a time to the value that it stands behind', () => {
    const figures = figuresOf(article('Profit rose to $12 million from $9 million in 2015.'));
    expect(figures.map(({ time }) => time)).toEqual([null, 'in 2015']);
  });
});

describe('how a figure is said', () => {
  it.each([
    ['A file may have up to 25 megabytes.', 'up to 25 megabytes'],
    ['The fine is 500 euros.', '500 euros'],
    ['Norwell employs more than 230,000 people.', 'more than 230,000 people'],
    ['Each may bring at most 5 guests a year.', 'at most 5 guests a year'],
    ['It took five years.', 'five years'],
    ['Use the 6-mile channel.', '6 miles'],
    ['Use the 1-mile channel.', '1 mile'],
    ['It holds a 10 euro deposit.', '10 euros'],
    ['It does 140 km/h.', '140 km/h'],
    ['It costs $12 a share.', '$12 a share'],
    ['The mast is 12 m tall.', '12 m'],
    ['Two thirds of the bridges are new.', 'Two thirds of the bridges'],
    ['Members of 5 years or more vote.', '5 years or more'],
    ['It sold 50 or more cars.', '50 or more cars'],
    ['Between 3 and 4 million trees fell.', 'Between 3 and 4 million trees'],
    ['Turnout was 30%.', '30%'],
    ['It holds in three cases out of four.', 'three cases out of four'],
  ])('%s', (text, expected) => {
    const { before, number, after } = wordingOf(figuresOf(article(text))[0] as Figure);
    expect([before, number, after].filter(Boolean).join(' ')).toBe(expected);
  });

  it.each([
    ['Sales rose 5 %.', 'a rise'],
    ['Sales rose more than 5 %.', null],
  ])('%s is %s', (text, meant) => {
    expect(wordingOf(figuresOf(article(text))[0] as Figure).meant).toBe(meant);
  });
});

describe('numbers that count nothing', () => {
  it.each([
    [
      'of sections',
      'Protocol\n\n8.9 Tracking names\n\nIt begins.\n\n9 Limits\n\n10 Ends\n\nRule 1.4 is for all.',
      [],
    ],
    ['of paragraphs', '1.4 Members may bring 2 guests.\n\n2.5 Million people came.', ['2', '2.5 Million']],
    ['of items', 'Rules:\n\n1. No spam\n2. Be nice to 3 people\n113. Leave', ['3']],
    ['of issues and tiers', 'The port moved to tier two (#63055).', []],
    ['in addresses', 'See https://example.org/app/2000770/, a@b12.example.org or www.example.org/5.', []],
    ['in names of files', 'Put map-12.zip, a/b3/c and /srv/7 into world_5 with --seed=4, 6 times.', ['6']],
    ['of a contents list', 'The guide\n\nLimits ........ 60 Ends ........ 61\n\nIt has 3 parts.', ['3']],
    ['in headlines', 'News\n\n5 Ways to Save\n\nIt is 2.4 GHz.', ['5', '2.4 GHz']],
  ])('%s', (_, text, expected) => expect(written(text)).toEqual(expected));

  it('in code, and of who speaks when', () => {
    const code = 'Use it.\n\n```\nheap 20 users\n```\n\nIt holds 5 users.';
    expect(figuresOf(articleOf(code, 'a.md')).map(({ value }) => value)).toEqual([5]);
    const chat = '[10:44] <ann2> the 3 doors stuck\n[10:45] <bo> I see\n[10:46] <ann2> all 3 of them';
    expect(figuresOf(articleOf(chat)).map(({ value }) => value)).toEqual([3, 3]);
  });
});

describe('rows of tables', () => {
  const told = (text: string, file: string) =>
    figuresOf(articleOf(text, file)).map(({ value, unit, of, holder }) => [value, unit, of, holder]);

  it('tell what is counted by the column, and whose it is by the first cell', () => {
    const table =
      '| Boat | Price | Weight | Seats | Rank |\n| --- | --- | --- | --- | --- |\n| Gull | 1,500 gp | 65 lb. | 12 | 3 |\n| Tern | 10 gp | - | 4 | 7 |';
    expect(told(`The boats.\n\n${table}`, 'a.md')).toEqual([
      [1500, 'gp', 'Price', 'Gull'],
      [65, 'pound-mass', 'Weight', 'Gull'],
      [12, 'seat', 'Seats', 'Gull'],
      [10, 'gp', 'Price', 'Tern'],
      [4, 'seat', 'Seats', 'Tern'],
    ]);
  });

  it('are named by the number of their level, and never by a yes or no', () => {
    const table =
      '| Level | Needs | Slots |\n| --- | --- | --- |\n| 1 | 2 boosts | 60 |\n\n| Open | Age |\n| --- | --- |\n| Yes | 13 |';
    expect(told(`The boats.\n\n${table}`, 'a.md')).toEqual([
      [2, 'boost', 'boosts', 'Level 1'],
      [60, 'slot', 'Slots', 'Level 1'],
      [13, 'year of age', 'Age', null],
    ]);
  });

  it('hold their own in plain text too', () => {
    const table = '| Boat | Price |\n| --- | --- |\n| Gull | 1,500 gp |\n| Tern | 10 gp |';
    expect(told(`The boats.\n\n${table}\n\nThey float.`, 'a.txt')).toEqual([
      [1500, 'gp', 'Price', 'Gull'],
      [10, 'gp', 'Price', 'Tern'],
    ]);
  });

  it('leave prose in a cell to itself', () => {
    const table = '| Boat | Notes |\n| --- | --- |\n| Gull | It takes 12 rowers, and Ann Lee owns 3 oars. |';
    expect(told(`The boats.\n\n${table}`, 'a.md')).toEqual([
      [12, 'rower', 'rowers', null],
      [3, 'oar', 'oars', 'Ann Lee'],
    ]);
  });
});

describe('any text', () => {
  it('gives spans inside their sentence', () => {
    const piece = fc.constantFrom(
      '9',
      '1,',
      '.',
      '-',
      '$',
      '%',
      'million',
      ' ',
      'half',
      'and',
      'to',
      '½',
      '٣',
      '万',
      'Ω',
      '\n',
    );
    const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 60 });
    fc.assert(
      fc.property(text, (pieces) => {
        const one = article(`x${pieces.join('')}`);
        for (const figure of figuresOf(one)) {
          const sentence = one.sentences[figure.sentence];
          expect(figure.start).toBeLessThan(figure.end);
          expect(figure.start).toBeGreaterThanOrEqual(sentence?.start ?? Number.NaN);
          expect(figure.end).toBeLessThanOrEqual(sentence?.end ?? Number.NaN);
          expect(one.text.slice(figure.start, figure.end)).toMatch(/\S/);
        }
      }),
    );
  });

  it.each([
    '9',
    '(',
    '— ',
    'a.',
    '万9٣',
    'a/1/b ',
    '. . ',
    '1. ',
    '1,',
    '1,,,2',
    '1-',
    '$',
    'one ',
    'hundred of ',
    '1/2 ',
    'it is 3 m, ',
    'in 2012 to ',
    'Ma ',
  ])('reads much of %j', (piece) => {
    const one = article(repeated(piece));
    expect(figuresOf(one).every((figure) => figure.end <= one.text.length)).toBe(true);
  });
});
