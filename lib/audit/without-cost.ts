/** What something cost the shop is kept in the log, and shown to those who may see costs. */
export function withoutCost<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutCost) as T;
  if (!(value instanceof Object)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (key === "costPriceFen" ? [] : [[key, withoutCost(part)]]))) as T;
}
