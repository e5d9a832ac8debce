import type { Article } from '../corpus/article.js';
import type { Span } from '../text/span.js';

/** Words that stand in a text, with their place. */
export interface Mention extends Span {
  readonly text: string;
}

/** Who speaks: what stands in the text, and the fullest name the article has for that person or body. */
export interface Speaker extends Mention {
  /** `Jack Ma` for "Ma", "he" or "the Alibaba chief"; what stands there when it is no name. */
  readonly name: string;
  /** Whether `name` is the name of a person or body, not a description or a pronoun left as it stands. */
  readonly named: boolean;
  /** Whether that is a body (a firm, a paper), not a person. */
  readonly body: boolean;
  /** What else the article calls them: titles and descriptions, as they stand ("President-elect"). */
  readonly roles: readonly string[];
}

/** Words that a text puts in somebody's mouth. The span lies inside the quote marks. */
export interface Quotation extends Span {
  readonly article: Article;
  /** `null` when the text does not let one tell. */
  readonly speaker: Speaker | null;
  /** The word that reports the speech ("said", "told reporters"), `null` when there is none. */
  readonly cue: Mention | null;
}
