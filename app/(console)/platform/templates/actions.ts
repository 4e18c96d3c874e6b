"use server";
import { revalidatePath } from "next/cache";
import { actionResult } from "@/app/action-result";
import { openPlatform } from "@/app/gates";
import type { ActionResult } from "@/components/ui/refusal";
import { approveProposal } from "@/lib/review/approve-proposal";
import type { TemplateProblem } from "@/lib/review/judge-template";
import { proposeTemplate } from "@/lib/review/propose-template";
import { refuseProposal } from "@/lib/review/refuse-proposal";
import type { ProposeTemplateInput, TryTemplateInput } from "@/lib/review/template-schema";
import { tryTemplate } from "@/lib/review/try-template";

export async function tryTemplateAction(input: TryTemplateInput): Promise<ActionResult<TemplateProblem[]>> {
  return actionResult(async () => tryTemplate(await openPlatform(), input));
}

export async function proposeTemplateAction(input: ProposeTemplateInput): Promise<ActionResult<{ proposalId: string }>> {
  return changed(async () => proposeTemplate(await openPlatform(), input));
}

export async function approveTemplateAction(input: { proposalId: string }): Promise<ActionResult<void>> {
  return changed(async () => approveProposal(await openPlatform(), "label-template", input));
}

export async function refuseTemplateAction(input: { proposalId: string; reason: string }): Promise<ActionResult<void>> {
  return changed(async () => refuseProposal(await openPlatform(), "label-template", input));
}

async function changed<T>(verb: () => Promise<T>): Promise<ActionResult<T>> {
  const result = await actionResult(verb);
  if (result.ok) revalidatePath("/platform/templates", "layout");
  return result;
}
