import { useTranslations } from "next-intl";
import { Skeleton } from "./skeleton";

const ROWS = 7;

/** Holds the room of a list page while it loads, so that nothing jumps. */
export function PageSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")}>
      <Skeleton className="h-7 w-48" />
      <Skeleton className="mt-2 h-4 w-80 max-w-full" />
      <div className="mt-6 rounded-lg border border-line bg-surface p-4">
        {Array.from({ length: ROWS }, (_, index) => (
          <Skeleton key={index} className="mb-4 h-5 last:mb-0" />
        ))}
      </div>
    </div>
  );
}
