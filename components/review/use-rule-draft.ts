"use client";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { LegalBasis } from "@/lib/copy-check/rule-set";
import { copyRulesContentSchema, NO_CHANGES, type AddedRule, type CopyRulesContent, type RuleChanges, type RuleEdit, type WordListEdit } from "@/lib/review/rule-changes";

const KEY = "yuefu.copy-rules.draft";
const listeners = new Set<() => void>();
/** Where the browser keeps nothing, the changes live as long as the tab. */
let inMemory: string | null = null;

function read(): string | null {
  try {
    return inMemory ?? localStorage.getItem(KEY);
  } catch {
    return inMemory;
  }
}

function write(draft: CopyRulesContent | null): void {
  inMemory = draft && JSON.stringify(draft);
  const isKept = keep(inMemory);
  if (isKept) inMemory = null;
  for (const listener of listeners) listener();
}

function keep(text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function parse(raw: string | null): CopyRulesContent | null {
  if (raw === null) return null;
  try {
    return copyRulesContentSchema.safeParse(JSON.parse(raw)).data ?? null;
  } catch {
    return null;
  }
}

export interface RuleDraft {
  /** false until the browser was asked */
  isRead: boolean;
  changes: RuleChanges;
  count: number;
  /** made against other rules than the newest */
  isStale: boolean;
  putEdit: (ruleId: string, edit: RuleEdit | null) => void;
  /** `id` is the one it had in the draft before */
  putAdded: (id: string, rule: AddedRule | null) => void;
  putBasis: (id: string, basis: LegalBasis | null) => void;
  /** a rule that is to go has no other changes */
  putRemoved: (ruleId: string, isRemoved: boolean) => void;
  putList: (list: string, edit: WordListEdit | null) => void;
  /** takes the changes over to the newest rules */
  adopt: () => void;
  clear: () => void;
}

/** Changes to rules that a person collects in this browser before they are tried and proposed. */
export function useRuleDraft(baseSha256: string): RuleDraft {
  const raw = useSyncExternalStore(subscribe, read, () => null);
  const isRead = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
  const draft = useMemo(() => parse(raw), [raw]);
  const changes = draft?.changes ?? NO_CHANGES;
  const count = countOf(changes);
  const put = useCallback(
    (change: (before: RuleChanges) => Partial<RuleChanges>) => {
      const now = parse(read());
      const next = { ...NO_CHANGES, ...now?.changes };
      const changed = { ...next, ...change(next) };
      write(countOf(changed) === 0 ? null : { baseSha256: now?.baseSha256 ?? baseSha256, changes: changed });
    },
    [baseSha256],
  );
  return {
    isRead,
    changes,
    count,
    isStale: draft !== null && draft.baseSha256 !== baseSha256,
    putEdit: (ruleId, edit) => put(({ edits, removed }) => ({ edits: replaced(edits, (one) => one.ruleId === ruleId, edit), removed: edit ? replaced(removed, (one) => one === ruleId, null) : removed })),
    putAdded: (id, rule) => put(({ added }) => ({ added: replaced(added, (one) => one.id === id || one.id === rule?.id, rule) })),
    putBasis: (id, basis) => put(({ bases }) => ({ bases: replaced(bases, (one) => one.id === id || one.id === basis?.id, basis) })),
    putRemoved: (ruleId, isRemoved) => put(({ edits, removed }) => ({ edits: isRemoved ? replaced(edits, (one) => one.ruleId === ruleId, null) : edits, removed: replaced(removed, (one) => one === ruleId, isRemoved ? ruleId : null) })),
    putList: (list, edit) => put(({ lists }) => ({ lists: replaced(lists, (one) => one.list === list, edit) })),
    adopt: () => draft && write({ ...draft, baseSha256 }),
    clear: () => write(null),
  };
}

const countOf = ({ edits, added, bases, removed, lists }: RuleChanges): number => edits.length + added.length + bases.length + removed.length + lists.length;

const replaced = <T>(list: readonly T[], isSame: (one: T) => boolean, next: T | null): T[] => [...list.filter((one) => !isSame(one)), ...(next ? [next] : [])];
