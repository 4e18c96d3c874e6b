import { IMPORT_CRONTAB, IMPORT_TASKS } from "@/lib/catalog/import-jobs";
import { LABEL_CRONTAB, LABEL_TASKS } from "@/lib/labels/label-jobs";
import { startJobWorker } from "@/lib/platform/job-worker";
import { REVIEW_CRONTAB, REVIEW_TASKS } from "@/lib/review/review-jobs";
import type { BackgroundPart } from "./answerer";

export function jobs(): BackgroundPart {
  return { name: "jobs", start: () => startJobWorker({ tasks: { ...LABEL_TASKS, ...IMPORT_TASKS, ...REVIEW_TASKS }, crontab: [LABEL_CRONTAB, IMPORT_CRONTAB, REVIEW_CRONTAB].join("\n") }) };
}
