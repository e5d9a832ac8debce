import { readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';
import { MAX_READ_CHARACTERS } from '../limits.js';
import { TOKENIZER_FILE } from './files.js';

/** Pieces of a text that its vector is made of: all-MiniLM-L6-v2 was trained on 256 with the marks at its ends. */
const MAX_ENCODED_PIECES = 254;

let tokenizer: Tokenizer | undefined;

/** The word pieces of a text as the networks take them, without the marks at the ends of an input. */
export function piecesOf(text: string): Uint16Array {
  tokenizer ??= new Tokenizer(JSON.parse(readFileSync(TOKENIZER_FILE, 'utf8')), {});
  const { ids } = tokenizer.encode(text.slice(0, MAX_READ_CHARACTERS), { add_special_tokens: false });
  return Uint16Array.from(ids.slice(0, MAX_ENCODED_PIECES));
}
