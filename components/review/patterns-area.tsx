import type { ComponentProps } from "react";
import { Textarea } from "@/components/ui/textarea";

const ROWS_MIN = 4;
const ROWS_MAX = 24;

/** Patterns, one per line, as high as what it opens with. */
export function PatternsArea({ opensWith, ...props }: ComponentProps<typeof Textarea> & { opensWith: string }) {
  return <Textarea {...props} lang="zh-CN" spellCheck={false} rows={Math.min(ROWS_MAX, Math.max(ROWS_MIN, opensWith.split("\n").length + 1))} className="font-mono text-[0.8125rem]" />;
}
