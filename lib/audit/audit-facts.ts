/** A step towards a fact: the name of a field, or which one of a list. */
export type FactStep = { field: string } | { item: string };

export type FactValue = string | number | boolean | null | readonly (string | number | boolean | null)[];

/** One line of what a deed says: a value, or what it was and what it became. */
export interface AuditFact {
  path: FactStep[];
  before?: FactValue;
  after?: FactValue;
  isChange: boolean;
}

type Detail = Record<string, unknown>;

/** Said before the rest, since a stored detail has lost the order it was written in. */
const FIRST = ["title", "name", "fileName", "reason"];

/** Reads a detail as the writes leave it: what changed first, then what else is known. */
export function auditFacts({ before, after, changes, content, card, policy, ...others }: Detail): AuditFact[] {
  // The whole of what was published stands for itself: its fields need no name of the whole before them.
  const published = [content, card, policy].filter(isRecord).flatMap(plain);
  return [...changedFields(changes), ...comparison(before, after), ...plain(others), ...published];
}

/** What the subject was called at the time, if the deed says so. */
export function nameInDetail({ before, after, content, card, fileName }: Detail): string | null {
  const names = [after, before, content, card].filter(isRecord).flatMap(({ title, name }) => [title, name]);
  return [...names, fileName].find((name) => typeof name === "string") ?? null;
}

function changedFields(changes: unknown): AuditFact[] {
  if (!Array.isArray(changes)) return [];
  return changes.flatMap((change: unknown) => (isRecord(change) && typeof change.field === "string" ? differences(change.before, change.after, [{ field: change.field }]) : []));
}

function comparison(before: unknown, after: unknown): AuditFact[] {
  if (isAbsent(before) && isAbsent(after)) return [];
  if (isAbsent(before)) return plain(isRecord(after) ? after : { after });
  if (isAbsent(after)) return plain(isRecord(before) ? before : { before });
  return differences(before, after, isRecord(before) || isRecord(after) ? [] : [{ field: "value" }]);
}

function differences(before: unknown, after: unknown, path: FactStep[]): AuditFact[] {
  const was = new Map(leaves(before, path).map((leaf) => [JSON.stringify(leaf.path), leaf]));
  const is = new Map(leaves(after, path).map((leaf) => [JSON.stringify(leaf.path), leaf]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => JSON.stringify(was.get(key)?.value) !== JSON.stringify(is.get(key)?.value))
    .map((key) => ({ path: (is.get(key) ?? was.get(key))!.path, before: was.get(key)?.value, after: is.get(key)?.value, isChange: true }));
}

function plain(detail: Detail): AuditFact[] {
  const fields = Object.keys(detail);
  const ordered = [...FIRST.filter((field) => fields.includes(field)), ...fields.filter((field) => !FIRST.includes(field))];
  return ordered.flatMap((field) => leaves(detail[field], [{ field }])).map(({ path, value }) => ({ path, after: value, isChange: false }));
}

interface Leaf {
  path: FactStep[];
  value: FactValue;
}

function leaves(value: unknown, path: FactStep[]): Leaf[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) {
    if (value.every((part) => !(part instanceof Object))) return [{ path, value: value as FactValue }];
    return value.flatMap((part: unknown, index) => leaves(part, [...path, { item: itemName(part, index) }]));
  }
  if (isRecord(value)) return Object.entries(value).flatMap(([field, part]) => leaves(part, [...path, { field }]));
  return [{ path, value: value as FactValue }];
}

/** A thing of a list keeps its name when the list is sorted anew, so that only what changed differs. */
function itemName(part: unknown, index: number): string {
  if (isRecord(part)) for (const key of ["code", "id"]) if (typeof part[key] === "string") return part[key];
  return String(index + 1);
}

const isRecord = (value: unknown): value is Detail => value instanceof Object && !Array.isArray(value);
const isAbsent = (value: unknown) => value === undefined || value === null;
