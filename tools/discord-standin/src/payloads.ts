/** The objects that Discord sends, with every field that a client library reads. */

import {
  type APIMessage,
  type APIUser,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { MessageBody } from './rules.js';

/** Milliseconds of the first second of 2015, where Discord's ids begin. */
const DISCORD_EPOCH = 1_420_070_400_000n;

let minted = 0n;

/** A new id as Discord makes them: a timestamp, `ageMs` ago, and a counter. */
export function snowflake(ageMs = 0): string {
  minted += 1n;
  return String(((BigInt(Date.now() - ageMs) - DISCORD_EPOCH) << 22n) | (minted & 0x3f_ffffn));
}

/** What the bot and ordinary members may do in every channel. */
const PERMISSIONS = String(
  PermissionFlagsBits.ViewChannel |
    PermissionFlagsBits.SendMessages |
    PermissionFlagsBits.EmbedLinks |
    PermissionFlagsBits.ReadMessageHistory |
    PermissionFlagsBits.UseApplicationCommands,
);

/** Where and by whom something is said or pressed. */
export interface Scene {
  user: APIUser;
  channelId: string;
  /** Null in a direct message. */
  guildId: string | null;
  /** The app belongs to the user and is not a member of the guild. */
  userInstalled: boolean;
  locale: string;
}

export const userNamed = (username: string, bot = false): APIUser => ({
  id: snowflake(),
  username,
  discriminator: '0',
  global_name: username,
  avatar: null,
  bot,
});

const memberOf = (user: APIUser) => ({
  user,
  nick: null,
  avatar: null,
  roles: [],
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  premium_since: null,
  deaf: false,
  mute: false,
  flags: 0,
  pending: false,
});

const textChannel = (id: string, guildId: string) => ({
  id,
  guild_id: guildId,
  type: ChannelType.GuildText,
  name: 'general',
  position: 0,
  permission_overwrites: [],
  parent_id: null,
  nsfw: false,
  last_message_id: null,
});

const directChannel = (id: string, user: APIUser) => ({
  id,
  type: ChannelType.DM,
  recipients: [user],
  last_message_id: null,
});

/** The body of GUILD_CREATE: a small guild with one text channel, in which the bot is a member. */
export const guildCreate = (id: string, channelId: string, bot: APIUser) => ({
  id,
  name: 'A test guild',
  icon: null,
  owner_id: snowflake(),
  preferred_locale: 'en-US',
  features: [],
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  premium_subscription_count: 0,
  system_channel_flags: 0,
  roles: [
    { id, name: '@everyone', color: 0, hoist: false, position: 0, permissions: PERMISSIONS, managed: false },
  ],
  emojis: [],
  stickers: [],
  channels: [textChannel(channelId, id)],
  threads: [],
  members: [memberOf(bot)],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  large: false,
  unavailable: false,
  member_count: 3,
});

/** A message by `author` with what `body` shows. */
export const messageBy = (author: APIUser, channelId: string, body: MessageBody): APIMessage =>
  edited(
    {
      id: snowflake(),
      channel_id: channelId,
      author,
      content: '',
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      components: [],
      pinned: false,
      type: MessageType.Default,
      flags: 0 as MessageFlags,
    },
    body,
  );

/** `message` after an edit: fields that the body lacks stay, and no flag is ever taken back but "loading". */
export const edited = (message: APIMessage, body: MessageBody): APIMessage => ({
  ...message,
  content: body.content === undefined ? message.content : (body.content ?? ''),
  embeds: body.embeds === undefined ? message.embeds : (body.embeds ?? []),
  components: (body.components === undefined ? message.components : (body.components ?? [])) as NonNullable<
    APIMessage['components']
  >,
  flags: ((message.flags ?? 0) | (body.flags ?? 0)) & ~MessageFlags.Loading,
});

/** The body of MESSAGE_CREATE: a message and where it stands. */
export const messageCreate = (message: APIMessage, guildId: string | null) => ({
  ...message,
  channel_type: guildId ? ChannelType.GuildText : ChannelType.DM,
  ...(guildId && { guild_id: guildId, member: memberOf(message.author) }),
});

/** Who has installed the app that answers in a scene. */
export const ownersIn = ({
  userInstalled,
  user,
  guildId,
}: Scene): Partial<Record<ApplicationIntegrationType, string>> =>
  userInstalled
    ? { [ApplicationIntegrationType.UserInstall]: user.id }
    : { [ApplicationIntegrationType.GuildInstall]: guildId ?? '0' };

/** The fields common to every interaction, for INTERACTION_CREATE. */
export function interactionIn(scene: Scene, applicationId: string) {
  const { user, channelId, guildId, locale } = scene;
  const common = {
    application_id: applicationId,
    version: 1,
    locale,
    app_permissions: PERMISSIONS,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    channel_id: channelId,
    authorizing_integration_owners: ownersIn(scene),
  };
  if (guildId === null) {
    return {
      ...common,
      context: InteractionContextType.BotDM,
      user,
      channel: directChannel(channelId, user),
    };
  }
  return {
    ...common,
    context: InteractionContextType.Guild,
    guild_id: guildId,
    guild_locale: 'en-US',
    guild: { id: guildId, locale: 'en-US', features: [] },
    member: { ...memberOf(user), permissions: PERMISSIONS },
    channel: textChannel(channelId, guildId),
  };
}
