import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiscordStandin } from './standin.js';
import { type Connected, connectBot, logged, logOf, stopCleanly } from './verbatim.js';

const commandRequests = ({ discord }: Connected) =>
  discord.requests
    .filter(({ path }) => path.endsWith('/commands'))
    .map(({ method, path }) => `${method} ${path.replace(/\/applications\/\d+/, '')}`);

describe('GIVEN a Discord that does not know the commands WHEN the bot starts', () => {
  let connected: Connected;
  beforeAll(async () => {
    connected = await connectBot();
    await logged(connected, 'Registered the commands');
  });
  afterAll(() => stopCleanly(connected));

  it('THEN it compares first and writes them once, for everywhere', () => {
    expect(commandRequests(connected)).toEqual(['GET /commands', 'PUT /commands']);
    const names = connected.discord.commands.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['ask', 'sources', 'help', 'Find sources']));
    expect(logOf(connected.bot)).toContain('info: Registered the commands everywhere');
  });

  it('THEN it identifies once, with the intents for servers, their messages and direct messages', () => {
    expect(connected.discord.gateway.identifies.map(({ intents }) => intents)).toEqual([1 | 512 | 4096]);
  });

  it('THEN it logs the link to invite it with the least permissions', () => {
    const line = logOf(connected.bot).find((sentence) => sentence.startsWith('info: Invite')) ?? '';
    const link = new URL(/https:\S+/.exec(line)?.[0] ?? '');
    const viewChannel = 1n << 10n;
    const sendMessages = 1n << 11n;
    const readHistory = 1n << 16n;
    const sendInThreads = 1n << 38n;
    expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize');
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: connected.discord.applicationId,
      scope: 'bot applications.commands',
      permissions: String(viewChannel | sendMessages | readHistory | sendInThreads),
    });
  });

  it('THEN every command but /reload may be used in servers, direct messages and elsewhere, by servers and users', () => {
    for (const { name, contexts, integration_types } of connected.discord.commands) {
      const everywhere = { contexts: [0, 1, 2], integration_types: [0, 1] };
      const inServers = { contexts: [0], integration_types: [0] };
      expect({ contexts, integration_types }).toEqual(name === 'reload' ? inServers : everywhere);
    }
  });

  it('THEN only those who manage the server are offered /reload', () => {
    const offered = connected.discord.commands.map((command) => [
      command.name,
      command.default_member_permissions,
    ]);
    expect(offered.filter(([, permissions]) => permissions !== null)).toEqual([['reload', '32']]);
  });

  it('THEN a second start finds them up to date and writes nothing', async () => {
    const { discord } = connected;
    await connected.bot.kill();
    const asked = commandRequests(connected).length;
    const bot = discord.startBot();
    await logged({ discord, bot }, 'The commands everywhere are up to date');
    expect(commandRequests(connected).slice(asked)).toEqual(['GET /commands']);
  });
});

describe('GIVEN a server id WHEN the bot starts', () => {
  it('THEN the commands are written to that server alone, and not again on the next start', async () => {
    const connected = await connectBot();
    const { discord } = connected;
    await connected.bot.kill();
    const asked = commandRequests(connected).length;
    const env = { DISCORD_GUILD_ID: discord.guildId };
    const first = discord.startBot({ env });
    await logged({ discord, bot: first }, `Registered the commands in server ${discord.guildId}`);
    await first.kill();
    const second = discord.startBot({ env });
    await logged({ discord, bot: second }, `The commands in server ${discord.guildId} are up to date`);
    const path = `/guilds/${discord.guildId}/commands`;
    expect(commandRequests(connected).slice(asked)).toEqual([`GET ${path}`, `PUT ${path}`, `GET ${path}`]);
    await stopCleanly({ discord, bot: second });
  });
});

describe('GIVEN commands that Discord refuses WHEN the bot starts', () => {
  it('THEN it says so in the log and stays', async () => {
    const discord = await DiscordStandin.start();
    discord.fault({ match: /^PUT .*\/commands$/, status: 400 });
    const bot = discord.startBot();
    await logged({ discord, bot }, /^error: The commands could not be registered/);
    expect(bot.ended).toBeUndefined();
    await stopCleanly({ discord, bot });
  });
});
