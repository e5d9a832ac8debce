/** The least that a bot with discord.js can do: one card, always the same, with a page to turn. What it takes is Discord's side. */
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  allowedMentions: { parse: [] },
  rest: { api: process.env.DISCORD_API_URL, globalRequestsPerSecond: Number.POSITIVE_INFINITY },
});
const option = { type: 3, name: 'question', description: 'What do you want to know?', required: true };
const text = {
  type: 10,
  content: '> The same sentence every time, as long as one that answers.\n-# [1] A title, a paper',
};
const button = { type: 2, style: 2, label: 'Next page', custom_id: 'page:1' };
const card = {
  flags: MessageFlags.IsComponentsV2,
  components: [{ type: 17, components: [text, { type: 1, components: [button] }] }],
};
client.on(Events.InteractionCreate, (i) => (i.isButton() ? i.update(card) : i.reply(card)));
client.once(Events.ClientReady, ({ application }) =>
  application.commands.set([{ name: 'ask', description: 'Get a sentence', options: [option] }]),
);
process.once('SIGTERM', () => process.exit());
await client.login(process.env.DISCORD_TOKEN);
