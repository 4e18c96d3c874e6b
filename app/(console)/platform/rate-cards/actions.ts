"use server";
import { actionResult } from "@/app/action-result";
import { openPlatform } from "@/app/gates";
import type { ActionResult } from "@/components/ui/refusal";
import { publishRateCard } from "@/lib/rate-cards/publish-rate-card";
import type { PublishRateCardInput } from "@/lib/rate-cards/schema";

export async function publishRateCardAction(input: PublishRateCardInput): Promise<ActionResult<{ id: string }>> {
  return actionResult(async () => {
    const { id } = await publishRateCard(await openPlatform(), input);
    return { id };
  });
}
