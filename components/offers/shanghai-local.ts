const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** An instant as a datetime field shows it, "YYYY-MM-DDTHH:mm" in Shanghai; empty where there is none. */
export function toShanghaiLocal(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? "" : new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16);
}

/** What a datetime field holds as an instant; empty where it is not complete. */
export function fromShanghaiLocal(local: string): string {
  const at = Date.parse(`${local}Z`);
  return Number.isNaN(at) ? "" : new Date(at - SHANGHAI_OFFSET_MS).toISOString();
}
