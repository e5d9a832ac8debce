/** A stand-in for Discord, to test bots with. What is not exported here is not for users. */

export type { Actor, Asker, Patience, Saying } from './asker.js';
export { type BotOptions, BotProcess, type Exit } from './bot-process.js';
export { allComponents, type Button, buttonsOf, type Content, choicesOf, visibleText } from './components.js';
export type { Gateway } from './gateway.js';
export { type Filled, type Modal, modalFaults } from './modals.js';
export type { Values } from './options.js';
export type { Scene } from './payloads.js';
export { Refusal } from './refusal.js';
export type { Callback, Occasion, Reply } from './reply.js';
export type { Call, Fault, Route } from './rest.js';
export { choicesFaults, commandsFaults, type MessageBody, messageFaults, pingFaults } from './rules.js';
export { DiscordStandin, type StandinOptions } from './standin.js';
export type { RecordedRequest } from './world.js';
