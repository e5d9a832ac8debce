/**
 * News-like articles of our own making, as many sentences as wanted: front matter, headings, people who are quoted, figures,
 * dates. Each article has an organisation, places, people and subjects of its own that come again and again; frequent words are
 * frequent everywhere, and rare ones follow Zipf's law, so that an index by words has postings as of real news. Article `i` is
 * the same in a corpus of any size: what is found in a small one can be looked for in a large one.
 */

import { readFileSync } from 'node:fs';
import * as words from './news-words.mjs';
import { randomFrom } from './random.mjs';

/** Sentences of an article, on average and by how many more or fewer. */
const USUAL_LENGTH = 37;
const SPREAD = 9;

/** A sentence that a question is asked about comes this often, until there are no more; quotations come by these shares. */
const FACT_EVERY = 5;
const INTRODUCED = 0.16;
const FOLLOWED_UP = 0.12;

/** Of the other sentences, the share that goes on after what its pattern says. */
const GOES_ON = 0.6;

/** Of the words of the tail, the share that an article has from a few of its own. */
const OWN_TAIL = 0.5;
const OWN_TAIL_WORDS = 6;

const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const SMALL = 'two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Nouns and verbs that only some articles have, the frequent ones first: WordNet's, in an order of no meaning. */
const WORDNET = readFileSync('data/english/words.txt', 'utf8').split('\n');
const TAIL = shuffled(randomFrom(1), WORDNET[5].split(' '));
const RARE_VERBS = shuffled(randomFrom(2), WORDNET[1].split(' '));
const [MEN, WOMEN] = readFileSync('data/english/given-names.txt', 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split(' ').map(capital));

/**
 * Articles of `count` sentences together, one after another.
 *
 * @yields `{ file, content, sentences, people, things, asked }`; `asked`: questions with words of the sentence that answers
 */
export function* newsOf(count) {
  for (let made = 0, i = 0; made < count; i++) {
    const article = articleOf(i, count - made);
    made += article.sentences.length;
    yield article;
  }
}

/** A question like those of `newsOf`, about an organisation that is in no article. */
export function unanswerable(i) {
  const fill = filler(randomFrom(-1 - i), i, words.ABSENT[i % words.ABSENT.length]);
  return fill(words.FACTS[i % words.FACTS.length][1], new Map());
}

function articleOf(i, most) {
  const random = randomFrom(1000 + i);
  const fill = filler(random, i);
  const length = Math.min(most, USUAL_LENGTH - SPREAD + Math.floor(random() * (2 * SPREAD + 1)));
  const facts = shuffled(random, words.FACTS);
  const asked = [];
  const nextSentence = (number) => {
    const fact = number % FACT_EVERY === 0 && facts.pop();
    if (!fact) return fill(kindOfSentence(random));
    const bound = new Map();
    const [sentence, question, answer] = fact.map((template) => fill(template, bound));
    asked.push({ question, answer });
    return sentence;
  };
  const sentences = Array.from({ length }, (_, number) => nextSentence(number));
  return {
    file: `news-${String(i).padStart(5, '0')}.md`,
    content: pageOf(random, fill, sentences),
    sentences,
    asked,
  };
}

function kindOfSentence(random) {
  const kind = random();
  if (kind < INTRODUCED) return pick(random, words.INTRODUCTIONS);
  if (kind < INTRODUCED + FOLLOWED_UP) return pick(random, words.FOLLOW_UPS);
  const statement = pick(random, words.STATEMENTS);
  return random() < GOES_ON ? statement.replace(/\.$/, pick(random, words.ENDINGS)) : statement;
}

/** Front matter, then paragraphs of one to four sentences, a heading over every sixth. */
function pageOf(random, fill, sentences) {
  const blocks = [];
  for (let from = 0, size; from < sentences.length; from += size) {
    size = 1 + Math.floor(random() * 4);
    if (blocks.length % 7 === 6) blocks.push(`## ${fill(pick(random, words.HEADINGS))}`);
    blocks.push(sentences.slice(from, from + size).join(' '));
  }
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const matter = [
    `title: "${fill(pick(random, words.TITLES))}"`,
    `publisher: ${fill('The {place} {paper}')}`,
    `date: 20${fill('{twoDigits}')}-${month}-${fill('{twoDigits}')}`,
  ];
  return `---\n${matter.join('\n')}\n---\n\n${blocks.join('\n\n')}\n`;
}

/**
 * What fills the slots of a template with what the `i`-th article is about. A slot is filled anew each time, but for those in
 * `bound`, which keep what they were filled with. A capital in a slot's name asks for one in what fills it.
 */
function filler(random, i, place = words.PLACES[i % words.PLACES.length]) {
  const slots = slotsOf(random, i, place);
  return (template, bound = null) => {
    const slot = (name) => {
      const known = bound?.get(name);
      if (known !== undefined) return known;
      const value = slots[name](slot);
      bound?.set(name, value);
      return value;
    };
    const fillIn = (text) =>
      text.replace(/\{(\w)(\w*)\}/g, (_, first, rest) => {
        const value = fillIn(slot(first.toLowerCase() + rest));
        return first === first.toLowerCase() ? value : capital(value);
      });
    return fillIn(template);
  };
}

function slotsOf(random, i, place) {
  // Another kind of organisation for each round through the places, so that no two articles have the same.
  const number = i + Math.floor(i / words.PLACES.length);
  const area = words.AREAS[number % words.AREAS.length];
  const kind = area.kinds[Math.floor(number / words.AREAS.length) % area.kinds.length];
  const usual = Object.fromEntries(
    Object.entries(area).map(([name, list]) => [name, shuffled(random, list)]),
  );
  const towns = shuffled(random, words.PLACES)
    .filter((town) => town !== place)
    .slice(0, 3);
  const tail = Array.from({ length: OWN_TAIL_WORDS }, () => pick(random, TAIL));
  const people = peopleOf(random);
  let [person] = people;
  const tailWord = () => (random() < OWN_TAIL ? pick(random, tail) : byZipf(random, TAIL));
  const stranger = () =>
    `${pick(random, random() < 0.5 ? MEN : WOMEN)} ${pick(random, words.SURNAME_STARTS)}${pick(random, words.SURNAME_ENDS)}`;
  const from = (list) => () => byZipf(random, list);
  const any = (list) => () => pick(random, list);
  return {
    place: () => place,
    org: () => `${place} ${kind}`,
    town: from(towns),
    things: from(usual.things),
    things2: from(usual.things),
    topic: from(usual.topics),
    adjective: from(usual.adjectives),
    verb: from(usual.verbs),
    past: (slot) => pastOf(slot('verb')),
    tail: tailWord,
    tail2: tailWord,
    rare: from(RARE_VERBS),
    stranger,
    stranger2: stranger,
    person: () => {
      person = byZipf(random, people);
      return person.name;
    },
    last: () => person.last,
    he: () => person.he,
    role: () => person.role,
    speech: any(words.SPEECH),
    paper: any(words.PAPERS),
    month: any(words.MONTHS),
    weekday: any(WEEKDAYS),
    day: () => String(1 + Math.floor(random() * 28)),
    twoDigits: () => String(10 + Math.floor(random() * 14)),
    year: () => String(2024 - Math.floor(60 * random() ** 2)),
    small: any(SMALL),
    number: () => Math.round(10 ** (1.2 + 3.8 * random())).toLocaleString('en'),
    percent: () => (random() < 0.3 ? (1 + 90 * random()).toFixed(1) : String(2 + Math.floor(90 * random()))),
    money: () => `$${(1 + 99 * random() ** 2).toFixed(1)} ${random() < 0.8 ? 'million' : 'billion'}`,
  };
}

/** Four people, each with a role of their own. */
function peopleOf(random) {
  const roles = shuffled(random, words.ROLES);
  return roles.slice(0, 4).map((role) => {
    const [he, given] = random() < 0.5 ? ['he', MEN] : ['she', WOMEN];
    const last = pick(random, words.SURNAMES);
    return { name: `${byZipf(random, given)} ${last}`, last, he, role };
  });
}

const pastOf = (verb) => words.PASTS[verb] ?? (verb.endsWith('e') ? `${verb}d` : `${verb}ed`);

function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}

/** The `n`-th of a list is as frequent as the first divided by `n`. */
function byZipf(random, list) {
  return list[Math.floor((list.length + 1) ** random()) - 1];
}

function shuffled(random, list) {
  return list
    .map((item) => [random(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
