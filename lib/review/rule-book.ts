import { requirePermission } from "@/lib/access/require-permission";
import type { CalendarDate } from "@/lib/calendar/calendar-date";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { CATEGORIES, type Category, type LegalBasis, type Level, type Rule, type Words } from "@/lib/copy-check/rule-set";
import type { PlatformContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";
import { diffRuleSet, type RuleSetDiff } from "./diff-rule-set";
import { getProposal, listDecidedProposals, listOpenProposals, type ProposalRow } from "./list-proposals";
import { earliestStart } from "./propose-copy-rules";
import { copyRulesContentSchema } from "./rule-changes";
import { builtInRules, getRuleSet, newestRuleSet, ruleSetInForce } from "./rule-sets";
import { wordListsOf, type WordList } from "./word-lists";

/** The set that changes are made against. */
export interface RulesBase {
  sha256: string;
  /** 0: the rules that come with the program */
  number: number;
  fromDate: CalendarDate;
  isInForce: boolean;
  /** the first day from which changes can hold */
  earliest: string;
}

export interface RuleRow {
  id: string;
  level: Level;
  patterns: number;
  except: number;
  reason: Words;
  bases: LegalBasis[];
}

export interface RuleBook {
  base: RulesBase;
  /** all rules, whatever was searched for */
  total: number;
  found: number;
  groups: { category: Category; rules: RuleRow[] }[];
}

export const RULE_SEARCH_MAX = 60;

/** The newest rules by category; searched for words in their ids, reasons, suggestions, patterns and legal bases. */
export async function getRuleBook(ctx: PlatformContext, { search = "" }: { search?: string } = {}): Promise<RuleBook> {
  requirePermission(ctx, "review:view");
  const { base, set } = await loadBase(ctx);
  const bases = new Map(set.bases.map((basis) => [basis.id, basis]));
  const wanted = search.trim().slice(0, RULE_SEARCH_MAX).toLowerCase();
  const rows = set.rules.filter((rule) => wanted === "" || wordsOf(rule, bases).some((words) => words.toLowerCase().includes(wanted)));
  const groups = CATEGORIES.map((category) => ({ category, rules: rows.filter((rule) => rule.category === category).map((rule) => toRuleRow(rule, bases)) }));
  return { base, total: set.rules.length, found: rows.length, groups: groups.filter(({ rules }) => rules.length > 0) };
}

const basesOf = (rule: Rule, bases: ReadonlyMap<string, LegalBasis>): LegalBasis[] => rule.bases.flatMap((id) => bases.get(id) ?? []);

const wordsOf = (rule: Rule, bases: ReadonlyMap<string, LegalBasis>): string[] => [
  rule.id,
  ...[rule.reason, rule.suggestion, ...basesOf(rule, bases).map(({ title }) => title)].flatMap(({ zh, en }) => [zh, en]),
  ...rule.patterns,
  ...rule.except,
];

const toRuleRow = (rule: Rule, bases: ReadonlyMap<string, LegalBasis>): RuleRow => ({
  id: rule.id,
  level: rule.level,
  patterns: rule.patterns.length,
  except: rule.except.length,
  reason: rule.reason,
  bases: basesOf(rule, bases),
});

/** One rule as it can be edited, with the legal bases to choose from. */
export async function getRule(ctx: PlatformContext, ruleId: string): Promise<{ base: RulesBase; rule: Rule; bases: LegalBasis[] }> {
  requirePermission(ctx, "review:view");
  const { base, set } = await loadBase(ctx);
  const rule = set.rules.find(({ id }) => id === ruleId);
  if (!rule) throw notFound("rule");
  return { base, rule, bases: set.bases };
}

/** The legal bases, and how many rules lean on each. */
export async function getLegalBases(ctx: PlatformContext): Promise<{ base: RulesBase; bases: { basis: LegalBasis; rules: number }[] }> {
  requirePermission(ctx, "review:view");
  const { base, set } = await loadBase(ctx);
  return { base, bases: set.bases.map((basis) => ({ basis, rules: set.rules.filter((rule) => rule.bases.includes(basis.id)).length })) };
}

/** The words that are looked for beside what the rules find. */
export async function getWordLists(ctx: PlatformContext): Promise<{ base: RulesBase; lists: WordList[] }> {
  requirePermission(ctx, "review:view");
  const { base, set } = await loadBase(ctx);
  return { base, lists: wordListsOf(set) };
}

/** One word list as it can be edited. */
export async function getWordList(ctx: PlatformContext, listId: string): Promise<{ base: RulesBase; list: WordList }> {
  const { base, lists } = await getWordLists(ctx);
  const list = lists.find(({ id }) => id === listId);
  if (!list) throw notFound("word-list");
  return { base, list };
}

export async function getRulesBase(ctx: PlatformContext): Promise<RulesBase> {
  requirePermission(ctx, "review:view");
  return (await loadBase(ctx)).base;
}

async function loadBase(ctx: PlatformContext) {
  return inRead(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const { sha256, number, set, effectiveFrom } = await newestRuleSet(ctx);
    const base: RulesBase = { sha256, number, fromDate: shanghaiDateOf(effectiveFrom), isInForce: effectiveFrom <= now, earliest: earliestStart(now, effectiveFrom) };
    return { base, set };
  });
}

export interface RulesProposal extends Omit<ProposalRow, "content"> {
  diff: RuleSetDiff;
  /** made against rules that are not the newest any more: it can be refused, and not approved */
  isOvertaken: boolean;
}

export interface RulesProposals {
  open: RulesProposal[];
  decided: RulesProposal[];
  nextAfter: string | null;
}

export async function listRulesProposals(ctx: PlatformContext, { after }: { after?: string } = {}): Promise<RulesProposals> {
  requirePermission(ctx, "review:view");
  return inRead(ctx, async (ctx) => {
    const { rows, nextAfter } = await listDecidedProposals(ctx, "copy-rules", { after });
    const open = await listOpenProposals(ctx, "copy-rules");
    return { open: await Promise.all(open.map((row) => toRulesProposal(ctx, row))), decided: await Promise.all(rows.map((row) => toRulesProposal(ctx, row))), nextAfter };
  });
}

export async function getRulesProposal(ctx: PlatformContext, proposalId: string): Promise<RulesProposal> {
  requirePermission(ctx, "review:view");
  return inRead(ctx, async (ctx) => toRulesProposal(ctx, await getProposal(ctx, "copy-rules", proposalId)));
}

async function toRulesProposal(ctx: PlatformContext, { content, ...row }: ProposalRow): Promise<RulesProposal> {
  const { baseSha256, changes } = copyRulesContentSchema.parse(content);
  const newest = await newestRuleSet(ctx);
  return { ...row, diff: diffRuleSet((await getRuleSet(ctx, baseSha256)).set, changes), isOvertaken: row.state === "open" && newest.sha256 !== baseSha256 };
}

const VERSIONS_SHOWN_MAX = 200;

export interface RulesVersion {
  /** 0: the rules that come with the program */
  number: number;
  sha256: string;
  note: string;
  effectiveFrom: string;
  state: "coming" | "in-force" | "past";
  proposedName: string | null;
  approvedName: string | null;
}

/** The sets that compliance put in force, the newest first, and below them the one that comes with the program. */
export async function listRulesVersions(ctx: PlatformContext): Promise<RulesVersion[]> {
  requirePermission(ctx, "review:view");
  return inRead(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const inForce = await ruleSetInForce(ctx, now);
    const rows = await ctx.tx.copyRuleSet.findMany({ where: { isBuiltIn: false }, orderBy: { number: "desc" }, take: VERSIONS_SHOWN_MAX, omit: { content: true } });
    const approved = await ctx.tx.proposal.findMany({
      where: { kind: "copy-rules", state: "approved" },
      orderBy: { decidedAt: "desc" },
      take: VERSIONS_SHOWN_MAX,
      select: { proposedBy: true, proposedName: true, decidedBy: true, decidedName: true },
    });
    const names = new Map(approved.flatMap(({ proposedBy, proposedName, decidedBy, decidedName }) => [[proposedBy, proposedName] as const, [decidedBy ?? "", decidedName] as const]));
    const stateOf = (number: number, from: Date): RulesVersion["state"] => (from > now ? "coming" : number === inForce.number ? "in-force" : "past");
    const { sha256, effectiveFrom } = builtInRules();
    return [
      ...rows.map((row) => ({
        number: row.number,
        sha256: row.sha256,
        note: row.note,
        effectiveFrom: row.effectiveFrom.toISOString(),
        state: stateOf(row.number, row.effectiveFrom),
        proposedName: names.get(row.proposedBy) ?? null,
        approvedName: names.get(row.approvedBy) ?? null,
      })),
      { number: 0, sha256, note: "", effectiveFrom: effectiveFrom.toISOString(), state: stateOf(0, effectiveFrom), proposedName: null, approvedName: null },
    ];
  });
}
