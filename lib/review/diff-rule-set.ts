import type { Category, LegalBasis, Level, RuleSet, Words } from "@/lib/copy-check/rule-set";
import type { RuleChanges } from "./rule-changes";
import { wordListsOf, type WordList } from "./word-lists";

export interface ListDiff {
  added: string[];
  removed: string[];
}

export interface RuleDiff {
  ruleId: string;
  category: Category;
  isNew: boolean;
  /** null where it stays as it is */
  level: { before: Level | null; after: Level } | null;
  patterns: ListDiff;
  except: ListDiff;
  reason: { before: Words | null; after: Words } | null;
  suggestion: { before: Words | null; after: Words } | null;
  bases: ListDiff;
}

export interface BasisDiff {
  id: string;
  before: LegalBasis | null;
  after: LegalBasis;
}

export interface RemovedRule {
  ruleId: string;
  category: Category;
  reason: Words;
}

export interface WordListDiff {
  list: Pick<WordList, "id" | "kind">;
  patterns: ListDiff;
  except: ListDiff;
}

export interface RuleSetDiff {
  rules: RuleDiff[];
  removed: RemovedRule[];
  lists: WordListDiff[];
  bases: BasisDiff[];
}

/** What changes make of a set, to be read by people. What ends as it was is left out. */
export function diffRuleSet(base: RuleSet, { edits, added, bases, removed, lists }: RuleChanges): RuleSetDiff {
  const rules = new Map(base.rules.map((rule) => [rule.id, rule]));
  const known = new Map(base.bases.map((basis) => [basis.id, basis]));
  const edited = edits.flatMap((edit): RuleDiff[] => {
    const rule = rules.get(edit.ruleId);
    if (!rule) return [];
    return [
      {
        ruleId: rule.id,
        category: rule.category,
        isNew: false,
        level: edit.level && edit.level !== rule.level ? { before: rule.level, after: edit.level } : null,
        patterns: diffLists(rule.patterns, edit.patterns ?? rule.patterns),
        except: diffLists(rule.except, edit.except ?? rule.except),
        reason: edit.reason && !isSame(edit.reason, rule.reason) ? { before: rule.reason, after: edit.reason } : null,
        suggestion: edit.suggestion && !isSame(edit.suggestion, rule.suggestion) ? { before: rule.suggestion, after: edit.suggestion } : null,
        bases: diffLists(rule.bases, edit.bases ?? rule.bases),
      },
    ];
  });
  const fresh = added.map((rule): RuleDiff => ({
    ruleId: rule.id,
    category: rule.category,
    isNew: true,
    level: { before: null, after: rule.level },
    patterns: diffLists([], rule.patterns),
    except: diffLists([], rule.except),
    reason: { before: null, after: rule.reason },
    suggestion: { before: null, after: rule.suggestion },
    bases: diffLists([], rule.bases),
  }));
  const corrected = bases.map((after): BasisDiff => ({ id: after.id, before: known.get(after.id) ?? null, after })).filter(({ before, after }) => !before || !isSame(before, after));
  const gone = removed.flatMap((id): RemovedRule[] => {
    const rule = rules.get(id);
    return rule ? [{ ruleId: id, category: rule.category, reason: rule.reason }] : [];
  });
  const wordLists = new Map(wordListsOf(base).map((list) => [list.id, list]));
  const reworded = lists.flatMap(({ list, patterns, except }): WordListDiff[] => {
    const was = wordLists.get(list);
    return was ? [{ list: { id: was.id, kind: was.kind }, patterns: diffLists(was.patterns, patterns), except: diffLists(was.except, except) }] : [];
  });
  return { rules: [...edited, ...fresh], removed: gone, lists: reworded, bases: corrected };
}

function diffLists(before: readonly string[], after: readonly string[]): ListDiff {
  const was = new Set(before);
  const is = new Set(after);
  return { added: [...is].filter((one) => !was.has(one)), removed: [...was].filter((one) => !is.has(one)) };
}

/** Key by key, since what was stored as JSONB comes back in another order. */
function isSame(a: unknown, b: unknown): boolean {
  if (!(a instanceof Object) || !(b instanceof Object)) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame(a[key as keyof typeof a], b[key as keyof typeof b]));
}
