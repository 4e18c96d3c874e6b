import { verifyQuote } from "@/lib/quote/verify";
import { type LineAnswer, type LineFields } from "@/scripts/yuefu/json-lines";
import { failedLine } from "@/scripts/yuefu/quote-command";

export function answerVerifyRow(row: LineFields): LineAnswer {
  const verification = verifyQuote(row);
  if (!verification.ok) return failedLine(verification);
  const { ok: _ok, ...fields } = verification;
  return { isFailure: verification.verdict !== "same", fields };
}
