"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback, useTransition } from "react";

const CURSOR_PARAMS = ["after", "before"] as const;

/**
 * Filters and sorting live in the address. A change drops the cursor, because a
 * page of the old list means nothing in the new one.
 */
export function useUrlParams(cursorParams: readonly string[] = CURSOR_PARAMS) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [isPending, startTransition] = useTransition();

  const set = useCallback(
    (patch: Record<string, string | readonly string[] | null>) => {
      const next = new URLSearchParams(params);
      for (const name of cursorParams) next.delete(name);
      for (const [name, value] of Object.entries(patch)) {
        next.delete(name);
        if (value === null || value === "") continue;
        for (const one of typeof value === "string" ? [value] : value) next.append(name, one);
      }
      const query = next.toString();
      startTransition(() => router.replace(query === "" ? pathname : `${pathname}?${query}`, { scroll: false }));
    },
    [cursorParams, params, pathname, router],
  );

  return { params, set, isPending };
}
