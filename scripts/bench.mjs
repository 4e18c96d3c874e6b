#!/usr/bin/env node
import { spawn } from "node:child_process";
import { rootFolder } from "./setup/data-folder.mjs";
import { generateClient } from "./setup/generate-client.mjs";
import { installDependencies } from "./setup/install-dependencies.mjs";
import { step } from "./setup/progress.mjs";
import { requireNode } from "./setup/require-node.mjs";

// `npm run bench` measures everything; `npm run bench -- engine labels` only these suites.
requireNode();
await step("Packages", installDependencies);
await step("Database client", generateClient);
const bench = spawn(process.execPath, ["--expose-gc", "--import", "tsx", "bench/main.ts", ...process.argv.slice(2)], {
  cwd: rootFolder,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "silent" },
});
bench.once("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
