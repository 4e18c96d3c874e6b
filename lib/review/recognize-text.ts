import { Worker } from "node:worker_threads";
import { readPictureHeader } from "./read-picture-header";
import type { Reading, ReadingProblem } from "./reading";
import { linesOfWords, type RecognizedWord } from "./recognized-lines";
import { turnHint } from "./turn-hint";

export interface RecognizeOptions {
  timeoutMs?: number;
  onProgress?: (percent: number) => void;
  /** ends the work where the process is about to end */
  signal?: AbortSignal;
}

const TIMEOUT_MS = 120_000;

type Message = { kind: "progress"; percent: number } | { kind: "read"; rows: RecognizedWord[][] } | { kind: "failed"; problem: ReadingProblem; detail: string };

/**
 * The lines of text on a picture, recognized in a thread of its own: a picture that takes too long, or that brings the recognition
 * down, ends the thread and nothing else. Rejects only where `signal` says so.
 */
export async function recognizeText(bytes: Uint8Array, { timeoutMs = TIMEOUT_MS, onProgress = () => undefined, signal }: RecognizeOptions = {}): Promise<Reading> {
  signal?.throwIfAborted();
  const header = readPictureHeader(bytes);
  const upright = header.ok && header.mediaType === "image/jpeg" ? turnHint(bytes, header.orientation) : Uint8Array.from(bytes);
  const worker = new Worker(new URL("./recognition-worker.mjs", import.meta.url), { workerData: { bytes: upright }, transferList: [upright.buffer], stdout: true, stderr: true, execArgv: [], env: {} });
  // What the recognition mutters is of no use to anybody, and must not pile up.
  worker.stdout.resume();
  worker.stderr.resume();
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Reading>((resolve, reject) => {
      timer = setTimeout(() => resolve({ ok: false, problem: "timeout", detail: `${timeoutMs} ms` }), timeoutMs);
      signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
      worker.on("message", (message: Message) => {
        if (message.kind === "progress") onProgress(message.percent);
        else if (message.kind === "read") resolve({ ok: true, lines: linesOfWords(message.rows) });
        else resolve({ ok: false, problem: message.problem, detail: message.detail });
      });
      worker.on("error", (error) => resolve({ ok: false, problem: "internal", detail: String(error) }));
      worker.on("exit", (code) => resolve({ ok: false, problem: "internal", detail: `the thread ended with ${code}` }));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
