import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { rootFolder } from "./data-folder.mjs";
import { fingerprintFiles } from "./fingerprint-files.mjs";
import { run } from "./run-command.mjs";

const sources = [
  "app", "components", "lib", "i18n", "messages", "public", "prisma",
  "proxy.ts", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json",
];

/** Builds the pages, unless the last complete build was made of the same sources. */
export async function buildIfChanged(env, report) {
  const stamp = path.join(rootFolder, ".next/sources.sha256");
  const wanted = fingerprintFiles(sources, process.version);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return { note: "unchanged" };
  rmSync(stamp, { force: true });
  await run(process.execPath, [path.join(rootFolder, "node_modules/next/dist/bin/next"), "build"], {
    env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    onLine: report,
  });
  if (!existsSync(path.join(rootFolder, ".next/BUILD_ID"))) throw new Error("next build wrote no pages.");
  writeFileSync(stamp, wanted);
  return { note: "built" };
}
