import type { BenchSuite } from "./bench-row";
import { engine } from "./engine";

/** In the order of the table. */
export const SUITES: readonly BenchSuite[] = [engine];
