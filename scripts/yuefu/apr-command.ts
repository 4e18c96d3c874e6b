import { answerCase } from "@/lib/apr-conventions/answer-case";
import { type LineAnswer, type LineFields } from "@/scripts/yuefu/json-lines";

export function answerAprRow(row: LineFields): LineAnswer {
  const fields = answerCase(row);
  return { isFailure: fields.error !== undefined, fields };
}
