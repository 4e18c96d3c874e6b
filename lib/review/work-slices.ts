import { setImmediate } from "node:timers/promises";

const SLICE_MS = 20;

/** Long work beside others' requests: gives way after each slice, and ends where its time is over. */
export class WorkSlices {
  private readonly end: number;
  private sliceEnd: number;

  constructor(maxMs: number) {
    const now = performance.now();
    this.end = now + maxMs;
    this.sliceEnd = now + SLICE_MS;
  }

  get isOver(): boolean {
    return performance.now() >= this.end;
  }

  /** False where the time is over. */
  async goOn(): Promise<boolean> {
    if (performance.now() >= this.sliceEnd) {
      await setImmediate();
      this.sliceEnd = performance.now() + SLICE_MS;
    }
    return !this.isOver;
  }
}
