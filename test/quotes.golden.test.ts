import { expect, it } from 'vitest';
import { readCorpus } from '../src/corpus/read.js';
import { createQuoteIndex } from '../src/quotes/quote-index.js';

const { articles } = await readCorpus('corpus');
const index = await createQuoteIndex(articles);

const rows = index.find().map(({ article, start, end, speaker, cue }) => {
  const words = article.text.slice(start, end).split(' ');
  return [
    article.id,
    speaker?.name,
    speaker?.text,
    cue?.text,
    `${words.slice(0, 2).join(' ')} … ${words.at(-1)}`,
  ];
});

it('finds the nine quotations of the shipped corpus and who speaks', () => {
  expect(rows).toEqual([
    ['one-million-jobs', 'Jack Ma', 'Ma', 'said', 'We specifically … Asia'],
    ['one-million-jobs', 'Donald Trump', 'He', 'said', 'We had … things'],
    ['one-million-jobs', 'Jack Ma', 'Jack Ma', 'saying', 'smart and … open-minded'],
    ['us-jobs-program', 'Donald Trump', 'Trump', 'Commenting', 'great meeting, … meeting,'],
    ['us-jobs-program', 'Donald Trump', 'Trump', 'said', 'a great … world.'],
    ['us-jobs-program', 'Donald Trump', 'Trump', 'say', 'He loves … things.'],
    ['us-jobs-program', 'Jack Ma', 'Ma', 'said', 'We also … friendly,'],
    ['us-jobs-program', 'Jack Ma', 'Ma', 'said', 'The door … listen.'],
    ['us-jobs-program', 'Jack Ma', 'ma', 'said', 'We want … exports.'],
  ]);
});
