import type { Article } from '../corpus/article.js';
import { type Attribute, attributeOf } from './attributes.js';
import { changeOf } from './changes.js';
import { holderOf, scopeOf, timeOf } from './contexts.js';
import type { Figure } from './figure.js';
import { Names } from './names.js';
import { type Quantity, quantitiesOf } from './quantities.js';
import { type Analysis, analyse } from './sentence.js';

/**
 * Every figure of the article in order: numbers in digits and in words with what they count. Dates, years,
 * ordinals and the numbers in names are none. Linear in the length of the text; never throws.
 */
export function figuresOf(article: Article): Figure[] {
  const names = new Names();
  return article.sentences.flatMap((sentence, index) => {
    const analysis = analyse(article.text, sentence.start, sentence.end);
    names.read(analysis);
    return figuresIn(article, index, analysis, names);
  });
}

function figuresIn(article: Article, index: number, analysis: Analysis, names: Names): Figure[] {
  const quantities = quantitiesOf(analysis.tokens, analysis.tags);
  const figures: Figure[] = [];
  let previous: Attribute | null = null;
  for (const [at, quantity] of quantities.entries()) {
    const attribute: Attribute = attributeOf(analysis, quantity, previous);
    if (isBareWord(quantity, attribute)) continue;
    if (quantity.unit === null && attribute.unit !== '') previous = attribute;
    figures.push({
      article,
      sentence: index,
      ...spanOf(analysis, quantity),
      value: quantity.value,
      unit: attribute.unit,
      change: changeOf(analysis.tokens, quantity),
      of: attribute.of,
      holder: names.holder(analysis, holderOf(analysis, quantity, attribute)),
      scope: scopeOf(analysis, quantity, attribute),
      time: timeOf(analysis, quantity, quantities[at + 1]),
    });
  }
  return figures;
}

/** `the two sat down`, `one of the best`: a small number word that counts nothing is a pronoun. */
const isBareWord = (quantity: Quantity, attribute: Attribute): boolean =>
  attribute.unit === '' && quantity.spelled && quantity.scale === 1 && !quantity.fraction;

function spanOf({ tokens }: Analysis, { first, signEnd }: Quantity): { start: number; end: number } {
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[signEnd - 1]?.end ?? start };
}
