import type { Card, Reply } from '../reply.js';
import { reportAddress } from '../report-address.js';

/** What people press who think an answer wrong. */
const LABEL = 'Wrong?';

/**
 * The reply with a way to report each of its answers: `template` is the address where that is done, `null` for nowhere. What is
 * reported is opened in the browser of whoever presses it; the bot sends nothing there.
 */
export function withReports(reply: Reply, template: string | null, question = reply.question ?? ''): Reply {
  if (template === null || reply.kind !== 'answer' || reply.layout !== 'one-card') return reply;
  const withLink = (card: Card): Card => {
    const sentence = sentenceOf(card);
    const url = sentence === '' ? null : reportAddress(template, { question, sentence });
    return url === null ? card : { ...card, links: [...(card.links ?? []), { label: LABEL, url }] };
  };
  return { ...reply, cards: reply.cards.map(withLink) };
}

/** The words of a card that answer, '' where none do. */
function sentenceOf({ items }: Card): string {
  for (const item of items) {
    if (item.kind === 'quotation' && item.emphasis)
      return item.article.text.slice(item.emphasis.start, item.emphasis.end);
  }
  return '';
}
