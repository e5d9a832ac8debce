import type { Article, SentencePlace } from '../corpus/article.js';
import { termsOf } from '../english/terms.js';
import type { Answer, AnswerOptions } from './answer.js';
import { SURE_ELSEWHERE } from './decision.js';
import { beginningOf } from './missing.js';
import type { Demands } from './named-anew.js';

/** What somebody says below an answer, or to the bot without one. */
export interface Said {
  /** As typed. */
  readonly reply: string;
  /** The sentence of the answer above, `null` without one or where it is not known. */
  readonly near: SentencePlace | null;
  readonly demands: Demands | null;
  /** Whether the bot is named in it; else people may be talking to each other. */
  readonly isAddressed: boolean;
}

/** An answer, and in which articles it was looked for: in all for `null`. */
export interface Placed {
  readonly answer: Answer;
  readonly articles: readonly Article[] | null;
}

type Ask = (question: string, options: AnswerOptions) => Promise<Answer>;

/**
 * What the texts say to the whole question of a reply: the text above, where it is sure, for people go on asking about what they
 * have just read; all, where they are sure and the one is not. `null` where the reply is better left alone.
 */
export async function answerBelow(ask: Ask, question: string, said: Said): Promise<Placed | null> {
  const placed = await nearFirst(ask, question, said);
  return said.isAddressed || isDue(placed.answer, said) ? placed : null;
}

async function nearFirst(ask: Ask, question: string, { near, demands }: Said): Promise<Placed> {
  const articles = near && [near.article];
  const there = articles && (await ask(question, { articles, demands }));
  if (there?.outcome === 'says') return { answer: there, articles };
  const anywhere = await ask(question, { demands });
  if (there?.answered && anywhere.outcome !== 'says') return { answer: there, articles };
  return { answer: anywhere, articles: null };
}

/** People chat below an answer: there only a sure one is due. */
function isDue({ outcome, confidence, candidates: [first] }: Answer, { reply, near }: Said): boolean {
  if (outcome !== 'says' || !first || isTalkAbout(reply, near, first)) return false;
  return first.article === near?.article || confidence >= SURE_ELSEWHERE;
}

/** Whether what stands above comes again, and has nothing of what the reply says: `is that a lot?` is talk about it. */
function isTalkAbout(reply: string, near: SentencePlace | null, first: SentencePlace): boolean {
  if (first.article !== near?.article || first.sentence !== near.sentence) return false;
  const there = new Set(termsOf(beginningOf(first.article, first.sentence)));
  const asked = termsOf(reply);
  return asked.length > 0 && !asked.some((term) => there.has(term));
}
