// npm run bench                                 Verbatim and search engines, side by side
// npm run bench -- questions SET…              how well questions are answered
// npm run bench -- weights SET…               fits the weights of src/answer/decision.ts
// npm run bench -- quotes|figures DATA OUT      what the extractors find in texts, for a scorer
const [what = 'retrieval'] = process.argv.splice(2, 1);
if (!['retrieval', 'questions', 'weights', 'quotes', 'figures'].includes(what)) {
  console.error(`There is no bench "${what}"; there are retrieval, questions, weights, quotes and figures.`);
  process.exit(2);
}
await import(`./${what}.mjs`);
