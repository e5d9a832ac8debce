import { configure, getAnsiColorFormatter, getLogger, type LogRecord } from '@logtape/logtape';
import type { Config } from './config.js';
import { createLineWriter } from './log-lines.js';
import { visible } from './text/visible.js';

/** The bot's log: one line an event on stderr, each a plain sentence with its fields. */
export const log = getLogger('verbatim');

/** Interaction tokens stand in the addresses that Discord's errors quote. */
const INTERACTION_TOKEN = /((?:interactions|webhooks)\/\d+\/)[^/?\s"]+/g;

/**
 * Starts the log: readable lines on a terminal, JSON Lines elsewhere. No token is ever in it, neither the bot's
 * nor an interaction's.
 */
export async function startLog({ logLevel, token }: Pick<Config, 'logLevel' | 'token'>): Promise<void> {
  const format = process.stderr.isTTY
    ? getAnsiColorFormatter({ value: (value) => visible(String(value)) })
    : jsonLine;
  const redact = (line: string) => {
    const withoutToken = token === null ? line : line.replaceAll(token, '[token]');
    return withoutToken.replace(INTERACTION_TOKEN, '$1[token]');
  };
  const write = createLineWriter((lost) => format(noteOf(lost)));
  await configure({
    sinks: { stderr: (record: LogRecord) => write(redact(format(record))) },
    loggers: [
      { category: 'verbatim', lowestLevel: logLevel, sinks: ['stderr'] },
      { category: ['logtape', 'meta'], lowestLevel: 'error', sinks: ['stderr'] },
    ],
  });
}

/** That lines are missing. */
const noteOf = (lost: number): LogRecord => ({
  category: log.category,
  level: 'warning',
  message: ['Lines of the log that could not be written here: ', lost, ''],
  rawMessage: 'Lines of the log that could not be written here: {lost}',
  properties: { lost },
  timestamp: Date.now(),
});

/** One event as JSON: when, how grave, the sentence, its fields. */
const jsonLine = ({ timestamp, level, message, properties }: LogRecord): string =>
  `${JSON.stringify({ time: new Date(timestamp).toISOString(), level, message: message.join(''), ...properties })}\n`;
