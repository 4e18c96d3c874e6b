"use client";
import { useTranslations } from "next-intl";
import { AlertDialog as AlertPrimitive } from "radix-ui";
import { useId, useState, type ReactNode } from "react";
import { Button } from "./button";
import { Label } from "./label";
import { Textarea } from "./textarea";

const MAX_REASON_LENGTH = 500;

export type ConfirmDialogProps = {
  /** The button that opens it; leave out when `open` is controlled. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description: ReactNode;
  confirmLabel: ReactNode;
  danger?: boolean;
  /** Asks for a reason, which goes into the record; the button waits for it. */
  reason?: { label: ReactNode; hint?: ReactNode };
  children?: ReactNode;
  /** Resolve to close. Resolve false to stay open, for example after a refusal shown in `children`. */
  onConfirm: (reason: string) => Promise<boolean | void>;
};

export function ConfirmDialog({ trigger, open, onOpenChange, title, description, confirmLabel, danger = false, reason, children, onConfirm }: ConfirmDialogProps) {
  const t = useTranslations("common");
  const reasonId = useId();
  const [ownOpen, setOwnOpen] = useState(false);
  const [reasonText, setReasonText] = useState("");
  const [pending, setPending] = useState(false);

  function change(next: boolean) {
    if (pending) return;
    if (!next) setReasonText("");
    setOwnOpen(next);
    onOpenChange?.(next);
  }

  async function confirm() {
    setPending(true);
    let keepOpen = true;
    try {
      keepOpen = (await onConfirm(reasonText.trim())) === false;
    } finally {
      setPending(false);
    }
    if (!keepOpen) {
      setReasonText("");
      setOwnOpen(false);
      onOpenChange?.(false);
    }
  }

  return (
    <AlertPrimitive.Root open={open ?? ownOpen} onOpenChange={change}>
      {trigger ? <AlertPrimitive.Trigger asChild>{trigger}</AlertPrimitive.Trigger> : null}
      <AlertPrimitive.Portal>
        <AlertPrimitive.Overlay className="fixed inset-0 z-40 animate-fade-in bg-overlay" />
        <AlertPrimitive.Content className="fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] max-w-md -translate-x-1/2 -translate-y-1/2 animate-pop-in flex-col overflow-y-auto rounded-lg border border-line bg-raised p-5 shadow-popover outline-none">
          <AlertPrimitive.Title className="text-base font-semibold">{title}</AlertPrimitive.Title>
          <AlertPrimitive.Description className="mt-1.5 text-ink-muted">{description}</AlertPrimitive.Description>
          {children ? <div className="mt-3">{children}</div> : null}
          {reason ? (
            <div className="mt-4 flex flex-col gap-1.5">
              <Label htmlFor={reasonId}>{reason.label}</Label>
              {reason.hint ? (
                <p id={`${reasonId}-hint`} className="text-[0.8125rem] text-ink-muted">
                  {reason.hint}
                </p>
              ) : null}
              <Textarea
                id={reasonId}
                required
                maxLength={MAX_REASON_LENGTH}
                aria-describedby={reason.hint ? `${reasonId}-hint` : undefined}
                value={reasonText}
                onChange={(event) => setReasonText(event.target.value)}
              />
            </div>
          ) : null}
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <AlertPrimitive.Cancel asChild>
              <Button disabled={pending}>{t("cancel")}</Button>
            </AlertPrimitive.Cancel>
            <Button variant={danger ? "danger" : "primary"} pending={pending} disabled={Boolean(reason) && reasonText.trim() === ""} onClick={() => void confirm()}>
              {confirmLabel}
            </Button>
          </div>
        </AlertPrimitive.Content>
      </AlertPrimitive.Portal>
    </AlertPrimitive.Root>
  );
}
