"use server";
import { actionResult } from "@/app/action-result";
import { openPlatform } from "@/app/gates";
import type { ActionResult } from "@/components/ui/refusal";
import { publishLprRate } from "@/lib/rate-cards/publish-lpr-rate";
import { publishPolicy } from "@/lib/rate-cards/publish-policy";
import type { PublishLprRateInput, PublishPolicyInput } from "@/lib/rate-cards/schema";

export async function publishPolicyAction(input: PublishPolicyInput): Promise<ActionResult<{ id: string }>> {
  return actionResult(async () => {
    const { id } = await publishPolicy(await openPlatform(), input);
    return { id };
  });
}

export async function publishLprRateAction(input: PublishLprRateInput): Promise<ActionResult<{ fromDate: string }>> {
  return actionResult(async () => {
    const { fromDate } = await publishLprRate(await openPlatform(), input);
    return { fromDate };
  });
}
