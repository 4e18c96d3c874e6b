import { labelIndex } from "@/lib/storefront/label-index";
import { log } from "@/lib/platform/log";
import type { BackgroundPart } from "./answerer";

/** The compiled labels. Requests do not wait for all shops: one that is asked for is loaded first. */
export function labelIndexPart(): BackgroundPart {
  const index = labelIndex();
  return {
    name: "labels",
    start: async () => {
      const started = index.start().catch((error: unknown) => log.error({ err: error }, "the label index did not start"));
      return {
        stop: async () => {
          await index.stop();
          await started;
        },
      };
    },
    readiness: () => index.readiness(),
  };
}
