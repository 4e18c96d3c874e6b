import type { ComponentProps } from "react";
import { cn } from "./class-names";

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={rows} className={cn("field-box block w-full px-3 py-2", className)} {...rest} />;
}
