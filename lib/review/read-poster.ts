import type { Prisma } from "@/generated/prisma/client";
import { asSystemInShop } from "@/lib/access/gates";
import type { ShopContext } from "@/lib/platform/context";
import type { Jobs } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { inTransaction } from "@/lib/platform/transaction";
import type { Reading } from "./reading";
import { recognizeText, type RecognizeOptions } from "./recognize-text";

/** A reading that nobody finished is begun again so often: a picture that brings the process down does not do so for ever. */
const ATTEMPTS_MAX = 3;
const REPORT_EVERY_MS = 500;

/** Reads the text of a picture that was taken in. Whatever is wrong with it ends as `failed` with its reason. */
export async function readPoster({ shopId, pictureId }: Jobs["read-poster"], options: Pick<RecognizeOptions, "timeoutMs" | "signal"> = {}): Promise<void> {
  const ctx = asSystemInShop(shopId);
  const taken = await take(ctx, pictureId);
  if (!taken) return;
  const { bytes, attempt } = taken;
  const thisReading = { id: pictureId, shopId: ctx.shopId, state: "reading", attempt };
  if (attempt > ATTEMPTS_MAX) return finish(ctx, thisReading, { ok: false, problem: "internal", detail: `begun ${ATTEMPTS_MAX} times` });
  const reporter = createReporter(ctx, thisReading);
  try {
    const reading = await recognizeText(bytes, { ...options, onProgress: reporter.report });
    await reporter.settled();
    await finish(ctx, thisReading, reading);
  } catch (error) {
    // The process is about to end; that is no fault of the picture's.
    if (options.signal?.aborted) await inTransaction(ctx, ({ tx }) => tx.copyPicture.updateMany({ where: thisReading, data: { state: "waiting", attempt: { decrement: 1 } } }));
    throw error;
  }
}

type ThisReading = { id: string; shopId: string; state: string; attempt: number };

function take(ctx: ShopContext, pictureId: string): Promise<{ bytes: Uint8Array; attempt: number } | undefined> {
  return inTransaction(ctx, async ({ tx }) => {
    const [taken] = await tx.copyPicture.updateManyAndReturn({
      where: { id: pictureId, shopId: ctx.shopId, state: { in: ["waiting", "reading"] } },
      data: { state: "reading", progress: 0, attempt: { increment: 1 } },
      select: { bytes: true, attempt: true },
    });
    return taken;
  });
}

async function finish(ctx: ShopContext, thisReading: ThisReading, reading: Reading): Promise<void> {
  const { id: pictureId, shopId } = thisReading;
  const result = reading.ok ? { state: "read", progress: 100, lines: reading.lines as unknown as Prisma.InputJsonValue } : { state: "failed", problem: reading.problem };
  await inTransaction(ctx, ({ tx }) => tx.copyPicture.updateMany({ where: thisReading, data: { ...result, readAt: ctx.clock.now() } }));
  if (reading.ok) log.info({ shopId, pictureId, lines: reading.lines.length }, "a poster was read");
  else log[reading.problem === "internal" ? "error" : "warn"]({ shopId, pictureId, problem: reading.problem, detail: reading.detail }, "a poster could not be read");
}

/** Says from time to time how far the reading is; one report at a time, the next after the last is in. */
function createReporter(ctx: ShopContext, thisReading: ThisReading) {
  let reportedAtMs = 0;
  let last: Promise<unknown> | null = null;
  return {
    report(percent: number): void {
      if (last || performance.now() - reportedAtMs < REPORT_EVERY_MS) return;
      reportedAtMs = performance.now();
      last = inTransaction(ctx, ({ tx }) => tx.copyPicture.updateMany({ where: thisReading, data: { progress: Math.min(99, percent) } }))
        .catch((error: unknown) => log.warn({ err: error, pictureId: thisReading.id }, "the progress of a poster was not stored"))
        .finally(() => (last = null));
    },
    settled: async (): Promise<void> => void (await last),
  };
}
