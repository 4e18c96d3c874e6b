/** The order of lib: a folder may import from itself and from what stands before it. docs/architecture.md draws this. */
export const LAYERS = [
  { name: "pure", folders: ["money", "calendar", "schedule", "apr", "apr-conventions", "policy", "quote", "label-text", "copy-check"] },
  { name: "kernel", folders: ["platform", "access", "audit"] },
  { name: "domain", folders: ["accounts", "notifications", "shops", "catalog", "rate-cards", "offers", "labels", "review"] },
  { name: "edge", folders: ["storefront", "open-api"] },
] as const;

export const ORDER: readonly string[] = LAYERS.flatMap(({ folders }) => folders);

export const PURE: readonly string[] = LAYERS[0].folders;

/** What may be imported by pure code besides pure code: packages without I/O. */
export const PURE_PACKAGES = ["zod", "canonicalize", "@noble/hashes", "opencc-js"];
