import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { Prisma } from "@/generated/prisma/client";
import { BUILT_IN_RULE_SET } from "@/lib/copy-check/built-in/built-in-rule-set";
import { ruleSetSchema, type RuleSet } from "@/lib/copy-check/rule-set";
import type { Context, InTx } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";

export interface KeptRuleSet {
  sha256: string;
  /** 0 for the rules that come with the program */
  number: number;
  set: RuleSet;
  effectiveFrom: Date;
}

/** sha256, in hex, of the RFC 8785 JSON. */
export function fingerprintOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalize(value)!)));
}

const BUILT_IN_FROM = new Date("2026-01-01T00:00:00+08:00");
let builtIn: KeptRuleSet | undefined;

export function builtInRules(): KeptRuleSet {
  return (builtIn ??= { sha256: fingerprintOf(BUILT_IN_RULE_SET), number: 0, set: BUILT_IN_RULE_SET, effectiveFrom: BUILT_IN_FROM });
}

/** The rules that hold at an instant: the newest that compliance put in force, else those that come with the program. */
export async function ruleSetInForce(ctx: Context, instant: Date): Promise<KeptRuleSet> {
  return inRead(ctx, async (ctx) => {
    const row = await ctx.tx.copyRuleSet.findFirst({ where: { isBuiltIn: false, effectiveFrom: { lte: instant } }, orderBy: [{ effectiveFrom: "desc" }, { number: "desc" }], select: VERSION });
    return row ? versionOf(ctx, row) : builtInRules();
  });
}

/** The rules that were approved last, whether they hold already or from a day to come: what changes are made against. */
export async function newestRuleSet(ctx: Context): Promise<KeptRuleSet> {
  return inRead(ctx, async (ctx) => {
    const row = await ctx.tx.copyRuleSet.findFirst({ where: { isBuiltIn: false }, orderBy: { number: "desc" }, select: VERSION });
    return row ? versionOf(ctx, row) : builtInRules();
  });
}

const VERSION = { sha256: true, number: true, effectiveFrom: true } as const;

/** Rules that were gone back to are the same set under another number. */
const versionOf = async (ctx: Context, { sha256, number, effectiveFrom }: Omit<KeptRuleSet, "set">): Promise<KeptRuleSet> => ({ ...(await getRuleSet(ctx, sha256)), number, effectiveFrom });

const KEPT_MAX = 20;
const kept = new Map<string, KeptRuleSet>();

/** A set by its fingerprint; parsed once. */
export async function getRuleSet(ctx: Context, fingerprint: string): Promise<KeptRuleSet> {
  if (fingerprint === builtInRules().sha256) return builtInRules();
  const known = kept.get(fingerprint);
  if (known) return known;
  const row = await inRead(ctx, ({ tx }) => tx.copyRuleSet.findFirst({ where: { sha256: fingerprint }, orderBy: { number: "asc" } }));
  if (!row) throw notFound("rule-set");
  const found = { sha256: row.sha256, number: row.number, set: ruleSetSchema.parse(row.content), effectiveFrom: row.effectiveFrom };
  if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value!);
  kept.set(fingerprint, found);
  return found;
}

/** Stores the program's own rules when words are first judged by them, so that a decision can be proved after the program changed. */
export async function keepRuleSet(ctx: InTx, { sha256, number, set, effectiveFrom }: KeptRuleSet): Promise<void> {
  if (number !== 0) return;
  await ctx.tx.copyRuleSet.createMany({
    data: [{ sha256, number, isBuiltIn: true, content: set as unknown as Prisma.InputJsonValue, note: "", effectiveFrom, proposedBy: "program", approvedBy: "program", createdAt: ctx.clock.now() }],
    skipDuplicates: true,
  });
}
