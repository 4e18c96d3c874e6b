/**
 * One instance per process. The page bundler loads its own copy of every module,
 * so whatever must exist once (pools, label index, limiters) is kept on globalThis.
 */
export function processWide<T>(name: string, create: () => T): T {
  const key = Symbol.for(`yuefu.${name}`);
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  return (store[key] ??= create());
}
