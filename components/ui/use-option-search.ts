"use client";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";

export type ChoiceOption = { value: string; label: string; hint?: string; keywords?: string; disabled?: boolean };

/** Asks a server for options; return a bounded list. */
export type OptionSearch = (query: string, signal: AbortSignal) => Promise<readonly ChoiceOption[]>;

const SEARCH_AFTER_MS = 200;
const MAX_SHOWN_OPTIONS = 200;

/** The list under a search box: what matches, which one is active, and the keys that move it. */
export function useOptionSearch({ options, onSearch, onPick, isOpen }: { options: readonly ChoiceOption[]; onSearch?: OptionSearch; onPick: (option: ChoiceOption) => void; isOpen: boolean }) {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<readonly ChoiceOption[] | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [activeIndex, setActiveIndex] = useState(0);
  const searchRef = useRef(onSearch);

  useEffect(() => {
    searchRef.current = onSearch;
  }, [onSearch]);

  useEffect(() => {
    if (!isOpen || !searchRef.current) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      searchRef
        .current?.(query, controller.signal)
        .then((result) => {
          if (controller.signal.aborted) return;
          setFound(result);
          setHasFailed(false);
          setActiveIndex(0);
        })
        .catch(() => {
          if (!controller.signal.aborted) setHasFailed(true);
        });
    }, SEARCH_AFTER_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query, isOpen]);

  const isRemote = onSearch !== undefined;
  const shown = useMemo(() => {
    const source = isRemote ? (found ?? options) : options.filter((option) => matches(option, query));
    return source.slice(0, MAX_SHOWN_OPTIONS);
  }, [isRemote, found, options, query]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActiveIndex((index) => (shown.length === 0 ? 0 : (index + step + shown.length) % shown.length));
    } else if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      setActiveIndex(event.key === "Home" ? 0 : Math.max(0, shown.length - 1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const option = shown[activeIndex];
      if (option && !option.disabled) onPick(option);
    }
  }

  return {
    query,
    setQuery: (next: string) => {
      setQuery(next);
      setActiveIndex(0);
    },
    shown,
    activeIndex,
    setActiveIndex,
    onKeyDown,
    isSearching: isRemote && found === null && !hasFailed,
    hasFailed,
  };
}

function matches(option: ChoiceOption, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return wanted === "" || `${option.label} ${option.hint ?? ""} ${option.keywords ?? ""}`.toLowerCase().includes(wanted);
}
