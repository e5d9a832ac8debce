import type { Article } from '../corpus/article.js';
import type { Span } from '../text/span.js';

/** How a figure is meant: exactly, about, less than, more than, risen by, fallen by. */
export type Change = '=' | '~' | '<' | '>' | 'up' | 'down';

/**
 * A number as written, with what it counts. The span holds the number with its sign, scale and unit sign
 * (`$170 billion`, `36,446`, `5 %`).
 */
export interface Figure extends Span {
  readonly article: Article;
  /** The number meant, or the two ends of a range. */
  readonly value: number | readonly [number, number];
  /** The measure, else the counted noun, singular (`percentage`, `dollar`, `worker`); '' for a bare number. */
  readonly unit: string;
  readonly change: Change;
  /** What is counted, with its modifiers ("full-time employees"). */
  readonly of: string | null;
  /** Whose, or of what ("Alibaba"). */
  readonly holder: string | null;
  /** Where or among whom ("worldwide", "in the US"). */
  readonly scope: string | null;
  /** When ("as of March 2016"). */
  readonly time: string | null;
  /** Index into `article.sentences`. */
  readonly sentence: number;
}

/** A figure as people say it, in the words of its text where they stand beside the number. */
export interface Wording {
  /** `more than`, `at most`; '' where nothing stands there. */
  readonly before: string;
  /** The number as written, with its sign. */
  readonly number: string;
  /** `employees`, `megabytes`, `or more cars`; '' where the sign says it (`$5`). */
  readonly after: string;
  /** How it is meant, where the words beside the number do not say so. */
  readonly meant: string | null;
}

/** A figure with what is made of its sentence once, to show it and to set it beside others. */
export interface KnownFigure extends Figure {
  readonly wording: Wording;
  /** What another must have too to tell of the same thing; `null` where there is nothing to compare. */
  readonly thing: string | null;
  /** Whose it is, in stems; '' for nobody's. */
  readonly whose: string;
}
