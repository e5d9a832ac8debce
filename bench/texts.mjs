/**
 * Made-up articles in the statistics of real text: words by Zipf's law, every article with words of its own that
 * come again and again, paragraphs of four or five sentences. They are what real texts stand among when speed is measured.
 */
import { randomFrom } from './random.mjs';

const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bran clen drim frost glun'.split(' ');
const FUNCTION_WORDS = 'the of and in to a was for on that with by as from at is it were an his'.split(' ');

function wordOf(number) {
  let word = '';
  for (let n = number + SYLLABLES.length; n > 0; n = Math.floor(n / SYLLABLES.length))
    word += SYLLABLES[n % SYLLABLES.length];
  return word;
}

/** A rank by Zipf's law among `size` words. */
const zipf = (random, size) => Math.floor(size ** random()) - 1;

function sentenceOf(random, topic, vocabulary) {
  const length = 8 + Math.floor(random() * 28);
  const words = Array.from({ length }, () => {
    const kind = random();
    if (kind < 0.45) return FUNCTION_WORDS[zipf(random, FUNCTION_WORDS.length)];
    if (kind < 0.6) return topic[zipf(random, topic.length)];
    if (kind < 0.64) return String(1 + Math.floor(random() * 2000));
    return wordOf(zipf(random, vocabulary));
  });
  const text = words.join(' ');
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

/** `count` sentences in articles of about 240, as `{ file, content }`. */
export function madeUpTexts(count) {
  const random = randomFrom(count);
  const vocabulary = Math.round(40 * Math.sqrt(count * 20));
  const files = [];
  let made = 0;
  while (made < count) {
    const topic = Array.from({ length: 12 }, () => wordOf(Math.floor(random() * vocabulary)));
    const own = Array.from({ length: Math.min(240, count - made) }, () =>
      sentenceOf(random, topic, vocabulary),
    );
    made += own.length;
    const paragraphs = [];
    for (let from = 0; from < own.length; ) {
      const size = 4 + Math.floor(random() * 2);
      paragraphs.push(own.slice(from, from + size).join(' '));
      from += size;
    }
    files.push({ file: `made-up-${files.length}.md`, content: paragraphs.join('\n\n') });
  }
  return files;
}
