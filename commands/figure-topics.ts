import { countLabel } from '../src/corpus/sources.js';
import type { Topic } from '../src/figures/figure-index.js';
import type { Library } from '../src/library.js';
import { type Card, note, type Reply } from '../src/reply.js';
import { inLine } from '../src/text/direction.js';
import { packQuery } from './query.js';

/** Topics that are listed, those with the most figures: nobody turns more pages, and the suggestions find the others. */
const MAX_TOPICS = 200;

/** What the texts have numbers about, each with how many, to be opened from the list; `null` where there is nothing. */
export async function topicList(library: Library, command: string): Promise<Reply | null> {
  const index = await library.figures();
  const topics = index.topics({ most: MAX_TOPICS + 1 });
  if (topics.length === 0) return null;
  const cardOf = ({ name, count }: Topic): Card => {
    const query = { words: index.wordsIn(name), speakers: null, articles: null, left: 0 };
    const label = name + countLabel(count, 'figure');
    return {
      items: [note(inLine([name, count === 1 ? '1 figure' : `${count} figures`]))],
      choices: {
        placeholder: 'Open a topic',
        ways: [{ label, command, memory: packQuery(library.articles, query) }],
      },
    };
  };
  return {
    kind: 'answer',
    private: false,
    question: null,
    cards: [
      { items: [note('The texts have numbers about:')] },
      ...topics.slice(0, MAX_TOPICS).map(cardOf),
      ...(topics.length > MAX_TOPICS ? [{ items: [note(MORE)] }] : []),
    ],
    layout: 'flow',
    unit: 'page',
    memory: '',
  };
}

const MORE = 'There are more: what you type after about: is completed to them.';
