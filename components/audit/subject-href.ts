import type { AuditRow } from "@/lib/audit/list-audit";

export interface SubjectReader {
  /** null on the platform, whose people enter no shop */
  shopId: string | null;
  mayImport: boolean;
}

/** The page of what a deed was done to, where there is one that the reader may open. */
export function subjectHref({ action, subject, shopId: of }: Pick<AuditRow, "action" | "subject" | "shopId">, { shopId, mayImport }: SubjectReader): string | null {
  const id = encodeURIComponent(subject.id);
  if (of === null) {
    if (shopId !== null) return null;
    if (subject.kind === "rate-card") return `/platform/rate-cards/${id}`;
    if (subject.kind === "submission") return `/platform/reviews/${id}`;
    if (subject.kind === "take-down") return "/platform/take-downs";
    return subject.kind === "policy" || subject.kind === "lpr-rate" ? "/platform/policies" : null;
  }
  if (shopId === null) return null;
  const base = `/s/${encodeURIComponent(shopId)}`;
  if (subject.kind === "product" && subject.name !== null) return `${base}/products/${id}`;
  if (subject.kind === "offer" && subject.name !== null) return `${base}/offers/${id}`;
  if (subject.kind === "copy" && subject.name !== null) return `${base}/copy/${id}`;
  if (subject.kind === "import" && subject.name !== null) return mayImport ? `${base}/products/import?import=${id}` : null;
  if (action === "labels.stopped" || action === "labels.stop-lifted") return `${base}/labels`;
  if (action === "notification.read") return `${base}/notifications`;
  return action === "shop.renamed" ? `${base}/settings` : null;
}
