import { useTranslations } from "next-intl";
import Link from "next/link";
import { notificationHref, notificationLook } from "@/components/notifications/notification-look";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import type { NotificationRow } from "@/lib/notifications/queries";

export function RecentNotices({ shopId, rows }: { shopId: string; rows: readonly NotificationRow[] }) {
  const t = useTranslations("home.notices");
  const words = useTranslations("notifications");
  return (
    <Card
      title={t("title")}
      flush
      actions={
        <Button asChild size="sm">
          <Link href={`/s/${shopId}/notifications`}>{t("all")}</Link>
        </Button>
      }
    >
      {rows.length === 0 ? <p className="px-4 py-5 text-ink-muted">{t("none")}</p> : null}
      <ul className="divide-y divide-line">
        {rows.map((row) => {
          const { icon: Icon, mark } = notificationLook(row.kind);
          const href = notificationHref(shopId, row);
          const title = words(`kinds.${row.kind}.title`, row.params);
          return (
            <li key={row.id} className="flex items-start gap-2.5 px-4 py-2.5">
              <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${mark}`} />
              <p className="min-w-0 flex-1 break-words">
                {href ? (
                  <Link href={href} className="underline-offset-4 hover:underline">
                    {title}
                  </Link>
                ) : (
                  title
                )}
                <span className="block text-xs text-ink-muted">
                  <InstantText at={row.at} />
                </span>
              </p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
