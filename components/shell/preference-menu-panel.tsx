"use client";
import type { ReactNode } from "react";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { PreferenceMenuItems, type PreferenceMenuItemsProps } from "./preference-menu-items";

export function PreferenceMenuPanel({ trigger, ...preferences }: PreferenceMenuItemsProps & { trigger: ReactNode }) {
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent>
        <PreferenceMenuItems {...preferences} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
