import pg from "pg";
import { z } from "zod";
import { CHANGE_CHANNEL, type Change } from "@/lib/platform/change-notice";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

const RECONNECT_MS = 500;
const HEARTBEAT_MS = 2_000;
const HEARTBEAT_WAIT_MS = 4_000;

const changeSchema = z.object({ shopId: z.string().nullable(), seq: z.number(), catalogSeq: z.number() });

export interface ChangeListener {
  isConnected(): boolean;
  /** resolves with the first connection, however long the database lets us wait */
  firstConnection: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Hears what other processes changed. What is said while nobody listens is lost, so `onConnected` must catch up before this
 * counts as connected; a connection that fails or falls silent is given up and made anew.
 */
export function listenForChanges({ onChange, onConnected }: { onChange: (change: Change) => void; onConnected: () => Promise<void> }): ChangeListener {
  let client: pg.Client | null = null;
  let isConnected = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  let markFirst = () => {};
  const firstConnection = new Promise<void>((resolve) => (markFirst = resolve));

  void connect();
  return {
    isConnected: () => isConnected,
    firstConnection,
    stop: async () => {
      isStopped = true;
      markFirst();
      isConnected = false;
      clearTimeout(timer);
      await client?.end();
    },
  };

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: env().APP_DATABASE_URL, keepAlive: true, application_name: "yuefu-changes" });
    client = fresh;
    fresh.on("error", (error) => giveUp(fresh, error));
    fresh.on("end", () => giveUp(fresh, null));
    fresh.on("notification", ({ payload }) => hear(payload));
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${CHANGE_CHANNEL}`);
      await onConnected();
      if (client !== fresh) return;
      isConnected = true;
      markFirst();
      timer = setTimeout(() => void beat(fresh), HEARTBEAT_MS);
    } catch (error) {
      giveUp(fresh, error);
    }
  }

  async function beat(current: pg.Client): Promise<void> {
    const silence = setTimeout(() => giveUp(current, new Error("The connection fell silent")), HEARTBEAT_WAIT_MS);
    try {
      await current.query("SELECT 1");
      if (client === current && !isStopped) timer = setTimeout(() => void beat(current), HEARTBEAT_MS);
    } catch (error) {
      giveUp(current, error);
    } finally {
      clearTimeout(silence);
    }
  }

  function giveUp(lost: pg.Client, error: unknown): void {
    if (client !== lost || isStopped) return;
    isConnected = false;
    client = null;
    clearTimeout(timer);
    log.warn({ err: error }, "the connection that hears changes is lost");
    lost.end().catch((endError: unknown) => log.debug({ err: endError }, "ending a lost connection"));
    timer = setTimeout(() => void connect(), RECONNECT_MS);
  }

  function hear(payload: string | undefined): void {
    const change = changeSchema.safeParse(parseJson(payload ?? ""));
    if (change.success) onChange(change.data);
    else log.warn("a change notice could not be read");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    log.warn({ err: error }, "a change notice is not JSON");
    return null;
  }
}
