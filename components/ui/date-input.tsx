import type { ComponentProps } from "react";
import { Input } from "./input";

/** A calendar date as "YYYY-MM-DD"; the browser's own picker, so that phones and keyboards work as people know them. */
export function DateInput({ onChange, ...rest }: Omit<ComponentProps<typeof Input>, "type" | "onChange" | "prefix" | "suffix" | "value"> & { value?: string; onChange?: (date: string) => void }) {
  return <Input type="date" className="tabular" onChange={(event) => onChange?.(event.target.value)} {...rest} />;
}
