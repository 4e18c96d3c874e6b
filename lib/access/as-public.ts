import { systemClock } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import type { Circumstances } from "./gates";

/** Anybody, in no shop: reads what everybody may read, and has no permission. */
export function asPublic({ clock = systemClock, requestId = null }: Circumstances = {}): Context {
  return { actor: { kind: "public", id: null, name: "public" }, clock, requestId, permissions: new Set(), scope: "user" };
}
