import type { Clock } from "./clock";
import type { Tx } from "./db";

declare const shopIdBrand: unique symbol;
/** Minted only by the gates in lib/access: a function that takes one can trust that the actor may enter that shop. */
export type ShopId = string & { readonly [shopIdBrand]: true };

export type Actor = { kind: "user"; id: string; name: string } | { kind: "system"; id: null; name: string } | { kind: "public"; id: null; name: string };

export interface Context {
  actor: Actor;
  clock: Clock;
  requestId: string | null;
  permissions: ReadonlySet<string>;
  /** the open transaction, if any: see inTransaction */
  tx?: Tx;
  /** run after the outermost commit, in order; there whenever tx is */
  afterCommit?: (() => Promise<void>)[];
  shopId?: ShopId;
  scope: "shop" | "platform" | "system" | "sign-in" | "user";
}

export interface ShopContext extends Context {
  scope: "shop";
  shopId: ShopId;
}

export interface PlatformContext extends Context {
  scope: "platform";
}

export interface SystemContext extends Context {
  scope: "system";
}

/** A context with its open transaction. */
export type InTx<C extends Context = Context> = C & { tx: Tx; afterCommit: (() => Promise<void>)[] };
