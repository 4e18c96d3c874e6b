"use server";
import { actionResult } from "@/app/action-result";
import { openAccount } from "@/app/gates";
import type { ActionResult } from "@/components/ui/refusal";
import { changePassword } from "@/lib/accounts/change-password";
import { endSessions } from "@/lib/accounts/end-sessions";
import type { ChangePasswordInput } from "@/lib/accounts/schema";

export async function changePasswordAction(input: ChangePasswordInput): Promise<ActionResult<void>> {
  return actionResult(async () => changePassword(await openAccount(), input));
}

export async function endSessionsAction(): Promise<ActionResult<void>> {
  return actionResult(async () => endSessions(await openAccount()));
}
