import { setImmediate } from "node:timers/promises";
import { asSystem } from "@/lib/access/gates";
import { loadPlatformFacts } from "@/lib/labels/load-shop-facts";
import type { PlatformFacts } from "@/lib/labels/shop-facts";
import { onChange, type Change } from "@/lib/platform/change-notice";
import { systemClock, type Clock } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { processWide } from "@/lib/platform/process-wide";
import { inRead } from "@/lib/platform/transaction";
import { listenForChanges, type ChangeListener } from "./change-listener";
import type { CompiledShop } from "./compiled-shop";
import { followChanges, loadCompiledShop } from "./load-compiled-shop";

const SHOPS_MAX = 100_000;
/** How long a change that is known may wait before its shop answers `updating`. */
const STALE_AFTER_MS = 1_000;
const RETRY_MS = 1_000;
/** Labels are worked out in slices: requests share this thread. */
const SLICE_MS = 6;
/** The clock alone makes labels old, at the edge of a window or at midnight. */
const LOOK_AGAIN_MS = 1_000;
/** A page that counts waits so long for labels that are still to be worked out. */
const COUNT_WAIT_MS = 300;

interface Entry {
  shop: CompiledShop | null;
  loading: Promise<void> | null;
  running: Promise<void> | null;
  queued: Promise<void> | null;
  /** since when a known change is not in yet, by the process's own clock */
  pendingSinceMs: number | null;
  /** a change of very many products streams in */
  isStreaming: boolean;
}

/** The one per process. */
export const labelIndex = (): LabelIndex => processWide("label-index", () => new LabelIndex());

/**
 * Every shop's products and offers in memory. A write in this process waits until its change is in; those of others are heard
 * by LISTEN. Whatever is known to be old is not answered with: `updating` is.
 */
export class LabelIndex {
  readonly clock: Clock;
  readonly #entries = new Map<string, Entry>();
  #platform: Promise<PlatformFacts> | null = null;
  #listener: ChangeListener | null = null;
  #stopHearing: (() => void) | null = null;
  /** since when a change that every shop reads is known and not in yet */
  #platformPendingSinceMs: number | null = null;
  #progress = { shopsLoaded: 0, shopsTotal: 0, productsLoaded: 0, productsTotal: 0, isComplete: false };
  #isStopped = false;
  #isSweeping = false;
  #lookAgain: NodeJS.Timeout | undefined;

  constructor({ clock = systemClock }: { clock?: Clock } = {}) {
    this.clock = clock;
  }

  /** Listens, then loads every shop, one after the other; a shop that is asked for comes first. Resolves when all are in. */
  async start(): Promise<void> {
    this.#stopHearing = onChange((change) => this.#apply(change));
    this.#listener = listenForChanges({ onChange: (change) => void this.#hear(change), onConnected: () => this.#catchUp() });
    await this.#listener.firstConnection;
    const ids = await this.#listShopIds();
    this.#progress.shopsTotal = ids.length;
    this.#progress.productsTotal = await this.#countProducts();
    this.#lookAgain = setInterval(() => this.#sweepSoon(), LOOK_AGAIN_MS).unref();
    for (const id of ids) {
      if (this.#isStopped) return;
      try {
        await this.#load(id);
        this.#progress.shopsLoaded++;
      } catch (error) {
        // One shop that cannot be read must not keep the others from their labels; it is tried again when it is asked for.
        log.error({ err: error, shopId: id }, "a shop could not be compiled");
      }
    }
    this.#progress.isComplete = true;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#lookAgain);
    this.#stopHearing?.();
    await this.#listener?.stop();
    await Promise.allSettled([...this.#entries.values()].flatMap(({ loading, running }) => [loading, running]));
  }

  readiness(): { isReady: boolean; progress: Record<string, number | string> } {
    const { isComplete, ...progress } = this.#progress;
    const now = this.clock.now();
    let productsLabelled = 0;
    for (const { shop } of this.#entries.values()) if (shop) productsLabelled += shop.compiledCount(now);
    return { isReady: isComplete && this.#listener?.isConnected() === true, progress: { ...progress, productsLabelled } };
  }

  /** Works the labels of a shop out, as far as a short while allows. */
  async sweep(shop: CompiledShop): Promise<void> {
    const untilMs = performance.now() + COUNT_WAIT_MS;
    while (!shop.compileSome(this.clock.now(), performance.now() + SLICE_MS) && performance.now() < untilMs) await setImmediate();
  }

  /** The shop if it is in memory and nothing newer is known; a few map look-ups. */
  peek(shopId: string): CompiledShop | "updating" | "unknown" {
    const entry = this.#entries.get(shopId);
    if (!entry?.shop) return "unknown";
    return this.#isFresh(entry) ? entry.shop : "updating";
  }

  /** The shop, loaded if it was not yet. Null: there is no such shop. */
  async find(shopId: string): Promise<CompiledShop | "updating" | null> {
    if (!this.#entries.get(shopId)?.shop) await this.#load(shopId);
    const found = this.peek(shopId);
    return found === "unknown" ? null : found;
  }

  #isFresh(entry: Entry): boolean {
    return !entry.isStreaming && this.#listener?.isConnected() === true && !isOverdue(entry.pendingSinceMs) && !isOverdue(this.#platformPendingSinceMs);
  }

  async #load(shopId: string): Promise<void> {
    const known = this.#entries.get(shopId);
    if (known) return known.loading ?? undefined;
    const entry: Entry = { shop: null, loading: null, running: null, queued: null, pendingSinceMs: null, isStreaming: false };
    this.#entries.set(shopId, entry);
    entry.loading = this.#compile(shopId, entry);
    try {
      await entry.loading;
    } finally {
      entry.loading = null;
      if (!entry.shop) this.#entries.delete(shopId);
    }
  }

  async #compile(shopId: string, entry: Entry): Promise<void> {
    let counted = 0;
    const onProgress = (products: number) => {
      this.#progress.productsLoaded += products - counted;
      counted = products;
    };
    const shop = await loadCompiledShop(shopId, await this.#platformFacts(), { clock: this.clock, onProgress });
    // What every shop reads may have been renewed meanwhile, and a shop that is not here yet was passed over.
    shop?.replacePlatform(await this.#platformFacts());
    entry.shop = shop;
    this.#sweepSoon();
    // A change that came while the shop was read may be missing in it.
    if (entry.shop) await this.#follow(entry);
  }

  /** From this process: the write waits for it. A failure is not the write's: the shop answers `updating` until a retry succeeds. */
  async #apply({ shopId }: Change): Promise<void> {
    if (shopId === null) return this.#renewPlatform();
    const entry = this.#entries.get(shopId);
    if (entry) await this.#follow(entry);
  }

  async #hear(change: Change): Promise<void> {
    const entry = change.shopId === null ? undefined : this.#entries.get(change.shopId);
    if (entry?.shop && entry.shop.seq >= change.seq && entry.shop.catalogSeq >= change.catalogSeq) return;
    await this.#apply(change);
  }

  /** One at a time per shop; a run that has not begun yet will see this change too. */
  #follow(entry: Entry): Promise<void> {
    const { shop } = entry;
    if (!shop) return entry.loading ?? Promise.resolve();
    entry.pendingSinceMs ??= performance.now();
    if (entry.queued) return entry.queued;
    const queued = (entry.running ?? Promise.resolve()).then(() => {
      entry.queued = null;
      return (entry.running = this.#run(entry, shop));
    });
    return (entry.queued = queued);
  }

  async #run(entry: Entry, shop: CompiledShop): Promise<void> {
    const startedAt = performance.now();
    try {
      await followChanges(shop, { clock: this.clock, onLarge: () => (entry.isStreaming = true) });
      entry.isStreaming = false;
      this.#sweepSoon();
      entry.pendingSinceMs = entry.queued ? startedAt : null;
    } catch (error) {
      if (this.#isStopped) return;
      log.error({ err: error, shopId: shop.shopId }, "a change could not be followed");
      setTimeout(() => void this.#follow(entry), RETRY_MS).unref();
    }
  }

  #platformFacts(): Promise<PlatformFacts> {
    return (this.#platform ??= loadPlatformFacts(asSystem({ clock: this.clock })));
  }

  async #renewPlatform(): Promise<void> {
    this.#platformPendingSinceMs ??= performance.now();
    const loading = loadPlatformFacts(asSystem({ clock: this.clock }));
    this.#platform = loading;
    try {
      const platform = await loading;
      if (this.#platform !== loading) return;
      for (const { shop } of this.#entries.values()) shop?.replacePlatform(platform);
      this.#platformPendingSinceMs = null;
      this.#sweepSoon();
    } catch (error) {
      if (this.#isStopped) return;
      log.error({ err: error }, "rate cards, policies and templates could not be read");
      if (this.#platform === loading) this.#platform = null;
      setTimeout(() => void this.#renewPlatform(), RETRY_MS).unref();
    }
  }

  /** After a connection is made: whatever was said before was not heard. */
  async #catchUp(): Promise<void> {
    await this.#renewPlatform();
    const rows = await inRead(
      asSystem({ clock: this.clock }),
      ({ tx }) => tx.$queryRaw<{ id: string; seq: bigint; catalog_seq: bigint }[]>`
        SELECT s.id, s.change_seq AS seq, coalesce(c.seq, 0) AS catalog_seq FROM shop s LEFT JOIN catalog_change c ON c.shop_id = s.id LIMIT ${SHOPS_MAX}::int`,
    );
    for (const { id, seq, catalog_seq: catalogSeq } of rows) {
      const entry = this.#entries.get(id);
      if (entry?.shop && (entry.shop.seq < Number(seq) || entry.shop.catalogSeq < Number(catalogSeq))) await this.#follow(entry);
    }
  }

  /** Works out what is not worked out yet, shop by shop in slices; whoever asks meanwhile is answered all the same. */
  #sweepSoon(): void {
    if (this.#isSweeping || this.#isStopped) return;
    this.#isSweeping = true;
    void this.#sweepAll()
      .catch((error: unknown) => log.error({ err: error }, "labels could not be worked out"))
      .finally(() => (this.#isSweeping = false));
  }

  async #sweepAll(): Promise<void> {
    for (const { shop } of [...this.#entries.values()]) {
      while (shop && !this.#isStopped && !shop.compileSome(this.clock.now(), performance.now() + SLICE_MS)) await setImmediate();
    }
  }

  async #countProducts(): Promise<number> {
    const { _sum } = await inRead(asSystem({ clock: this.clock }), ({ tx }) => tx.productFacet.aggregate({ where: { kind: "all" }, _sum: { productCount: true } }));
    return _sum.productCount ?? 0;
  }

  async #listShopIds(): Promise<string[]> {
    const rows = await inRead(asSystem({ clock: this.clock }), ({ tx }) => tx.shop.findMany({ select: { id: true }, orderBy: { id: "asc" }, take: SHOPS_MAX }));
    return rows.map(({ id }) => id);
  }
}

const isOverdue = (sinceMs: number | null): boolean => sinceMs !== null && performance.now() - sinceMs >= STALE_AFTER_MS;
