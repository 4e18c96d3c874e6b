import { CircleCheck, CirclePlay, CircleStop, FileCheck, OctagonX, PenLine, TagsIcon, TriangleAlert, type LucideIcon } from "lucide-react";
import type { NotificationKind } from "@/lib/notifications/notify";
import type { NotificationRow } from "@/lib/notifications/queries";

const LOOKS: Record<NotificationKind, { icon: LucideIcon; mark: string }> = {
  "budget-warning": { icon: TriangleAlert, mark: "text-warning-text" },
  "budget-exhausted": { icon: OctagonX, mark: "text-danger-text" },
  "labels-stopped": { icon: CircleStop, mark: "text-danger-text" },
  "labels-stop-lifted": { icon: CircleCheck, mark: "text-success-text" },
  "labels-fell": { icon: TagsIcon, mark: "text-warning-text" },
  "offer-started": { icon: CirclePlay, mark: "text-success-text" },
  "offer-ended": { icon: CircleStop, mark: "text-ink-muted" },
  "copy-approved": { icon: CircleCheck, mark: "text-success-text" },
  "copy-changes-asked": { icon: PenLine, mark: "text-warning-text" },
  "copy-rejected": { icon: OctagonX, mark: "text-danger-text" },
  "copy-came-down": { icon: TriangleAlert, mark: "text-warning-text" },
  "import-committed": { icon: FileCheck, mark: "text-success-text" },
};

export const notificationLook = (kind: NotificationKind) => LOOKS[kind];

/** Where to go on from a notification: the offer it is about, else the list it concerns. */
export function notificationHref(shopId: string, { kind, subject }: Pick<NotificationRow, "kind" | "subject">): string | null {
  const [about, id] = subject?.split(":") ?? [];
  if (about === "offer" && id) return `/s/${shopId}/offers/${id}`;
  if (about === "copy" && id) return `/s/${shopId}/copy/${id}`;
  if (kind === "import-committed") return `/s/${shopId}/products`;
  if (kind === "labels-stopped" || kind === "labels-stop-lifted" || kind === "labels-fell") return `/s/${shopId}/labels`;
  return null;
}
