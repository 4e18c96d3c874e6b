import { Bell } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

const MOST_SHOWN = 99;

export function NotificationBell({ href, unread }: { href: string; unread: number }) {
  const t = useTranslations("shell");
  return (
    <Link href={href} aria-label={t("unread", { count: unread })} className="relative flex size-9 items-center justify-center rounded-md hover:bg-hover">
      <Bell aria-hidden className="size-[18px]" />
      {unread > 0 ? (
        <span aria-hidden className="tabular absolute top-0.5 right-0 min-w-4 rounded-full bg-danger px-1 text-center text-[0.6875rem] leading-4 font-semibold text-white">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      ) : null}
    </Link>
  );
}
