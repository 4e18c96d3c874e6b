"use server";
import { revalidatePath } from "next/cache";
import { actionResult } from "@/app/action-result";
import { openPlatform } from "@/app/gates";
import type { ActionResult } from "@/components/ui/refusal";
import { approveProposal } from "@/lib/review/approve-proposal";
import { proposeCopyRules } from "@/lib/review/propose-copy-rules";
import { refuseProposal } from "@/lib/review/refuse-proposal";
import type { ProposeCopyRulesInput, TryRulesInput } from "@/lib/review/rule-changes";
import type { Trial } from "@/lib/review/trial";
import { tryProposedRules, tryRules, type TriedRules } from "@/lib/review/try-rules";

export async function tryRulesAction(input: TryRulesInput): Promise<ActionResult<TriedRules>> {
  return actionResult(async () => tryRules(await openPlatform(), input));
}

export async function tryProposedRulesAction(proposalId: string): Promise<ActionResult<Trial>> {
  return actionResult(async () => tryProposedRules(await openPlatform(), String(proposalId)));
}

export async function proposeRulesAction(input: ProposeCopyRulesInput): Promise<ActionResult<{ proposalId: string }>> {
  return changed(async () => proposeCopyRules(await openPlatform(), input));
}

export async function approveRulesAction(input: { proposalId: string }): Promise<ActionResult<void>> {
  return changed(async () => approveProposal(await openPlatform(), "copy-rules", input));
}

export async function refuseRulesAction(input: { proposalId: string; reason: string }): Promise<ActionResult<void>> {
  return changed(async () => refuseProposal(await openPlatform(), "copy-rules", input));
}

async function changed<T>(verb: () => Promise<T>): Promise<ActionResult<T>> {
  const result = await actionResult(verb);
  if (result.ok) revalidatePath("/platform/copy-rules", "layout");
  return result;
}
