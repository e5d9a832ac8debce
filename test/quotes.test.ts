import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../src/corpus/read.js';
import { quotationsOf } from '../src/quotes/extract.js';
import { articleOf } from './support/articles.js';
import { repeated } from './support/texts.js';

const quotesIn = (text: string) => {
  const article = parseArticle('x.txt', text);
  return Array.isArray(article) ? [] : quotationsOf(article);
};

/** `speaker: words` of each quotation. */
const told = (text: string) =>
  quotesIn(text).map(({ start, end, speaker }) => `${speaker?.name ?? '-'}: ${text.slice(start, end)}`);

describe('quote marks', () => {
  it.each([
    ['curly', 'Ana Berg said, “We will rebuild the pier.”', 'We will rebuild the pier.'],
    ['straight', 'Ana Berg said, "We will rebuild the pier."', 'We will rebuild the pier.'],
    ['low', 'Ana Berg said, „We will rebuild the pier“.', 'We will rebuild the pier'],
    ['angle', 'Ana Berg said, «We will rebuild the pier».', 'We will rebuild the pier'],
    ['doubled single', "Ana Berg said, ''We will rebuild the pier.''", 'We will rebuild the pier.'],
    ['single', 'Ana Berg said: ‘We don’t need the workers’ pier.’', 'We don’t need the workers’ pier.'],
    ['mixed', 'Ana Berg said, “We will rebuild the pier."', 'We will rebuild the pier.'],
    [
      'nested',
      'Ana Berg said, “They told us ‘never again’ and left.”',
      'They told us ‘never again’ and left.',
    ],
    ['unclosed', 'Ana Berg said, “We will rebuild the pier.', 'We will rebuild the pier.'],
    [
      'unclosed before its speaker',
      '“We will rebuild the pier, said Ana Berg of the port.',
      'We will rebuild the pier,',
    ],
    [
      'single, letters dropped',
      "'We're mendin' the boats' nets and nothin' else,' said Ana Berg.",
      "We're mendin' the boats' nets and nothin' else,",
    ],
    ['single, elision within', 'Ana Berg said, ‘The pier is ’ere to stay.’', 'The pier is ’ere to stay.'],
    ['feet and inches within', `Ana Berg said, "A 6' 2" man came."`, `A 6' 2" man came.`],
    ['with an unquoted inch mark', 'Ana Berg held a 40" screen and said, "We pay."', 'We pay.'],
  ])('%s', (_, text, words) => expect(told(text)).toEqual([`Ana Berg: ${words}`]));

  it.each(['“”', '‘’', '""', "''"])(
    'reads a quotation in %s that goes on in the next paragraph',
    ([open, close]) => {
      expect(told(`Ana Berg said: ${open}The pier is old.\n\n${open}It has to go.${close}`)).toEqual([
        'Ana Berg: The pier is old.',
        'Ana Berg: It has to go.',
      ]);
    },
  );
});

describe('speakers', () => {
  it.each([
    ['after it', '“The pier is too old,” Ana Berg said.', 'Ana Berg'],
    ['after it, verb first', '“The pier is too old,” said Ana Berg, an engineer.', 'Ana Berg'],
    ['before it', 'On Monday, Ana Berg told reporters that the pier was “too old to save.”', 'Ana Berg'],
    ['behind an aside', 'Ana Berg, 52, an engineer from Malmo, said: “The pier is too old.”', 'Ana Berg'],
    ['behind a relative clause', 'Ana Berg, who built the pier, called it “too old to save.”', 'Ana Berg'],
    ['of a second verb', 'Ana Berg shook her head and said, “The pier is too old.”', 'Ana Berg'],
    ['of a form in -ing', 'Ana Berg praised the crew, saying they were “better than any other.”', 'Ana Berg'],
    ['by title', 'Ana Berg spoke. “The pier is too old,” Ms. Berg said.', 'Ana Berg'],
    ['by pronoun', 'Ana Berg came on Friday. “The pier is too old,” she said.', 'Ana Berg'],
    ['in lower case', 'Ana Berg came. Later, berg has said, “The pier is too old.”', 'Ana Berg'],
    ['by description', '“The pier is too old,” said a spokesman for the port.', 'a spokesman for the port'],
    ['according to', 'The pier is “too old to save,” according to Ana Berg.', 'Ana Berg'],
    ['in the words of', 'In the words of Ana Berg, “The pier is too old to save.”', 'Ana Berg'],
    ['behind a dash', '“The pier is too old.” — Ana Berg', 'Ana Berg'],
    ['behind a dash on the next line', '“The pier is too old.”\n\n- Ana Berg', 'Ana Berg'],
    ['in brackets behind it', '“The pier is too old.” (Ana Berg, engineer)', 'Ana Berg'],
    ['in square brackets behind it', '“The pier is too old” [Ana Berg].', 'Ana Berg'],
    ['behind a tilde', '“The pier is too old.” ~ Ana Berg', 'Ana Berg'],
    ['behind a colon', '“The pier is too old”: Ana Berg.', 'Ana Berg'],
    ['on the line below', '“The pier is too old.”\nAna Berg, engineer', 'Ana Berg'],
    ['in a note above', 'A note from Ana Berg:\n\n“The pier is too old.”', 'Ana Berg'],
    ['in a note from an office above', 'A note from the mayor, Ana Berg:\n\n“The pier is old.”', 'Ana Berg'],
    ['in a line above', 'From the desk of Ana Berg, engineer.\n\n“The pier is too old.”', 'Ana Berg'],
    ['as a label above', 'Ana Berg, engineer:\n\n“The pier is too old.”', 'Ana Berg'],
    ['pointed back at', '“The pier is too old.”\n\nThat is how Ana Berg put it.', 'Ana Berg'],
    ['nobody: a heading above', 'PIER AND HARBOUR\n\n“The pier is too old.”', '-'],
    ['of two, one by an initial', '“The pier is too old,” said Ana P. Berg.', 'Ana P. Berg'],
    ['nobody: a credit above', 'Photo: Ana Berg.\n\n“The pier is too old.”', '-'],
    ['nobody: a byline above', 'By Ana Berg\n\n“The pier is too old.”', '-'],
    ['as a view, of a person', 'To Ana Berg, Tom Hale is the “quiet and very patient” one.', 'Ana Berg'],
    ['who hails', 'Ana Berg hailed Tom Hale as “The King of Piers.”', 'Ana Berg'],
    ['before a colon', 'Ana Berg: “The pier is too old.”', 'Ana Berg'],
    ['before a colon, any verb', 'When Tom Hale spoke, Ana Berg fired back: “The pier is old.”', 'Ana Berg'],
    ['with an office', '“The pier is too old,” said harbour master and engineer Ana Berg.', 'Ana Berg'],
    ['behind an office', 'Ana Berg, chair and founder of Pier Watch, said: “The pier is old.”', 'Ana Berg'],
    ['beside a description', 'The head of the port, Ana Berg, called it “too old to save.”', 'Ana Berg'],
    ['by a relative pronoun', 'They asked Ana Berg, who said it was “too old to save.”', 'Ana Berg'],
    ['by office', 'Mayor Ana Berg came on Friday. “The pier is too old,” the mayor said.', 'Ana Berg'],
    ['by a pronoun for a description', 'A waitress came out. “The pier is too old,” she said.', 'A waitress'],
    ['over a clause', 'Ana Berg said that Tom Hale had praised a pier “too old to save.”', 'Ana Berg'],
    ['in the middle', 'The pier, Ana Berg said, is by now “too old to save.”', 'Ana Berg'],
    ['of the sentence before', 'Ana Berg said nobody would pay for it. “The pier is too old.”', 'Ana Berg'],
    ['of the paragraph before', 'Ana Berg told them everything:\n\n“The pier is too old.”', 'Ana Berg'],
    ['by an agent', 'Tom Hale was asked by Ana Berg, “Is the pier too old?”', 'Ana Berg'],
    ['by an unnamed agent', 'Tom Hale was asked, “Is the pier too old?”', '-'],
    ['by a later agent', 'The pier was once called “too old to save” by Ana Berg.', 'Ana Berg'],
    [
      'in a clause with whom',
      'Tom Hale, whom Ana Berg once called “a friend of old piers,” left.',
      'Ana Berg',
    ],
    ['in a cleft sentence', 'It was Ana Berg who called the pier “too old to save.”', 'Ana Berg'],
    ['by how it is put', '“The pier is too old,” is how Ana Berg put it.', 'Ana Berg'],
    ['by view', 'For Ana Berg, the pier is “too old to save.”', 'Ana Berg'],
    ['by an infinitive', 'Ana Berg took to the stage to say the pier was “too old to save.”', 'Ana Berg'],
    ['by quotation', 'Ana Berg was quoted as saying the pier was “too old to save.”', 'Ana Berg'],
    ['behind a place', 'At the port in Oslo, Norway, Ana Berg said it was “too old to save.”', 'Ana Berg'],
    ['behind a state office', 'Secretary of State Ana Berg said it was “too old to save.”', 'Ana Berg'],
    ['with a particle', '“The pier is too old,” said Ana van der Berg.', 'Ana van der Berg'],
    ['with a month for a name', '“The pier is too old,” said Jan Berg.', 'Jan Berg'],
    ['by a quantifier', 'Some said the pier was “too old to save.”', 'Some'],
    ['by a body as it', 'The Port Authority said little. “The pier is too old,” it said.', 'Port Authority'],
    ['of a place', 'They met Ana Berg of Malmo, who said it was “too old to save.”', 'Ana Berg'],
    [
      'with who behind a place',
      'Ana Berg, a guide at Lee Park who calls it “too old to save,” left.',
      'Ana Berg',
    ],
    [
      'who says it of others',
      'Ana Berg said the men who complain about it “should go and look.”',
      'Ana Berg',
    ],
    [
      'behind another clause',
      'Ana Berg praised the deal Tom Hale struck, calling it “a gift to us.”',
      'Ana Berg',
    ],
    ['who is heard', 'We heard Ana Berg leaving the hall, shouting “never again, my friends.”', 'Ana Berg'],
    ['who is shown', 'The film uses footage of Ana Berg saying, “The pier is too old.”', 'Ana Berg'],
    ['who is made to', 'The vote forced Ana Berg, the mayor, to say, “The pier is too old.”', 'Ana Berg'],
    ['with with', 'It grew late, with Ana Berg insisting it was over and adding: “Go home.”', 'Ana Berg'],
    [
      'behind an aside',
      'If it falls — as Tom Hale denies — “who will pay for it?” asked Ana Berg.',
      'Ana Berg',
    ],
    ['by how she puts it', 'The pier is “too old to save,” as Ana Berg, a diver, puts it.', 'Ana Berg'],
    [
      'by what she noted',
      'He says Tom Hale left it so that, as Ana Berg noted, it is “too old to save.”',
      'Ana Berg',
    ],
    ['behind a sum', 'The port now wants $900 for a pier: “Buy a plank today,” Ana Berg writes.', 'Ana Berg'],
    [
      'behind a question',
      '“It is old,” Tom Hale said.\n\n“And whose fault is that?” Ana Berg demanded.',
      'Tom Hale|Ana Berg',
    ],
    ['behind a state', 'The mayor of Salem, Ore., Ana Berg, said it was “too old to save.”', 'Ana Berg'],
    [
      'with a list of offices',
      'Ana Berg, minister for trade, ports and piers, called it “too old to save.”',
      'Ana Berg',
    ],
    [
      'with a list after it',
      'Ana Berg wants to “find the Dane again,” a nod to Lars Lee, the cook.',
      'Ana Berg',
    ],
    ['of a list in a name', 'Ana Berg of Marks and Lowe called it “too old to save.”', 'Ana Berg'],
    [
      'behind a clause',
      'Tom Hale resigned, and Ana Berg, a nurse, said it was “too old to save.”',
      'Ana Berg',
    ],
    ['two at once', 'Ana Berg and Tom Hale said it was “too old to save.”', 'Ana Berg and Tom Hale'],
    ['with an adjunct', 'Ana Berg stood up and in a loud voice said, “The pier is too old.”', 'Ana Berg'],
    ['of a paper', 'A letter written by Tom Hale says “the pier is too old”.', 'A letter'],
    ['herself', 'Ana Berg herself admitted “we have far too few piers” this year.', 'Ana Berg'],
    [
      'who agrees',
      '“It is old,” said Tom Hale. Ana Berg agreed. “It is too old to save.”',
      'Tom Hale|Ana Berg',
    ],
    [
      'in a beat',
      '“It is old,” said Tom Hale.\n\nAna Berg shook her head. “It will hold.”',
      'Tom Hale|Ana Berg',
    ],
    [
      'of a predicate',
      '“It is old,” said Ana Berg. Mayor Tom Hale “never came to see the pier.”',
      'Ana Berg|Ana Berg',
    ],
    [
      'in a clause with though',
      'Though Ana Berg called it “a drop of warm rain,” her men went home.',
      'Ana Berg',
    ],
    [
      'who said it behind',
      'It costs nothing, adds nurse Ana Berg. “You wake up rested,” she says.',
      'Ana Berg',
    ],
    ['in a region', 'After a fire in Salem, Ore., a nurse called it “too old to save.”', 'a nurse'],
    [
      'of her words',
      'Ana Berg came. The town did not forget her warning that it was “too old to save.”',
      'Ana Berg',
    ],
    ['behind what others do', 'Ana Berg, who works for the port said it was “too old to save.”', 'Ana Berg'],
    [
      'of an inserted clause',
      'Tom Hale, a friend of Ana Berg said, “is far too old to save it.”',
      'a friend of Ana Berg',
    ],
    ['of a note', 'He left under a sign that said, “The pier is too old.”', 'a sign'],
    ['of a story', 'Tom Hale said Ana Berg stopped him and, in a whisper, said, “It is old.”', 'Ana Berg'],
    [
      'of a second verb of a clause',
      'As the men sang, Ana Berg stood up and said, “The pier is old.”',
      'Ana Berg',
    ],
    ['of one told', 'Police say Ana Berg told a guard: “The pier is too old.”', 'Ana Berg'],
    ['quoted as saying', 'Police quoted Ana Berg as saying “the pier is too old.”', 'Ana Berg'],
    ['and not another', 'It was Ana Berg, not Tom Hale, who called it “too old to save.”', 'Ana Berg'],
    ['with an office in -ing', '“It is old,” Lee running mate Gov. Ana Berg of Ohio told them.', 'Ana Berg'],
    [
      'behind the field of an office',
      'Minister of Health Gao Qi told us that “the wards are full.”',
      'Gao Qi',
    ],
    [
      'behind the body of an office',
      'Salem Board of Works President Ana Berg said the bid was “a plan to please the port.”',
      'Ana Berg',
    ],
    ['of a place, who', '“It is old,” said Senator Peter King of Ohio, who wants a bridge.', 'Peter King'],
    ['with an unknown given name', '“It is too old,” said actress Qesra Ali Berg.', 'Qesra Ali Berg'],
    ['with a calling', '“It is too old,” said Councillor Ana Berg.', 'Ana Berg'],
    ['with a degree', 'Ana Berg, Ph.D., head of the school, said it was “too old to save.”', 'Ana Berg'],
    [
      'of two fields',
      'Ana Berg, professor of harbour law and geology at the Salem Institute, said: “The pier is too old.”',
      'Ana Berg',
    ],
    [
      'led to say',
      'The fall of the pier led an engineer at the Salem Institute to say, “This was bound to come.”',
      'an engineer at the Salem Institute',
    ],
    [
      'according to, up to a colon',
      'According to Ana Berg, two crews shared it: “We took turns.”',
      'Ana Berg',
    ],
    ['in her words', 'The storm, in Berg’s words, made “a strange end of it.”\n\nAna Berg left.', 'Ana Berg'],
    ['an act', 'It is based on the Harbour Act, which says: “Every boat pays once.”', 'Harbour Act'],
    ['what others call', 'It was what critics called “the worst pier in the land”.', 'critics'],
    ['nobody in a passive', 'The pier has been described as “a triumph of patience over money”.', '-'],
    ['not the accused', 'Ana Berg was held on Monday for “spreading rumours about the old pier”.', '-'],
    ['not the known', 'Ana Berg is known for her “almost endless love of old piers”.', '-'],
    ['not the described', 'Described as “the last of the old keepers”, Ana Berg left.', '-'],
    ['not who became it', 'Ana Berg became a “keeper of the old pier” at nineteen.', '-'],
    ['not a thing told of', 'Acme is a “maker of very small boats” in Salem.', '-'],
    ['not who tore down what is described', 'Berg tore down walls described as “rather worse than it”.', '-'],
    ['nobody in the paragraph before', 'The pier was closed on Friday.\n\n“It is far too old to save.”', '-'],
    ['nobody', '“The pier is too old to save.”', '-'],
    ['nobody in the sentence', 'It was by then “too old for any of us to save.”', '-'],
  ])('%s', (_, text, name) => expect(told(text).map((line) => line.split(':')[0])).toEqual(name.split('|')));

  it('keeps two speakers of one sentence apart', () => {
    expect(told('“It is too old,” Ana Berg said, but Tom Hale said, “It is a treasure.”')).toEqual([
      'Ana Berg: It is too old,',
      'Tom Hale: It is a treasure.',
    ]);
  });

  it('keeps apart what each calls the other', () => {
    const text =
      'Ana Berg called Tom Hale “a liar and a cheat,” while Hale called Berg “a fool and a crook.”';
    expect(told(text)).toEqual(['Ana Berg: a liar and a cheat,', 'Tom Hale: a fool and a crook.']);
  });

  it('goes on with a speaker over sentences and paragraphs', () => {
    const text =
      'Ana Berg met Tom Hale. “It is over,” Berg said. “We lost it. All of it.”\n\n“We will not rebuild it.”';
    expect(told(text).map((line) => line.split(':')[0])).toEqual(['Ana Berg', 'Ana Berg', 'Ana Berg']);
  });

  it('does not go on with a speaker where paragraphs answer each other', () => {
    const text =
      '“Where is it?” said Ana Berg.\n\n“In the boat,” said Jack Lowe.\n\n“Whose boat?” said Ana Berg.\n\n“It is mine.”';
    expect(told(text).map((line) => line.split(':')[0])).toEqual(['Ana Berg', 'Jack Lowe', 'Ana Berg', '-']);
  });

  it('names nobody by a word for a thing', () => {
    const [quotation] = quotesIn('People cried, “Onward, Salem!” The People’s Daily was not there.');
    expect(quotation?.speaker?.named).toBe(false);
  });

  it('knows a husband by whose he is', () => {
    const text = 'Ana Berg and her husband, Tom, came. “It is over now,” her husband said.';
    expect(told(text)).toEqual(['Tom: It is over now,']);
  });

  it('tells he from she', () => {
    const text = 'Ana Berg met Tom Hale in the harbour. “It is far too old,” he said. “It is not,” she said.';
    expect(told(text)).toEqual(['Tom Hale: It is far too old,', 'Ana Berg: It is not,']);
  });
});

describe('a quoted predicate', () => {
  it.each([
    ['Lowe said the people who complain “should go home now.”', 'Lowe'],
    ['Lowe argued that firms that boast “are not the best of all.”', 'Lowe'],
    ['Ana Berg, who said “should we go home now?”, left.', 'Ana Berg'],
  ])('%s', (text, name) => expect(told(text)[0]?.split(':')[0]).toBe(name));
});

describe('what was not said', () => {
  it.each([
    'Ana Berg has never called the pier “too old to save.”',
    'Ana Berg refused to say “the pier is too old.”',
    'Ana Berg denied that she had ever said “we will sell the pier.”',
    'Ana Berg stopped short of calling the pier “too old to save.”',
    'None of the engineers said “we will sell the pier.”',
    'It was not Ana Berg who said “we will sell the pier.”',
  ])('%s', (text) => expect(told(text)).toEqual([]));

  it.each([
    'Ana Berg not only called the pier “too old to save,” she left.',
    'Ana Berg would not say more, but called the pier “too old to save.”',
    'Ana Berg did not hesitate to call the pier “too old to save.”',
    'No doubt Ana Berg called the pier “too old to save.”',
  ])('but %s', (text) => expect(told(text)).toHaveLength(1));
});

/** The speaker of the last quotation, which a pronoun or a last name tells. */
describe('whom he, she and Lowe mean', () => {
  it.each([
    [
      'who said so before',
      'Jane Lowe came.\n\nA fee was asked by Ida Berg, who said it was due.\n\n“It is fair,” she said.',
      'Ida Berg',
    ],
    ['not who is spoken to', 'Ted Lowe met Paul Ma. “It is late,” he told Ma.', 'Ted Lowe'],
    ['not who is spoken of', 'Ted Lowe praised Paul Ma. “Lowe is a friend,” he said.', 'Paul Ma'],
    [
      'somebody described',
      'Ted Lowe left.\n\nA cyclist stopped at the rope. “I wait,” he said.',
      'A cyclist',
    ],
    ['somebody known by a surname', 'Ted Lowe left.\n\nMarek said he lost. “I slept,” he said.', 'Marek'],
    ['an owner', 'Ted Lowe left.\n\nIda Berg’s team lost, but she stayed. “I wait,” she said.', 'Ida Berg'],
    ['one of a pair', 'Ida Berg and her sons came to see Jane Lowe. “I wait,” she said.', 'Ida Berg'],
    ['whose view it is', 'For Paul Ma, Hale was a hero. He said: “Hale taught me to see.”', 'Paul Ma'],
    ['somebody called by name', 'A guard named Paul Ma came. “I wait,” he said.', 'Paul Ma'],
    ['nobody but a place', 'Ted Lowe moved to Ohio. Ohio was cold. “I freeze,” he said.', 'Ted Lowe'],
    [
      'nobody but a firm',
      'Ted Lowe sold Brix, which makes boats. Brix said so. “It hurts,” he said.',
      'Ted Lowe',
    ],
    ['nobody but a heading', 'Bakery burns down\n\nPeople ran out. “I saw it,” she said.', 'she'],
    ['a name that is a country', 'Israel Moreno runs it. “We open in May,” he said.', 'Israel Moreno'],
    ['either sex', 'Jane Lowe came.\n\n“It is late,” said Robin Ma.\n\nShe added: “I wait.”', 'Robin Ma'],
    ['nobody but a woman', '“Who is it?” asked Nora.\n\n“Only me,” he said.', 'he'],
    ['neither of two', 'Ted Lowe and Paul Ma came. “I wait,” he said.', 'he'],
    ['one of two namesakes', 'Jane Lowe and Ted Lowe came. “I wait,” Lowe said.', 'Lowe'],
    ['the man of two namesakes', 'Jane Lowe and Ted Lowe came. “I wait,” Mr. Lowe said.', 'Ted Lowe'],
  ])('%s', (_, text, name) => expect(told(text).at(-1)?.split(':')[0]).toEqual(name));
});

describe('what is no speech', () => {
  it.each([
    'She wrote the novel “The Salt Road” in 1990.',
    'In her new book, “The Salt Road,” Ana Berg said that nobody cared.',
    'They held the so-called “pier” for sale.',
    'The “can do” party met on Friday, and Ana Berg said that she would come.',
    'Ana Berg reads a paper with headlines such as “Rain is good for you.”',
    'Ana Berg has a habit called “slow late reading.”',
    'Ana Berg sent a memo with the subject line “the pier is falling down.”',
    'Ana Berg taught them “si vis pacem,” Latin for “if you want peace.”',
    'The town (literally: “old oak by the pier”) lies low.',
    'The river Ros, meaning “place of the old oaks”, runs by.',
    'On Friday “The Salt Road,” a film by Tom Hale, pleased Ana Berg.',
    'Ana Berg, star of television’s “Piers,” thanked the town.',
    'Ana Berg read “Pier to close for good,” by the Star’s Tom Hale.',
    'Sources\n\n“Pier found in the woods” — City News, 16 August 2008',
    'Type “open the door now” into the box, and press the button “Save it all now” below.',
  ])('%s', (text) => expect(told(text)).toEqual([]));
});

it('takes no heading in single marks for speech where speech bears double ones', () => {
  expect(told('‘Nobody will pay’\n\nAna Berg said, “The pier is too old.”')).toEqual([
    'Ana Berg: The pier is too old.',
  ]);
});

it('takes a heading for speech only where it tells whose', () => {
  const article = parseArticle(
    'x.md',
    '# Pier\n\n## “We will not sell it”\n\nNo.\n\n## Ana Berg: “We will sell it”\n\nIt rained.',
  );
  const quotations = Array.isArray(article) ? [] : quotationsOf(article);
  expect(quotations.map(({ speaker }) => speaker?.name)).toEqual(['Ana Berg']);
});

describe('any text', () => {
  const pieces = [
    '"',
    '“',
    '”',
    "'",
    '’',
    "''",
    '«',
    '»',
    ' ',
    '\n\n',
    '\n',
    'Ma',
    'he',
    'said',
    ',',
    '.',
    'who',
    'and',
    '—',
    '1',
  ];
  const strange = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces)).map((list) => list.join('')),
  );

  it('has valid spans, in order and apart', () => {
    fc.assert(
      fc.property(strange, (raw) => {
        const article = parseArticle('x.md', raw);
        if (Array.isArray(article)) return;
        let from = 0;
        for (const { start, end, speaker, cue } of quotationsOf(article)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(article.text.length);
          for (const mention of [speaker, cue])
            if (mention) expect(mention.text).toBe(article.text.slice(mention.start, mention.end));
          from = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(['"', '“', "' ", '“a” ', 'he said "a b c", ', 'Ma, who said, ', '“Ma said. '])(
    'reads much of %j',
    (piece) => {
      const text = repeated(piece);
      const short = articleOf('x');
      const article = {
        ...short,
        text,
        paragraphs: short.paragraphs.map((one) => ({ ...one, end: text.length })),
      };
      expect(quotationsOf(article).every(({ start, end }) => start < end)).toBe(true);
    },
  );
});
