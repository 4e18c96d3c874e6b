import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

export type InputProps = Omit<ComponentProps<"input">, "prefix"> & {
  /** A unit or symbol inside the box, before or after the text. */
  prefix?: ReactNode;
  suffix?: ReactNode;
};

export function Input({ className, prefix, suffix, ...rest }: InputProps) {
  if (!prefix && !suffix) return <input className={cn("field-box h-9 w-full px-3", className)} {...rest} />;
  return (
    <span className="relative block w-full">
      {prefix ? <span aria-hidden className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-ink-faint [&_svg]:size-4">{prefix}</span> : null}
      <input className={cn("field-box h-9 w-full px-3", prefix && "pl-8", suffix && "pr-10", className)} {...rest} />
      {suffix ? <span aria-hidden className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-ink-faint">{suffix}</span> : null}
    </span>
  );
}
