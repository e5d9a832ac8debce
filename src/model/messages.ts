/* What passes between the model and its thread. */

/** Vectors of `DIMENSIONS` components in eight bits each; a component is `values × scales[i]`. */
export interface Vectors {
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/** Components of a vector of all-MiniLM-L6-v2. */
export const DIMENSIONS = 384;

/** A question as the networks take it. */
export interface EncodedQuestion {
  readonly pieces: Uint16Array;
  /** Cosine with each vector that it was compared with. */
  readonly cosines: Float32Array;
}

/** A window as the reader and the checker take it. */
export interface WindowInput {
  /** Title and headings: read, not scored. */
  readonly context: Uint16Array;
  readonly parts: readonly WindowPart[];
}

/** A sentence of a window. */
export interface WindowPart {
  readonly pieces: Uint16Array;
  /** Of question and sentence; `null` where the sentence is read, but is no answer (a heading, a question). */
  readonly cosine: number | null;
}

/** What the thread is asked. */
export type Request =
  | { readonly kind: 'encode'; readonly texts: readonly Uint16Array[] }
  | { readonly kind: 'compare'; readonly question: string; readonly vectors: Vectors }
  | { readonly kind: 'read'; readonly question: Uint16Array; readonly windows: readonly WindowInput[] }
  | { readonly kind: 'check'; readonly claim: string; readonly windows: readonly WindowInput[] };

/** For `read`: a score for each part that has a cosine, window by window; for `check` three, see `VERDICTS`. */
export type Result = Vectors | EncodedQuestion | readonly Float32Array[];

/** What the checker gives for each sentence: the logits that it says nothing on the claim, supports it, differs from it. */
export const VERDICTS = 3;
