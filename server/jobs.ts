import { startLabelWorker } from "@/lib/labels/label-worker";
import type { BackgroundPart } from "./answerer";

export function jobs(): BackgroundPart {
  return { name: "jobs", start: startLabelWorker };
}
