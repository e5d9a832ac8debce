/** Search engines as they come, and Verbatim with and without its reader, behind one interface. */
import { SentenceVectors, UNCACHED } from '../dist/src/search/vectors.js';

/** Each engine takes the articles and their sentences and gives back a search from a question to the first sentences. */
export const ENGINES = {
  async Verbatim({ articles }) {
    const { Answerer } = await import('../dist/src/answer/answerer.js');
    const { openModel } = await import('../dist/src/model/model.js');
    const answerer = await Answerer.create(articles, await openModel(), UNCACHED);
    return async (question) =>
      (await answerer.answer(question)).candidates.map(({ article, start, end }) =>
        article.text.slice(start, end),
      );
  },

  async 'Verbatim without the reader'({ articles }) {
    const { Finder } = await import('../dist/src/search/finder.js');
    const { openModel } = await import('../dist/src/model/model.js');
    const finder = await Finder.create(
      articles,
      await SentenceVectors.open(articles, await openModel(), UNCACHED),
    );
    return async (text) => {
      const { windows } = await finder.find({ text, articles: null, phrase: null }, 8);
      const found = windows.flatMap(({ window: { article }, answers, input }) => {
        const cosines = input.parts.flatMap(({ cosine }) => cosine ?? []);
        return answers.map((sentence, i) => ({
          span: article.sentences[sentence],
          article,
          cosine: cosines[i],
        }));
      });
      return found
        .sort((a, b) => b.cosine - a.cosine)
        .slice(0, 5)
        .map(({ article, span }) => article.text.slice(span.start, span.end));
    };
  },

  async MiniSearch({ sentences }) {
    const { default: MiniSearch } = await import('minisearch');
    const index = new MiniSearch({ fields: ['text'] });
    for (const [id, text] of sentences.entries()) index.add({ id, text });
    return (question) => index.search(question).map(({ id }) => sentences[id]);
  },

  async 'MiniSearch, our stems'({ sentences }) {
    const { default: MiniSearch } = await import('minisearch');
    const { termsOf } = await import('../dist/src/english/terms.js');
    const index = new MiniSearch({ fields: ['text'], tokenize: termsOf, processTerm: (term) => term });
    for (const [id, text] of sentences.entries()) index.add({ id, text });
    return (question) => index.search(question).map(({ id }) => sentences[id]);
  },

  async Orama({ sentences }) {
    const { create, insert, search } = await import('@orama/orama');
    const index = create({ schema: { text: 'string' } });
    for (const text of sentences) insert(index, { text });
    return (question) =>
      search(index, { term: question, limit: 5 }).hits.map(({ document }) => document.text);
  },

  async FlexSearch({ sentences }) {
    const { default: FlexSearch } = await import('flexsearch');
    const index = new FlexSearch.Index({ tokenize: 'strict', encoder: FlexSearch.Charset.LatinBalance });
    for (const [id, text] of sentences.entries()) index.add(id, text);
    return (question) => index.search(question, { limit: 5, suggest: true }).map((id) => sentences[id]);
  },

  async lunr({ sentences }) {
    const { default: lunr } = await import('lunr');
    const index = lunr(function () {
      this.field('text');
      for (const [id, text] of sentences.entries()) this.add({ id, text });
    });
    return (question) =>
      index.search(question.replace(/[^\p{L}\p{N} ]/gu, ' ')).map(({ ref }) => sentences[ref]);
  },
};
