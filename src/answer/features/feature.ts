import type { View } from '../view.js';

/** A number that tells how well a sentence fits a question, or what kind of question it is. */
export type Feature = (view: View) => number;
