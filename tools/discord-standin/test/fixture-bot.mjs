// A bot of the smallest kind, to prove the stand-in. Some of its commands misbehave on purpose.
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  Client,
  Events,
  GatewayIntentBits,
  MessageFlags,
  Partials,
} from 'discord.js';

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
const client = new Client({
  intents: [Guilds, GuildMessages, DirectMessages],
  partials: [Partials.Channel],
  allowedMentions: { parse: [] },
  rest: { api: process.env.DISCORD_API_URL },
});
const fruits = ['apple', 'apricot', 'banana'];
const fruit = {
  type: ApplicationCommandOptionType.String,
  name: 'fruit',
  description: 'Which one',
  required: true,
};
const slash = (name, ...options) => ({ name, description: `Does ${name}`, options });
const commands = [
  ...[
    'count',
    'later',
    'quietly',
    'twice',
    'silent',
    'wide',
    'loud',
    'more',
    'empty',
    'form',
    'list',
    'guild',
    'elsewhere',
  ].map((name) => slash(name)),
  slash('pick', { ...fruit, autocomplete: true }),
  { type: ApplicationCommandType.Message, name: 'Count words' },
];
const page = (n, more = {}) => ({
  flags: MessageFlags.IsComponentsV2,
  components: [
    { type: 10, content: `Page ${n}` },
    { type: 1, components: [{ type: 2, style: 1, label: 'Next', custom_id: `page:${n + 1}` }] },
  ],
  ...more,
});
const handlers = {
  count: (i) => i.reply(page(1)),
  later: async (i) => {
    await i.deferReply({ flags: MessageFlags.Ephemeral });
    await i.editReply('At last');
  },
  quietly: (i) => i.reply({ content: 'Only you', flags: MessageFlags.Ephemeral }),
  twice: async (i) => {
    await i.reply('Once');
    await client.rest.post(`/interactions/${i.id}/${i.token}/callback`, {
      body: { type: 4, data: { content: 'Twice' } },
    });
  },
  silent: () => {},
  wide: (i) =>
    i.reply({
      content: 'Buttons',
      components: [
        {
          type: 1,
          components: [1, 2, 3, 4, 5, 6].map((n) => ({
            type: 2,
            style: 2,
            label: `${n}`,
            custom_id: `${n}`,
          })),
        },
      ],
    }),
  loud: (i) => i.reply({ content: 'Hey @everyone', allowedMentions: { parse: ['everyone'] } }),
  more: async (i) => {
    const { resource } = await i.reply({ content: 'One', withResponse: true });
    await i.followUp(`After ${resource.message.content}`);
  },
  empty: (i) => i.reply({ content: '' }),
  form: (i) =>
    i.showModal({
      title: 'About you',
      custom_id: 'form',
      components: [
        {
          type: 1,
          components: [{ type: 4, style: 1, custom_id: 'name', label: 'Your name', max_length: 20 }],
        },
        { type: 18, label: 'Why', component: { type: 4, style: 2, custom_id: 'why', required: false } },
      ],
    }),
  list: (i) =>
    i.reply({
      content: 'Choose',
      components: [
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: 'list',
              options: ['Apples', 'Pears'].map((label) => ({ label, value: label.toLowerCase() })),
            },
          ],
        },
      ],
    }),
  guild: async (i) => i.reply((await client.rest.get(`/guilds/${i.guildId}/preview`)).name),
  elsewhere: async (i) => i.reply((await client.rest.get('/stickers/1')).name),
  pick: (i) =>
    i.reply(`${i.options.getString('fruit')} for ${i.user.username} in ${i.guild?.name ?? 'private'}`),
  'Count words': (i) => i.reply(`${i.targetMessage.content.split(' ').length} words`),
};
const respond = (i) => {
  if (i.isAutocomplete()) {
    const matching = fruits.filter((name) => name.startsWith(i.options.getFocused()));
    return i.respond(matching.map((name) => ({ name, value: name })));
  }
  if (i.isButton()) return i.update(page(Number(i.customId.split(':')[1])));
  if (i.isStringSelectMenu()) return i.update(`${i.user.username} has ${i.values[0]}`);
  if (i.isModalSubmit()) {
    const [name, why] = ['name', 'why'].map((id) => i.fields.getTextInputValue(id));
    return i.reply(`${name}: ${why}`);
  }
  return handlers[i.commandName](i);
};

client.on(Events.InteractionCreate, async (i) => {
  try {
    await respond(i);
  } catch (error) {
    console.error('failed', error.code, error.message);
  }
});
client.on(Events.MessageCreate, async (message) => {
  if (message.author.bot || !message.mentions.has(client.user, { ignoreEveryone: true })) return;
  await message.channel.sendTyping();
  await message.reply(`You said: ${message.content.replace(/<@\d+> /, '')}`);
});
client.on(Events.Error, (error) => console.error('error', error.message));
client.once(Events.ClientReady, async (ready) => {
  await ready.application.commands.set(commands, process.env.DISCORD_GUILD_ID || undefined);
  console.log('ready');
});
process.once('SIGTERM', async () => {
  await client.destroy();
  console.log('bye');
  process.exit();
});
client.login(process.env.DISCORD_TOKEN).catch((error) => {
  console.error('login failed:', error.message);
  process.exitCode = 1;
});
