import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';
import { UserError } from './errors.js';
import { reportAddress } from './report-address.js';

const LOG_LEVELS = ['debug', 'info', 'warning', 'error'] as const;

/** What the environment settles; see `.env.example`. */
export interface Config {
  /** `null`: no Discord, the bot opens in the terminal. */
  readonly token: string | null;
  readonly guildId: string | null;
  readonly apiUrl: string;
  readonly corpusDir: string;
  /** Where what is made of the texts is kept between two starts. */
  readonly cacheDir: string;
  /** Processors that the networks use; `null`: as many as there are, within reason. */
  readonly modelThreads: number | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Where wrong answers are reported, with places for question and sentence; `null`: nowhere. See `reportAddress`. */
  readonly reportUrl: string | null;
  /** Whether what was asked and not answered is kept in memory, for those who run the server where it was asked. */
  readonly keepsUnanswered: boolean;
  /** The file that is kept fresh while the bot is connected to Discord; `null`: none. */
  readonly healthFile: string | null;
}

/** A bot token is three base64url parts joined by dots, the first the bot's id (Discord developer docs, Authentication). */
const TOKEN = /^[\w-]{18,}\.[\w-]{6,}\.[\w-]{27,}$/;

const setting = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();

const schema = z.object({
  DISCORD_TOKEN: setting.refine((value) => value === undefined || TOKEN.test(value), {
    message:
      'is not a bot token; copy it anew from the Bot page of the developer portal, without "Bot " before it',
  }),
  DISCORD_GUILD_ID: setting.refine((value) => value === undefined || /^\d{17,20}$/.test(value), {
    message: 'is not a server id; it is a number of 17 to 20 digits (Copy Server ID, in developer mode)',
  }),
  DISCORD_API_URL: setting.refine((value) => value === undefined || isWebAddress(value), {
    message: 'is not a web address such as https://discord.com/api; leave it out to use Discord’s',
  }),
  CORPUS_DIR: setting,
  CACHE_DIR: setting,
  MODEL_THREADS: setting.refine((value) => value === undefined || /^([1-9]|[1-5]\d|6[0-4])$/.test(value), {
    message: 'is not a whole number from 1 to 64; leave it out to use as many processors as there are',
  }),
  LOG_LEVEL: setting.refine((value) => value === undefined || isLogLevel(value), {
    message: `is none of ${LOG_LEVELS.join(', ')}`,
  }),
  REPORT_URL: setting.refine((value) => value === undefined || isReportAddress(value), {
    message:
      'is not a web address of at most 512 characters such as https://example.org/report?q={question}&s={sentence}, with no other places than those two; leave it out for no button',
  }),
  KEEP_UNANSWERED: setting.refine((value) => value === undefined || /^(?:on|off)$/.test(value), {
    message: 'is neither on nor off',
  }),
  HEALTH_FILE: setting,
});

/**
 * Reads the settings from `env`; an empty value counts as missing.
 *
 * @throws UserError (exit code 2) that names each wrong setting and what to do; a token's value is never in it.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw new UserError(parsed.error.issues.map(describe(env)).join('\n'), 2);
  const {
    DISCORD_TOKEN,
    DISCORD_GUILD_ID,
    DISCORD_API_URL,
    CORPUS_DIR,
    CACHE_DIR,
    MODEL_THREADS,
    LOG_LEVEL,
    REPORT_URL,
    KEEP_UNANSWERED,
    HEALTH_FILE,
  } = parsed.data;
  return {
    token: DISCORD_TOKEN ?? null,
    guildId: DISCORD_GUILD_ID ?? null,
    apiUrl: DISCORD_API_URL ?? 'https://discord.com/api',
    corpusDir: CORPUS_DIR ?? 'corpus',
    cacheDir: CACHE_DIR ?? '.cache',
    modelThreads: MODEL_THREADS === undefined ? null : Number(MODEL_THREADS),
    logLevel: LOG_LEVEL !== undefined && isLogLevel(LOG_LEVEL) ? LOG_LEVEL : 'info',
    reportUrl: REPORT_URL ?? null,
    keepsUnanswered: KEEP_UNANSWERED === 'on',
    healthFile: HEALTH_FILE ?? null,
  };
}

/** Adds the settings of a `.env` file in the working folder to the environment, which wins. */
export const loadEnvFile = (): void => {
  loadDotenv({ quiet: true });
};

function describe(env: NodeJS.ProcessEnv): (issue: z.core.$ZodIssue) => string {
  return ({ path, message }) => {
    const name = String(path[0]);
    return name === 'DISCORD_TOKEN' ? `${name} ${message}.` : `${name}=${env[name]} ${message}.`;
  };
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

/** Whether it is an address whatever is filled in, and has no place that nothing fills. */
const isReportAddress = (value: string): boolean =>
  isWebAddress(value) &&
  !/[{}]/.test(value.replace(/\{(?:question|sentence)\}/g, '')) &&
  reportAddress(value, { question: '?', sentence: '?' }) !== null;

function isLogLevel(value: string): value is Config['logLevel'] {
  return (LOG_LEVELS as readonly string[]).includes(value);
}
