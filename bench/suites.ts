import type { BenchSuite } from "./bench-row";
import { consolePage } from "./console";
import { engine } from "./engine";
import { http } from "./http";
import { imports } from "./import";
import { labels } from "./labels";

export const SUITES: readonly BenchSuite[] = [engine, labels, http, consolePage, imports];
