"use server";
import { revalidatePath } from "next/cache";
import { actionResult } from "@/app/action-result";
import { openPlatform } from "@/app/gates";
import type { ActionResult } from "@/components/ui/refusal";
import { previewTakeDown, takeDownPhrase } from "@/lib/review/take-down-phrase";

export async function previewAction(phrase: string): Promise<ActionResult<Awaited<ReturnType<typeof previewTakeDown>>>> {
  return actionResult(async () => previewTakeDown(await openPlatform(), phrase));
}

export async function takeDownAction(input: { phrase: string; reason: string }): Promise<ActionResult<{ takeDownId: string; fallen: number }>> {
  const result = await actionResult(async () => takeDownPhrase(await openPlatform(), input));
  if (result.ok) revalidatePath("/platform/take-downs");
  return result;
}
