import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';
import { UserError } from '../src/errors.js';

/** Three base64url parts, as Discord's tokens are; of nobody's. */
const TOKEN = `${'M'.repeat(24)}.${'a'.repeat(6)}.${'b-_'.repeat(10)}`;

const DEFAULTS = {
  token: null,
  guildId: null,
  apiUrl: 'https://discord.com/api',
  corpusDir: 'corpus',
  cacheDir: '.cache',
  modelThreads: null,
  logLevel: 'info',
  healthFile: null,
  reportUrl: null,
  keepsUnanswered: false,
};

function faultOf(env: NodeJS.ProcessEnv): UserError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('no fault');
}

describe('the settings', () => {
  it.each([
    {},
    {
      DISCORD_TOKEN: '',
      DISCORD_GUILD_ID: '',
      DISCORD_API_URL: '',
      CORPUS_DIR: '',
      CACHE_DIR: '',
      LOG_LEVEL: '',
    },
    { DISCORD_TOKEN: '  ', CORPUS_DIR: '\t', LOG_LEVEL: ' ', OTHER: 'x' },
  ])('have defaults, also for what is empty: %j', (env) => {
    expect(readConfig(env)).toEqual(DEFAULTS);
  });

  it('are read, without the white space around them', () => {
    const env = {
      DISCORD_TOKEN: ` ${TOKEN}\n`,
      DISCORD_GUILD_ID: '123456789012345678',
      DISCORD_API_URL: 'http://127.0.0.1:8080/api',
      CORPUS_DIR: 'my texts',
      CACHE_DIR: '/var/cache/x',
      MODEL_THREADS: '2',
      LOG_LEVEL: 'debug',
      HEALTH_FILE: '/tmp/connected',
      REPORT_URL: 'https://example.org/{question}?s={sentence}',
      KEEP_UNANSWERED: 'on',
    };
    expect(readConfig(env)).toEqual({
      token: TOKEN,
      guildId: '123456789012345678',
      apiUrl: 'http://127.0.0.1:8080/api',
      corpusDir: 'my texts',
      cacheDir: '/var/cache/x',
      modelThreads: 2,
      logLevel: 'debug',
      healthFile: '/tmp/connected',
      reportUrl: 'https://example.org/{question}?s={sentence}',
      keepsUnanswered: true,
    });
  });

  it.each([
    ['DISCORD_GUILD_ID', 'my server', /is not a server id.*17 to 20 digits/],
    ['DISCORD_API_URL', 'discord', /is not a web address such as/],
    ['DISCORD_API_URL', 'localhost:8080', /is not a web address such as/],
    ['DISCORD_API_URL', 'ftp://example.org', /is not a web address such as/],
    ['MODEL_THREADS', '0', /is not a whole number from 1 to 64/],
    ['MODEL_THREADS', 'two', /is not a whole number from 1 to 64/],
    ['REPORT_URL', 'example.org/wrong', /is not a web address.*\{question\}.*leave it out/],
    ['REPORT_URL', 'mailto:me@example.org?subject={question}', /is not a web address/],
    ['REPORT_URL', 'https://{question}.example.org', /is not a web address/],
    ['REPORT_URL', 'https://example.org/?q={answer}', /no other places than those two/],
    ['REPORT_URL', `https://example.org/${'a'.repeat(500)}`, /at most 512 characters/],
    ['KEEP_UNANSWERED', 'yes', /is neither on nor off/],
    ['LOG_LEVEL', 'loud', /is none of debug, info, warning, error/],
  ])('%s=%s is named with what to do', (name, value, problem) => {
    const fault = faultOf({ [name]: value });
    expect(fault.message).toMatch(problem);
    expect(fault.message.startsWith(`${name}=${value} is `)).toBe(true);
    expect(fault.exitCode).toBe(2);
  });

  it.each(['hunter2', `Bot ${TOKEN}`, TOKEN.replaceAll('.', ''), `${TOKEN} x`])(
    'a token that is none is never told: %s',
    (token) => {
      const { message, exitCode } = faultOf({ DISCORD_TOKEN: token });
      expect(message).toMatch(/^DISCORD_TOKEN is not a bot token; .*Bot page/);
      expect(message).not.toContain(token);
      expect(exitCode).toBe(2);
    },
  );

  it('each one that is wrong has its line', () => {
    const { message } = faultOf({ DISCORD_TOKEN: 'x', DISCORD_GUILD_ID: 'y', LOG_LEVEL: 'z' });
    expect(message.split('\n')).toHaveLength(3);
  });
});
