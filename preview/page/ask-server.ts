/** What the page asks its server for. */

import type { Action, CorpusView, Explanation, News, TextView, Typing } from '../protocol.js';

async function answerOf<T>(request: Promise<Response>): Promise<T> {
  const response = await request.catch(() => {
    throw new Error('The preview does not answer; is it still running?');
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

const post = <T>(path: string, body: object): Promise<T> =>
  answerOf(
    fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

/** Does something in the channel; settles when the bot has answered. */
export const act = (action: Action): Promise<void> => post('act', action);

export const suggest = (typing: Typing): Promise<{ name: string; value: string | number }[]> =>
  post('suggest', typing);

export const corpus = (): Promise<CorpusView> => answerOf(fetch('corpus'));

export const text = (id: string): Promise<TextView> => answerOf(fetch(`text?${new URLSearchParams({ id })}`));

export const explain = (question: string): Promise<Explanation> => post('explain', { question });

/** Listens to what happens in the channel, as somebody sees it; `onState` is told whether there is a connection. */
export function listen(
  user: string,
  onNews: (news: News) => void,
  onState: (isOpen: boolean) => void,
): EventSource {
  const source = new EventSource(`news?${new URLSearchParams({ user })}`);
  source.addEventListener('open', () => onState(true));
  source.addEventListener('error', () => onState(false));
  source.addEventListener('message', ({ data }) => onNews(JSON.parse(data)));
  return source;
}
