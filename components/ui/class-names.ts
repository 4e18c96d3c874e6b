import { clsx, type ClassValue } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: { theme: { shadow: ["popover"], animate: ["fade-in", "pop-in", "slide-left", "slide-right"] } },
});

export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
