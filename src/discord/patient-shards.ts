import { setTimeout as sleep } from 'node:timers/promises';
import { type APIGatewayBotInfo, SimpleShardingStrategy, WebSocketShardStatus } from 'discord.js';
import { reasonOf } from '../errors.js';
import { log } from '../log.js';

/** Waits between tries to reach Discord: doubled from the first to the last. */
const FIRST_WAIT_MS = 1000;
const LAST_WAIT_MS = 60_000;

/** Returns in a row that are not waited for, where a connection came about though it did not hold: what is asked meanwhile can be answered within Discord's 3 s. */
const FREE_RETURNS = 5;

/** How long to wait after so many tries in a row that failed. */
export const waitAfter = (failed: number): number =>
  failed < 1 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (failed - 1), LAST_WAIT_MS);

/** That of `@discordjs/ws`; discord.js has another of this name. */
type WebSocketManager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

interface Shard {
  /** How often it tried to connect since a connection last held. */
  tries: number;
  /** Since when it is connected, on the clock of `performance`. */
  upSince: number | null;
  /** What went wrong last, where that is known. */
  reason: string | null;
}

/**
 * The connections to the gateway, of which discord.js tries each again every half second for ever: here they are tried
 * ever more slowly, also the first time. A connection that is lost comes back at once, unless several in a row did not hold.
 */
export class PatientShards extends SimpleShardingStrategy {
  readonly #shards = new Map<number, Shard>();

  constructor(manager: WebSocketManager, gateway: APIGatewayBotInfo) {
    super(manager);
    // discord.js would ask for it once more, and not look whether it is one.
    manager.fetchGatewayInformation = async () => gateway;
    const { retrieveSessionInfo } = manager.options;
    manager.options.retrieveSessionInfo = async (id) => {
      if ((await this.fetchStatus()).get(id) === WebSocketShardStatus.Idle) await this.#waitToConnect(id);
      return retrieveSessionInfo(id);
    };
    const up = ({ shardId }: { shardId: number }) => {
      this.#shard(shardId).upSince = performance.now();
    };
    manager.on('ready', up);
    manager.on('resumed', up);
    manager.on('error', ({ error, shardId }) => {
      this.#shard(shardId).reason = reasonOf(error);
    });
  }

  /** A connection that fails the first time is tried again as later; what is refused for good is told by an event. */
  override async connect(): Promise<void> {
    void super.connect().catch(() => {});
  }

  #shard(id: number): Shard {
    const shard = this.#shards.get(id) ?? { tries: 0, upSince: null, reason: null };
    this.#shards.set(id, shard);
    return shard;
  }

  async #waitToConnect(id: number): Promise<void> {
    const shard = this.#shard(id);
    const heldMs = shard.upSince === null ? 0 : performance.now() - shard.upSince;
    if (heldMs >= LAST_WAIT_MS) shard.tries = 0;
    shard.upSince = null;
    const wait = waitAfter(shard.tries - (heldMs === 0 ? 1 : FREE_RETURNS));
    shard.tries++;
    if (wait === 0) return;
    log.warning('Discord’s gateway {what}{reason}. Trying again in {seconds} s.', {
      what: heldMs === 0 ? 'cannot be reached' : 'does not hold the connection',
      reason: shard.reason === null ? '' : ` (${shard.reason})`,
      seconds: wait / 1000,
    });
    shard.reason = null;
    await sleep(wait);
  }
}
