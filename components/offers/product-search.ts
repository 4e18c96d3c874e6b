"use client";
import type { ActionResult } from "@/components/ui/refusal";
import type { ChoiceOption, OptionSearch } from "@/components/ui/use-option-search";

/** A server's product search as a list of options; a refusal is a failed search. */
export function productSearch(search: (text: string) => Promise<ActionResult<ChoiceOption[]>>): OptionSearch {
  return async (text) => {
    const result = await search(text);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  };
}
