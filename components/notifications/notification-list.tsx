"use client";
import { Check, CheckCheck } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { InstantText } from "@/components/ui/date-text";
import { Tooltip } from "@/components/ui/tooltip";
import { useRefusalText, type ActionResult } from "@/components/ui/refusal";
import type { MarkReadInput } from "@/lib/notifications/schema";
import type { NotificationRow } from "@/lib/notifications/queries";
import { notificationHref, notificationLook } from "./notification-look";
import { useNoticeText } from "./use-notice-text";

export type NotificationListProps = {
  shopId: string;
  rows: readonly NotificationRow[];
  markRead: (input: MarkReadInput) => Promise<ActionResult<{ marked: number }>>;
};

export function NotificationList({ shopId, rows, markRead }: NotificationListProps) {
  const t = useTranslations("notifications");
  const noticeText = useNoticeText();
  const refusalText = useRefusalText();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();

  function mark(input: MarkReadInput) {
    startTransition(async () => {
      const result = await markRead(input);
      if (result.ok) router.refresh();
      else toast.error(refusalText(result.refusal));
    });
  }

  return (
    <>
      <div className="flex justify-end border-b border-line px-4 py-2">
        <Button size="sm" pending={isPending} disabled={rows.every((row) => row.isRead)} onClick={() => mark({})}>
          <CheckCheck aria-hidden />
          {t("markAll")}
        </Button>
      </div>
      <ul className="divide-y divide-line">
        {rows.map((row) => {
          const { icon: Icon, mark: markClass } = notificationLook(row.kind);
          const href = notificationHref(shopId, row);
          const title = t(`kinds.${row.kind}.title`, row.params);
          return (
            <li key={row.id} className={cn("flex items-start gap-3 px-4 py-3.5", !row.isRead && "bg-accent-soft/50")}>
              <Icon aria-hidden className={cn("mt-0.5 size-[18px] shrink-0", markClass)} />
              <div className="min-w-0 flex-1">
                <p className={cn("break-words", !row.isRead && "font-semibold")}>
                  {row.isRead ? null : <span className="sr-only">{t("unreadMark")}</span>}
                  {href ? (
                    <Link href={href} className="underline-offset-4 hover:underline" onClick={() => (row.isRead ? undefined : mark({ ids: [row.id] }))}>
                      {title}
                    </Link>
                  ) : (
                    title
                  )}
                </p>
                <p className="mt-0.5 text-[0.8125rem] break-words text-ink-muted">{noticeText(row)}</p>
                <p className="mt-1 text-xs text-ink-muted">
                  <InstantText at={row.at} />
                </p>
              </div>
              {row.isRead ? null : (
                <Tooltip content={t("markRead")} side="left">
                  <Button variant="ghost" size="icon-sm" aria-label={t("markOne", { title })} onClick={() => mark({ ids: [row.id] })}>
                    <Check aria-hidden />
                  </Button>
                </Tooltip>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
