"use client";
import { useTranslations } from "next-intl";
import { useId, useState, type ComponentProps } from "react";
import { formatFen, type Fen } from "@/lib/money/fen";
import { parseYuan } from "@/lib/money/parse-yuan";
import { Input } from "./input";

export type MoneyInputProps = Omit<ComponentProps<typeof Input>, "value" | "defaultValue" | "onChange" | "type" | "prefix"> & {
  /** Integer fen, null where nothing is typed, NaN where it cannot be read: no schema takes that for an empty field. */
  value: number | null | undefined;
  onChange: (fen: Fen | null) => void;
};

const UNREADABLE = Number.NaN as Fen;

/** Yuan as people write them (¥1,299.00, 1299元, full-width digits), fen in the form. */
export function MoneyInput({ value, onChange, onBlur, ...rest }: MoneyInputProps) {
  const t = useTranslations("common");
  const problemId = useId();
  const [text, setText] = useState(() => yuanText(value));
  const [reported, setReported] = useState(value ?? null);
  const [hasLeft, setHasLeft] = useState(false);

  // The form may set another amount (a reset, a suggestion); what is being typed stays as typed.
  if (!Object.is(value ?? null, reported)) {
    setReported(value ?? null);
    setText(yuanText(value));
  }

  const parsed = parseYuan(text);
  const problem = !parsed.ok && parsed.reason !== "empty" && (hasLeft || rest["aria-invalid"]) ? parsed.reason : null;
  return (
    <>
      <Input
        inputMode="decimal"
        autoComplete="off"
        {...rest}
        prefix="¥"
        className="tabular"
        value={text}
        aria-invalid={rest["aria-invalid"] || problem !== null || undefined}
        aria-describedby={problem ? problemId : rest["aria-describedby"]}
        onChange={(event) => {
          const next = parseYuan(event.target.value);
          const amount = next.ok ? next.fen : next.reason === "empty" ? null : UNREADABLE;
          setText(event.target.value);
          setHasLeft(false);
          setReported(amount);
          onChange(amount);
        }}
        onBlur={(event) => {
          setHasLeft(true);
          if (parsed.ok) setText(yuanText(parsed.fen));
          onBlur?.(event);
        }}
      />
      {problem ? (
        <p id={problemId} data-own-problem className="text-[0.8125rem] text-danger-text">
          {t(`money.${problem}`)}
        </p>
      ) : null}
    </>
  );
}

function yuanText(value: number | null | undefined): string {
  return value === null || value === undefined || Number.isNaN(value) ? "" : formatFen(value as Fen).replace("¥", "");
}
