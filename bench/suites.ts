import type { BenchSuite } from "./bench-row";
import { engine } from "./engine";
import { http } from "./http";
import { labels } from "./labels";

/** In the order of the table. */
export const SUITES: readonly BenchSuite[] = [engine, labels, http];
