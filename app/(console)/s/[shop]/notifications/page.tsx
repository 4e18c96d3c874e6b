import { BellOff } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { openShop } from "@/app/gates";
import { NotificationList } from "@/components/notifications/notification-list";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { listNotifications } from "@/lib/notifications/queries";
import { markReadAction } from "./actions";

type NotificationsPageProps = { params: Promise<{ shop: string }>; searchParams: Promise<Record<"older" | "newer", string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

export default async function NotificationsPage({ params, searchParams }: NotificationsPageProps) {
  const ctx = await openShop((await params).shop);
  const t = await getTranslations("notifications");
  const from = await searchParams;
  const { rows, newer, older } = await listNotifications(ctx, { older: [from.older].flat()[0], newer: [from.newer].flat()[0] });
  const here = `/s/${ctx.shopId}/notifications`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon={BellOff}
            title={t("emptyTitle")}
            description={t("emptyText")}
            actions={
              <Button asChild>
                <Link href={`/s/${ctx.shopId}/offers`}>{t("toOffers")}</Link>
              </Button>
            }
          />
        ) : (
          <>
            <NotificationList shopId={ctx.shopId} rows={rows} markRead={markReadAction.bind(null, ctx.shopId)} />
            {newer || older ? (
              <div className="border-t border-line">
                <Pager previousHref={newer ? `${here}?newer=${newer}` : null} nextHref={older ? `${here}?older=${older}` : null} />
              </div>
            ) : null}
          </>
        )}
      </Card>
    </>
  );
}
