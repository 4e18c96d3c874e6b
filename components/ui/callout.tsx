import { CircleCheck, Info, OctagonX, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";

export type CalloutTone = "info" | "success" | "warning" | "refusal";

/** One line of a sum: words on the left, an amount on the right; the last one is usually the result. */
export type ArithmeticLine = { label: ReactNode; value: ReactNode; sign?: "+" | "−" | "=" | "×"; result?: boolean };

export type CalloutProps = {
  tone?: CalloutTone;
  title?: ReactNode;
  children?: ReactNode;
  arithmetic?: readonly ArithmeticLine[];
  actions?: ReactNode;
  /** Announce when it appears while the person is typing or after an action. */
  live?: boolean;
  className?: string;
};

const looks: Record<CalloutTone, { icon: LucideIcon; box: string; mark: string }> = {
  info: { icon: Info, box: "border-line bg-accent-soft", mark: "text-accent-text" },
  success: { icon: CircleCheck, box: "border-success-line/50 bg-success-soft", mark: "text-success-text" },
  warning: { icon: TriangleAlert, box: "border-warning-line/50 bg-warning-soft", mark: "text-warning-text" },
  refusal: { icon: OctagonX, box: "border-danger-line/50 bg-danger-soft", mark: "text-danger-text" },
};

export function Callout({ tone = "info", title, children, arithmetic, actions, live = false, className }: CalloutProps) {
  const { icon: Icon, box, mark } = looks[tone];
  return (
    <div role={live ? (tone === "refusal" ? "alert" : "status") : undefined} className={cn("flex gap-2.5 rounded-md border px-3.5 py-3 text-ink", box, className)}>
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", mark)} />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className={cn("text-[0.8125rem] leading-normal", title && "mt-0.5")}>{children}</div> : null}
        {arithmetic && arithmetic.length > 0 ? <Arithmetic lines={arithmetic} /> : null}
        {actions ? <div className="mt-2.5 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}

export function Arithmetic({ lines, className }: { lines: readonly ArithmeticLine[]; className?: string }) {
  const hasSigns = lines.some((line) => line.sign);
  return (
    <dl className={cn("mt-2 max-w-md text-[0.8125rem]", className)}>
      {lines.map((line, index) => (
        <div key={index} className={cn("flex justify-between gap-4 py-0.5", line.result && "mt-1 border-t border-line-strong/50 pt-1.5 font-semibold")}>
          <dt>
            {hasSigns ? <span className="tabular mr-1.5 inline-block w-3 text-center">{line.sign}</span> : null}
            {line.label}
          </dt>
          <dd className="tabular text-right">{line.value}</dd>
        </div>
      ))}
    </dl>
  );
}
