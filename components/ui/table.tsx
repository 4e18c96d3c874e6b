import type { ComponentProps } from "react";
import { cn } from "./class-names";

/** Scrolls sideways by keyboard and by touch; give it a name through `label`. */
export function TableScroll({ label, className, ...rest }: ComponentProps<"div"> & { label: string }) {
  return <div role="region" aria-label={label} tabIndex={0} className={cn("relative overflow-x-auto focus-visible:-outline-offset-2", className)} {...rest} />;
}

export function Table({ className, ...rest }: ComponentProps<"table">) {
  return <table className={cn("w-full border-collapse text-left", className)} {...rest} />;
}

export function TableHead({ className, ...rest }: ComponentProps<"thead">) {
  return <thead className={cn("bg-sunken text-[0.8125rem] text-ink-muted", className)} {...rest} />;
}

export function TableBody({ className, ...rest }: ComponentProps<"tbody">) {
  return <tbody className={cn("divide-y divide-line", className)} {...rest} />;
}

export function TableRow({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={cn("data-[selected=true]:bg-accent-soft", className)} {...rest} />;
}

type CellAlign = { align?: "start" | "end" };

export function TableHeader({ className, align = "start", scope = "col", ...rest }: Omit<ComponentProps<"th">, "align"> & CellAlign) {
  return <th scope={scope} className={cn("h-9 px-3 font-medium whitespace-nowrap first:pl-4 last:pr-4", align === "end" && "text-right", className)} {...rest} />;
}

export function TableCell({ className, align = "start", ...rest }: Omit<ComponentProps<"td">, "align"> & CellAlign) {
  return <td className={cn("h-11 px-3 py-2 first:pl-4 last:pr-4", align === "end" && "tabular text-right", className)} {...rest} />;
}
