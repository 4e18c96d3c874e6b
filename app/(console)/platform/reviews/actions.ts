"use server";
import { revalidatePath } from "next/cache";
import { actionResult } from "@/app/action-result";
import { openPlatform } from "@/app/gates";
import type { ActionResult } from "@/components/ui/refusal";
import { addReviewRemark } from "@/lib/review/add-remark";
import { approveIdentical, type IdenticalApproved } from "@/lib/review/approve-identical";
import { claimNext, claimSubmission, type Claim } from "@/lib/review/claim-submission";
import { decideSubmission, type Decided } from "@/lib/review/decide-submission";
import { releaseSubmission } from "@/lib/review/release-submission";
import type { DecideInput, RemarkInput } from "@/lib/review/schema";

export async function claimNextAction(): Promise<ActionResult<Claim | null>> {
  return actionResult(async () => claimNext(await openPlatform()));
}

export async function claimAction(input: { submissionId: string }): Promise<ActionResult<Claim>> {
  return actionResult(async () => claimSubmission(await openPlatform(), input));
}

export async function releaseAction(input: { submissionId: string }): Promise<ActionResult<void>> {
  return changed(async () => releaseSubmission(await openPlatform(), input));
}

export async function decideAction(input: DecideInput): Promise<ActionResult<Decided>> {
  return changed(async () => decideSubmission(await openPlatform(), input));
}

export async function approveIdenticalAction(input: { submissionId: string; reason: string }): Promise<ActionResult<IdenticalApproved>> {
  return changed(async () => approveIdentical(await openPlatform(), input));
}

export async function addRemarkAction(input: RemarkInput): Promise<ActionResult<{ id: string }>> {
  return changed(async () => addReviewRemark(await openPlatform(), input));
}

async function changed<T>(verb: () => Promise<T>): Promise<ActionResult<T>> {
  const result = await actionResult(verb);
  if (result.ok) revalidatePath("/platform/reviews", "layout");
  return result;
}
