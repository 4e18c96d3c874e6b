"use client";
import { ChevronDown } from "lucide-react";
import type { KeyboardEvent } from "react";
import { selectClasses, type SelectProps } from "./select-face";
import { useOnDemand } from "./use-on-demand";

const loadOpened = () => import("./opened-select").then(({ OpenedSelect }) => OpenedSelect);

/** Closed it is a button that shows what is chosen; its list is loaded when somebody reaches for it. */
export function Select(props: SelectProps) {
  const { options, placeholder, id, className, size = "md", onBlur, value, onValueChange: _, disabled, ...aria } = props;
  const { Part, open, reach } = useOnDemand(loadOpened);
  if (Part) return <Part {...props} />;
  const chosen = options.find((option) => option.value === value);

  function onKeyDown(event: KeyboardEvent) {
    const isLetter = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isLetter && event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    void open();
  }

  return (
    <button type="button" role="combobox" aria-controls={undefined} id={id} disabled={disabled} onBlur={onBlur} onKeyDown={onKeyDown} data-placeholder={chosen ? undefined : ""} className={selectClasses(size, className)} {...aria} {...reach} aria-expanded={false}>
      <span className="truncate">{chosen?.label ?? placeholder}</span>
      <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
    </button>
  );
}
