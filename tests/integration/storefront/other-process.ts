import { closeDatabase } from "@/lib/platform/db";
import { answerLabel } from "@/lib/storefront/answer-label";
import { LabelIndex } from "@/lib/storefront/label-index";
import type { LabelAsk } from "@/lib/storefront/label-query";

// A second server process in miniature: it compiles its own labels and tells the test, over the channel of the fork, what it would answer.
const index = new LabelIndex();
const started = index.start();

process.on("message", (message: { id: number; ask: LabelAsk }) => void answer(message));
process.on("disconnect", () => void leave());
process.send!({ id: 0, answer: "listening" });

async function answer({ id, ask }: { id: number; ask: LabelAsk }): Promise<void> {
  process.send!({ id, answer: await answerLabel(index, ask) });
}

async function leave(): Promise<void> {
  await index.stop();
  await started;
  await closeDatabase();
}
