import type { BenchSuite } from "./bench-row";
import { catalog } from "./catalog";
import { client } from "./client";
import { consolePage } from "./console";
import { copy } from "./copy";
import { engine } from "./engine";
import { http } from "./http";
import { imports } from "./import";
import { labels } from "./labels";

/** In this order; the catalog reads what the import has brought. */
export const SUITES: readonly BenchSuite[] = [engine, copy, labels, http, consolePage, client, imports, catalog];
