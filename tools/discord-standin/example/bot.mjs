// A bot of the smallest kind. The one line that a stand-in needs is `rest`: where Discord is.
import { Client, Events } from 'discord.js';

const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_URL } });

client.once(Events.ClientReady, ({ application }) =>
  application.commands.set([{ name: 'ping', description: 'Answers' }]),
);
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isButton()) {
    await interaction.update({ content: 'Pressed', components: [] });
    return;
  }
  const again = { type: 2, style: 1, label: 'Again', custom_id: 'again' };
  await interaction.reply({ content: 'Pong', components: [{ type: 1, components: [again] }] });
});
process.once('SIGTERM', () => client.destroy().finally(() => process.exit()));

await client.login(process.env.DISCORD_TOKEN);
