import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DiscordStandin } from '../../tools/discord-standin/src/index.js';
import { type Connected, connectBot, logged, logOf, startDiscord, stopCleanly } from './verbatim.js';

const commandRequests = ({ discord }: Connected) =>
  discord.requests
    .filter(({ path }) => path.endsWith('/commands'))
    .map(({ method, path }) => `${method} ${path.replace(/\/applications\/\d+/, '')}`);

const FOR_MANAGERS = ['reload', 'texts'];

const requested = (connected: Connected, count: number): Promise<void> =>
  connected.discord.until(() => commandRequests(connected).length >= count, `no ${count} requests`);

describe('GIVEN a Discord that does not know the commands WHEN the bot starts', () => {
  let connected: Connected;
  beforeAll(async () => {
    connected = await connectBot();
    await logged(connected, 'Registered the commands');
  });
  afterAll(() => stopCleanly(connected));

  it('THEN it compares first and writes them once, for everywhere', () => {
    expect(commandRequests(connected).slice(0, 2)).toEqual(['GET /commands', 'PUT /commands']);
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

  it('THEN every command but those for managers may be used in servers, direct messages and elsewhere, by servers and users', () => {
    for (const { name, contexts, integration_types } of connected.discord.commands) {
      const everywhere = { contexts: [0, 1, 2], integration_types: [0, 1] };
      const inServers = { contexts: [0], integration_types: [0] };
      expect({ contexts, integration_types }).toEqual(FOR_MANAGERS.includes(name) ? inServers : everywhere);
    }
  });

  it('THEN only those who manage the server are offered /reload and /texts', () => {
    const offered = connected.discord.commands.map((command) => [
      command.name,
      command.default_member_permissions,
    ]);
    expect(offered.filter(([, permissions]) => permissions !== null)).toEqual(
      FOR_MANAGERS.map((name) => [name, '32']),
    );
  });

  it('THEN a second start finds them up to date and writes nothing', async () => {
    const { discord } = connected;
    await connected.bot.kill();
    const asked = commandRequests(connected).length;
    const bot = discord.startBot();
    await logged({ discord, bot }, 'The commands everywhere are up to date');
    const servers = [discord.guildId, discord.otherGuildId].map((id) => `GET /guilds/${id}/commands`);
    await requested(connected, asked + 3);
    expect(commandRequests(connected).slice(asked)).toEqual(['GET /commands', ...servers]);
  });
});

describe('GIVEN commands that are registered everywhere', () => {
  let discord: DiscordStandin;
  let everywhere: Connected;
  beforeAll(async () => {
    everywhere = await connectBot();
    ({ discord } = everywhere);
    await logged(everywhere, 'Registered the commands everywhere');
    await everywhere.bot.kill();
  });
  afterAll(() => discord.stop());

  it('WHEN a server id is given THEN they move to that server, without what only those for everywhere have', async () => {
    const before = commandRequests(everywhere).length;
    const bot = discord.startBot({ env: { DISCORD_GUILD_ID: discord.guildId } });
    await logged({ discord, bot }, `Registered the commands in server ${discord.guildId}`);
    await logged({ discord, bot }, 'Removed the commands that an earlier start registered everywhere');
    const path = `/guilds/${discord.guildId}/commands`;
    const asked = [`GET ${path}`, `PUT ${path}`, 'GET /commands', 'PUT /commands'];
    expect(commandRequests(everywhere).slice(before, before + 4)).toEqual(asked);
    const sent = discord.requests.findLast((r) => r.method === 'PUT' && r.path.includes('/guilds/'))?.body;
    for (const command of sent as object[]) {
      expect(command).not.toHaveProperty('contexts');
      expect(command).not.toHaveProperty('integration_types');
    }
    expectOnceInMenu(discord);
    await bot.kill();
  });

  it('WHEN it starts there again THEN nothing is written, though Discord gives back `contexts: null`', async () => {
    const before = commandRequests(everywhere).length;
    const bot = discord.startBot({ env: { DISCORD_GUILD_ID: discord.guildId } });
    await logged({ discord, bot }, `The commands in server ${discord.guildId} are up to date`);
    expect(discord.commands[0]?.contexts).toBeNull();
    await requested(everywhere, before + 3);
    expect(
      commandRequests(everywhere)
        .slice(before)
        .filter((line) => line.startsWith('PUT')),
    ).toEqual([]);
    await bot.kill();
  });

  it('WHEN the server id is gone THEN they move back, also where the bot may not see the commands of a server', async () => {
    discord.fault({
      match: new RegExp(`^GET .*/guilds/${discord.otherGuildId}/commands`),
      status: 403,
      code: 50001,
    });
    const bot = discord.startBot();
    await logged({ discord, bot }, 'Registered the commands everywhere');
    const left = `Removed the commands that an earlier start registered in server ${discord.guildId}`;
    await logged({ discord, bot }, left);
    expectOnceInMenu(discord);
    await stopCleanly({ discord, bot });
    expect(logOf(bot).filter((line) => !line.startsWith('info'))).toEqual([]);
  });
});

function expectOnceInMenu({ commands }: DiscordStandin): void {
  const names = commands.map(({ name }) => name);
  expect(names).toContain('ask');
  expect(new Set(names).size).toBe(names.length);
}

describe('GIVEN commands that Discord refuses WHEN the bot starts', () => {
  it('THEN it says so in the log and stays', async () => {
    const discord = await startDiscord();
    discord.fault({ match: /^PUT .*\/commands$/, status: 400 });
    const bot = discord.startBot();
    await logged({ discord, bot }, /^error: The commands could not be registered/);
    expect(bot.ended).toBeUndefined();
    await stopCleanly({ discord, bot });
  });
});
