import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Article } from '../src/corpus/article.js';
import { findArticle, nameOf, provenanceOf, shorten } from '../src/corpus/citation.js';
import type { Library } from '../src/library.js';
import { note, quoted, type Reply } from '../src/reply.js';
import type { Command } from './command.js';
import {
  EVERYWHERE,
  privateOption,
  SLASH_COMMAND,
  sourceChoices,
  sourceOption,
  textOf,
} from './definition.js';

const definition = {
  ...EVERYWHERE,
  type: SLASH_COMMAND,
  name: 'sources',
  description: 'List the texts, or read one in full',
  options: [{ ...sourceOption, description: 'Read this text in full' }, privateOption],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/sources`: the list of the texts, or one of them in full. */
export const sources: Command = {
  definition,
  run(library, options) {
    const source = textOf(options.source);
    const reply = source === '' ? listOf(library) : fullText(library, findArticle(library.articles, source));
    return { ...reply, private: options.private === true };
  },
  reopen(library, memory) {
    if (memory === '') return listOf(library);
    const article = /^[0-9a-z]{1,8}$/.test(memory) ? library.articles[parseInt(memory, 36)] : undefined;
    return article ? fullText(library, article) : null;
  },
  suggest: (library, _option, typed) => sourceChoices(library.articles, typed),
};

function listOf({ articles }: Library): Reply {
  const count = articles.length === 1 ? 'One text:' : `${articles.length} texts:`;
  const lines = articles.map((article) => ({ items: [note(describe(article))] }));
  return pages([{ items: [note(count)] }, ...lines], '');
}

const describe = (article: Article): string =>
  [`${shorten(article.id)}: ${nameOf(article)}`, ...provenanceOf(article), sizeOf(article)].join(' · ');

const sizeOf = ({ words, paragraphs: { length } }: Article): string =>
  `${words} ${words === 1 ? 'word' : 'words'}, ${length} ${length === 1 ? 'paragraph' : 'paragraphs'}`;

function fullText(library: Library, article: Article): Reply {
  const body = { start: article.paragraphs[0]?.start ?? 0, end: article.paragraphs.at(-1)?.end ?? 0 };
  const number = library.articles.indexOf(article).toString(36);
  return pages([{ items: [note(describe(article)), quoted(article, body)] }], number);
}

const pages = (cards: Reply['cards'], memory: string): Reply => ({
  kind: 'answer',
  private: false,
  question: null,
  cards,
  layout: 'flow',
  unit: 'page',
  memory,
});
