import type { BenchSuite } from "./bench-row";

/** In the order of the table. */
export const SUITES: readonly BenchSuite[] = [];
