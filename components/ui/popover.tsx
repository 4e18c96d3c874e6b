"use client";
import { Popover as PopoverPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./class-names";

export const Popover = PopoverPrimitive.Root;
export const PopoverTrigger = PopoverPrimitive.Trigger;

/** A popover is a dialog to a screen reader, so it has a name. */
export function PopoverContent({ label, className, align = "start", sideOffset = 4, ...rest }: ComponentProps<typeof PopoverPrimitive.Content> & { label: string }) {
  return (
    <PopoverPrimitive.Portal>
      <PopoverPrimitive.Content
        aria-label={label}
        align={align}
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn("z-50 max-w-[calc(100vw-16px)] animate-pop-in rounded-md border border-line bg-raised p-3 shadow-popover outline-none", className)}
        {...rest}
      />
    </PopoverPrimitive.Portal>
  );
}
