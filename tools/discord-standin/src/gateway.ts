/**
 * The gateway: one session of one shard, version 10, JSON, no compression, with the faults a real one has.
 *
 * Source: Discord's developer documentation, "Gateway".
 */

import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayIdentifyData,
  GatewayIntentBits,
  GatewayOpcodes,
  type GatewayResumeData,
} from 'discord-api-types/v10';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';

/** The close code of a connection that broke off without a closing handshake. */
const ABNORMAL_CLOSURE = 1006;

/** A client that closes with one of these ends its session; with any other it may come back to it. */
const FINAL_CLOSURES = [1000, 1001];

const PRIVILEGED_INTENTS =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

interface Dispatch {
  op: GatewayOpcodes.Dispatch;
  t: string;
  s: number;
  d: unknown;
}

interface Session {
  id: string;
  intents: number;
  /** Every event so far, for those who resume. */
  events: Dispatch[];
  socket: WebSocket | undefined;
}

export interface GatewayOptions {
  token: string;
  heartbeatMs: number;
  /** The address clients are told to come back to. */
  url: () => string;
  /** What READY carries besides the session, and the event that follows it for each guild. */
  ready: () => { ready: object; guilds: object[] };
}

export class Gateway {
  /** Every IDENTIFY, in order. */
  readonly identifies: GatewayIdentifyData[] = [];
  /** How many times RESUME was accepted. */
  resumes = 0;
  heartbeats = 0;
  /** How many connections were reset while they were refused. */
  refused = 0;
  /** The codes with which connections ended, in order. */
  readonly closures: number[] = [];
  /** Whether heartbeats are acknowledged; a client must notice when they are not. */
  acknowledges = true;
  /** Whether RESUME is accepted; if not, the answer is INVALID_SESSION. */
  resumable = true;
  /** Close with this code on IDENTIFY, 4014 for instance. Undefined: look at the token and the intents. */
  closeOnIdentify: number | undefined;
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  #session: Session | undefined;
  #refusesUntil = 0;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  /** Whether there is a session, so that events reach a client sooner or later. */
  get hasSession(): boolean {
    return this.#session !== undefined;
  }

  /** Whether a client has a session and is connected. */
  get connected(): boolean {
    return this.#session?.socket !== undefined;
  }

  /** Takes over a connection of the HTTP server that asks for WebSocket; of no page, for any that is open in a browser could. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (request.headers.origin !== undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    if (Date.now() < this.#refusesUntil) {
      this.refused += 1;
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#greet(webSocket));
  }

  /** Sends an event, or keeps it for the RESUME of a client that is away. Without session or `intent` it is lost. */
  dispatch(t: string, d: unknown, intent = 0): void {
    const session = this.#session;
    if (!session || (session.intents & intent) !== intent) return;
    const event: Dispatch = { op: GatewayOpcodes.Dispatch, t, s: session.events.length + 1, d };
    session.events.push(event);
    if (session.socket) send(session.socket, event);
  }

  /** Ends the connection with a code; 1006 breaks it off without a word. */
  close(code: number): void {
    for (const socket of this.#server.clients) {
      if (code === ABNORMAL_CLOSURE) socket.terminate();
      else socket.close(code);
    }
  }

  /** Reads and answers nothing any more on the connections that stand, not even a goodbye. */
  fallSilent(): void {
    for (const socket of this.#server.clients) socket.pause();
  }

  /** Asks the client to connect again and resume. */
  reconnect(): void {
    this.#tell({ op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Tells the client that its session is no longer valid: no event comes before it resumes, or, if it may not, identifies. */
  invalidate(resumable: boolean): void {
    this.#tell({ op: GatewayOpcodes.InvalidSession, d: resumable });
    if (!resumable) this.#session = undefined;
    else if (this.#session) this.#session.socket = undefined;
  }

  /** Resets every new connection for that long. Those that stand are left alone. */
  refuseFor(ms: number): void {
    this.#refusesUntil = Date.now() + ms;
  }

  #tell(payload: object): void {
    if (this.#session?.socket) send(this.#session.socket, payload);
  }

  #greet(socket: WebSocket): void {
    socket.on('message', (data) => this.#receive(socket, data));
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => this.#left(socket, code));
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.#options.heartbeatMs } });
  }

  #left(socket: WebSocket, code: number): void {
    this.closures.push(code);
    if (this.#session?.socket !== socket) return;
    if (FINAL_CLOSURES.includes(code)) this.#session = undefined;
    else this.#session.socket = undefined;
  }

  #receive(socket: WebSocket, data: RawData): void {
    const payload = payloadOf(data);
    if (payload === null) {
      socket.close(GatewayCloseCodes.DecodeError);
      return;
    }
    const { op, d } = payload;
    if (op === GatewayOpcodes.Heartbeat) this.#beat(socket);
    else if (op === GatewayOpcodes.Identify) this.#identify(socket, d as GatewayIdentifyData);
    else if (op === GatewayOpcodes.Resume) this.#resume(socket, d as GatewayResumeData);
    else if (this.#session?.socket !== socket) socket.close(GatewayCloseCodes.NotAuthenticated);
  }

  #beat(socket: WebSocket): void {
    this.heartbeats += 1;
    if (this.acknowledges) send(socket, { op: GatewayOpcodes.HeartbeatAck });
  }

  #identify(socket: WebSocket, identify: GatewayIdentifyData): void {
    this.identifies.push(identify);
    const refusal = this.#refusalOf(identify);
    if (refusal !== undefined) {
      socket.close(refusal);
      return;
    }
    const id = randomBytes(16).toString('hex');
    this.#session = { id, intents: identify.intents, events: [], socket };
    const { ready, guilds } = this.#options.ready();
    this.dispatch(GatewayDispatchEvents.Ready, {
      v: 10,
      session_id: id,
      resume_gateway_url: this.#options.url(),
      shard: identify.shard ?? [0, 1],
      ...ready,
    });
    for (const guild of guilds) this.dispatch(GatewayDispatchEvents.GuildCreate, guild);
  }

  #refusalOf({ token, intents }: GatewayIdentifyData): number | undefined {
    if (this.closeOnIdentify !== undefined) return this.closeOnIdentify;
    if (token !== this.#options.token) return GatewayCloseCodes.AuthenticationFailed;
    if (intents & PRIVILEGED_INTENTS) return GatewayCloseCodes.DisallowedIntents;
    return undefined;
  }

  #resume(socket: WebSocket, { token, session_id, seq }: GatewayResumeData): void {
    const session = this.#session;
    const known = session?.id === session_id && token === this.#options.token && seq <= session.events.length;
    if (!session || !known || !this.resumable) {
      this.#session = undefined;
      send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return;
    }
    this.resumes += 1;
    session.socket = socket;
    for (const event of session.events.slice(seq)) send(socket, event);
    this.dispatch(GatewayDispatchEvents.Resumed, {});
  }
}

/** What a client says; `null` for what Discord could not decode. */
function payloadOf(data: RawData): { op: GatewayOpcodes; d: unknown } | null {
  try {
    const { op, d } = JSON.parse(String(data)) as { op: GatewayOpcodes; d: unknown };
    const needsData = op === GatewayOpcodes.Identify || op === GatewayOpcodes.Resume;
    return needsData && (typeof d !== 'object' || d === null) ? null : { op, d };
  } catch {
    return null;
  }
}

const send = (socket: WebSocket, payload: object): void => socket.send(JSON.stringify(payload));
