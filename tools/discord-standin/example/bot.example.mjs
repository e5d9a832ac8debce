import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DiscordStandin } from 'discord-standin';

let discord;

before(async () => {
  discord = await DiscordStandin.start({ bot: { script: 'example/bot.mjs' } });
  discord.startBot();
  await discord.ready();
});
after(() => discord.stop());

test('/ping answers, and its button changes the answer', async () => {
  const reply = await discord.slash('ping');
  assert.equal(reply.text, 'Pong');
  await discord.click(reply, 'Again', { user: 'bob' });
  assert.equal(reply.text, 'Pressed');
  assert.deepEqual(discord.violations, []);
});

test('an answer that is lost on its way is missed', async () => {
  discord.fault({ match: /^POST .*\/callback$/, drop: true });
  await assert.rejects(discord.slash('ping', {}, { timeoutMs: 300 }), /no answer/);
});
