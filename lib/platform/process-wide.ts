/** Found here without asking for the symbol again: some of them are looked up on every request. */
const known = new Map<string, unknown>();

/**
 * One instance per process. The page bundler loads its own copy of every module,
 * so whatever must exist once (pools, label index, limiters) is kept on globalThis.
 */
export function processWide<T>(name: string, create: () => T): T {
  const found = known.get(name) as T | undefined;
  if (found !== undefined) return found;
  const key = Symbol.for(`yuefu.${name}`);
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  const instance = (store[key] ??= create());
  known.set(name, instance);
  return instance;
}
