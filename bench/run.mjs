// npm run bench                                 Verbatim and search engines, side by side, then the bot by size
// npm run bench -- retrieval                    the first of these alone
// npm run bench -- scale [SIZES] [FOLDER]       the second, at sizes in sentences, such as 42,10000,50000,200000
// npm run bench -- rate [SENTENCES]            many asking at once, beside a bot with one card
// npm run bench -- questions SET…              how well questions are answered
// npm run bench -- followups SET…             how well replies to an answer are understood
// npm run bench -- weights SET…               fits the weights of src/answer/decision.ts
// npm run bench -- gate [--write]              fails when questions are answered worse than bench/accuracy.json says
// npm run bench -- claims SET…                how well claims are checked
// npm run bench -- claim-weights DUMP…        fits the weights of src/claims/decision.ts
// npm run bench -- cards SET…                  how long the cards are on a phone
// npm run bench -- quotes|figures DATA OUT      what the extractors find in texts, for a scorer
const BENCHES = [
  'retrieval',
  'scale',
  'rate',
  'questions',
  'followups',
  'weights',
  'claims',
  'claim-weights',
  'quotes',
  'figures',
  'cards',
  'gate',
];
const [what] = process.argv.splice(2, 1);
if (what !== undefined && !BENCHES.includes(what)) {
  console.error(`There is no bench "${what}"; there are ${BENCHES.join(', ')}.`);
  process.exit(2);
}
for (const name of what === undefined ? ['retrieval', 'scale'] : [what]) await import(`./${name}.mjs`);
