import { EVIDENCE_KIND, verifyEvidence } from "@/lib/review/evidence";
import { verifyQuote } from "@/lib/quote/verify";
import { type LineAnswer, type LineFields } from "@/scripts/yuefu/json-lines";
import { failedLine } from "@/scripts/yuefu/quote-command";

/** A quote document, or the document of a review decision. */
export function answerVerifyRow(row: LineFields): LineAnswer {
  if (row.kind === EVIDENCE_KIND) {
    const { id: _id, ...document } = row;
    const verification = verifyEvidence(document);
    return { isFailure: verification.verdict !== "same", fields: { ...verification } };
  }
  const verification = verifyQuote(row);
  if (!verification.ok) return failedLine(verification);
  const { ok: _ok, ...fields } = verification;
  return { isFailure: verification.verdict !== "same", fields };
}
