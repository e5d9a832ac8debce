import { InferenceSession, Tensor } from 'onnxruntime-node';
import { MAX_CLAIM_PIECES } from '../limits.js';
import { CHECKER_FILE, ENCODER_FILE, READER_FILE } from './files.js';
import { DIMENSIONS, type EncodedQuestion, VERDICTS, type Vectors, type WindowInput } from './messages.js';
import { piecesOf } from './tokenizer.js';
import type { Turns } from './turns.js';

/** BERT's marks: the beginning of an input, the end of each of its two parts. */
const CLS = 101;
const SEP = 102;

/** Pieces of a question that the reader takes, as it was trained (train/rows.py). */
const MAX_QUESTION_PIECES = 48;

/** Texts encoded together; more is not faster. */
const ENCODED_TOGETHER = 16;

/** The networks, in the thread that runs them. */
export class Networks {
  readonly #encoder: InferenceSession;
  readonly #reader: InferenceSession;
  readonly #load: (file: string) => Promise<InferenceSession>;
  readonly #turns: Turns;
  #checker: Promise<InferenceSession> | undefined;

  private constructor(
    encoder: InferenceSession,
    reader: InferenceSession,
    load: (file: string) => Promise<InferenceSession>,
    turns: Turns,
  ) {
    this.#encoder = encoder;
    this.#reader = reader;
    this.#load = load;
    this.#turns = turns;
  }

  /** Loads them to run on some threads, in turns. */
  static async load(threads: number, turns: Turns): Promise<Networks> {
    const options: InferenceSession.SessionOptions = {
      executionProviders: ['cpu'],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      // Threads that spin between two questions would take the processor from the bot.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    };
    const load = (file: string) => turns.take(() => InferenceSession.create(file, options));
    return new Networks(await load(ENCODER_FILE), await load(READER_FILE), load, turns);
  }

  /** Vectors of texts, which are given in word pieces. */
  async encode(texts: readonly Uint16Array[]): Promise<Vectors> {
    const vectors: Vectors = {
      values: new Int8Array(texts.length * DIMENSIONS),
      scales: new Float32Array(texts.length),
    };
    const byLength = [...texts.keys()].sort(
      (a, b) => (texts[a] as Uint16Array).length - (texts[b] as Uint16Array).length,
    );
    for (let i = 0; i < byLength.length; i += ENCODED_TOGETHER) {
      const batch = byLength.slice(i, i + ENCODED_TOGETHER);
      const made = await this.#vectorsOf(batch.map((index) => texts[index] as Uint16Array));
      for (const [row, index] of batch.entries()) quantize(made, row, vectors, index);
    }
    return vectors;
  }

  /** A question's pieces, and the cosine of its vector with each of some others. */
  async compare(question: string, { values, scales }: Vectors): Promise<EncodedQuestion> {
    const pieces = piecesOf(question);
    const own = await this.#vectorsOf([pieces]);
    const cosines = new Float32Array(scales.length);
    for (let i = 0; i < scales.length; i++) {
      cosines[i] = dot(values, i * DIMENSIONS, own) * (scales[i] as number);
    }
    return { pieces: pieces.subarray(0, MAX_QUESTION_PIECES), cosines };
  }

  /** The reader's score of each sentence that may answer, window by window: a logit against "none of these" at 0. */
  async read(question: Uint16Array, windows: readonly WindowInput[]): Promise<Float32Array[]> {
    const inputs = windows.map((window) => inputOf(question, window));
    const { feeds, sentences } = feedsOf(inputs, question.length);
    const cosine = new Float32Array(windows.length * sentences);
    for (const [row, { cosines }] of inputs.entries()) cosine.set(cosines, row * sentences);
    const shape = [windows.length, sentences];
    const { scores } = await this.#turns.take(() =>
      this.#reader.run({ ...feeds, cosine: new Tensor('float32', cosine, shape) }),
    );
    return rowsOf(scores, inputs, sentences);
  }

  /** The checker's `VERDICTS` of each sentence on a claim, window by window. */
  async check(claim: string, windows: readonly WindowInput[]): Promise<Float32Array[]> {
    this.#checker ??= this.#load(CHECKER_FILE);
    const checker = await this.#checker;
    const pieces = piecesOf(claim).subarray(0, MAX_CLAIM_PIECES);
    const inputs = windows.map((window) => inputOf(pieces, window));
    const { feeds, sentences } = feedsOf(inputs, pieces.length);
    const { verdicts } = await this.#turns.take(() => checker.run(feeds));
    return rowsOf(verdicts, inputs, sentences, VERDICTS);
  }

  async #vectorsOf(texts: readonly Uint16Array[]): Promise<Float32Array> {
    const tokens = Math.max(...texts.map((text) => text.length)) + 2;
    const ids = new Int32Array(texts.length * tokens);
    const mask = new Int32Array(texts.length * tokens);
    for (const [row, text] of texts.entries()) {
      ids.set([CLS, ...text, SEP], row * tokens);
      mask.fill(1, row * tokens, row * tokens + text.length + 2);
    }
    const shape = [texts.length, tokens];
    const { vector } = await this.#turns.take(() =>
      this.#encoder.run({
        ids: new Tensor('int32', ids, shape),
        mask: new Tensor('int32', mask, shape),
      }),
    );
    return vector?.data as Float32Array;
  }
}

interface ReaderInput {
  readonly ids: readonly number[];
  /** Where the pieces of each sentence that may answer stand in it, and its cosine. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
  readonly cosines: readonly number[];
}

function inputOf(question: Uint16Array, { context, parts }: WindowInput): ReaderInput {
  const ids = [CLS, ...question, SEP, ...context];
  const places = [];
  const cosines = [];
  for (const { pieces, cosine } of parts) {
    if (cosine !== null) {
      places.push({ start: ids.length, end: ids.length + pieces.length });
      cosines.push(cosine);
    }
    ids.push(...pieces);
  }
  return { ids: [...ids, SEP], places, cosines };
}

/** Some inputs as what reader and checker both take; `first` is how many pieces stand before the window's. */
function feedsOf(inputs: readonly ReaderInput[], first: number) {
  const tokens = Math.max(...inputs.map(({ ids }) => ids.length));
  const sentences = Math.max(1, ...inputs.map(({ places }) => places.length));
  const [ids, types, mask] = [0, 1, 2].map(() => new Int32Array(inputs.length * tokens)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const member = new Float32Array(inputs.length * sentences * tokens);
  for (const [row, input] of inputs.entries()) {
    ids.set(input.ids, row * tokens);
    types.fill(1, row * tokens + first + 2, row * tokens + input.ids.length);
    mask.fill(1, row * tokens, row * tokens + input.ids.length);
    for (const [sentence, { start, end }] of input.places.entries()) {
      const from = (row * sentences + sentence) * tokens;
      member.fill(1, from + start, from + end);
    }
  }
  const shape = [inputs.length, tokens];
  const feeds = {
    ids: new Tensor('int32', ids, shape),
    types: new Tensor('int32', types, shape),
    mask: new Tensor('int32', mask, shape),
    member: new Tensor('float32', member, [inputs.length, sentences, tokens]),
  };
  return { feeds, sentences };
}

/** What came out for the sentences of each input, `each` values a sentence. */
function rowsOf(
  tensor: Tensor | undefined,
  inputs: readonly ReaderInput[],
  sentences: number,
  each = 1,
): Float32Array[] {
  const data = tensor?.data as Float32Array;
  return inputs.map(({ places }, row) =>
    data.slice(row * sentences * each, (row * sentences + places.length) * each),
  );
}

/**
 * Of a vector and the one that begins at `first` in `values`. Four sums go on side by side, which takes two thirds of the time
 * of one.
 */
function dot(values: Int8Array, first: number, vector: Float32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let j = 0; j < DIMENSIONS; j += 4) {
    const at = first + j;
    a += (values[at] as number) * (vector[j] as number);
    b += (values[at + 1] as number) * (vector[j + 1] as number);
    c += (values[at + 2] as number) * (vector[j + 2] as number);
    d += (values[at + 3] as number) * (vector[j + 3] as number);
  }
  return a + b + c + d;
}

/** Puts row `row` of some vectors into eight bits a component, as number `index` of `into`. */
function quantize(from: Float32Array, row: number, into: Vectors, index: number): void {
  const vector = from.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
  const scale = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
  into.scales[index] = scale;
  into.values.set(
    vector.map((value) => Math.round(value / scale)),
    index * DIMENSIONS,
  );
}
