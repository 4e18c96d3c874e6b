import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { rootFolder } from "./data-folder.mjs";
import { run } from "./run-command.mjs";

/** Installs what package-lock.json names, unless exactly that is there already. */
export async function installDependencies(report) {
  if (isInstalled()) return { note: "all there" };
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--include=optional", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=http"];
  if (npm?.endsWith(".js")) await run(process.execPath, [npm, ...args], { onLine: report });
  else await run("npm", args, { onLine: report });
  if (!isInstalled()) throw new Error("npm ci ended without an error and yet packages are missing. Delete node_modules and try again.");
  return { note: "installed" };
}

/** npm writes down what it installed when it is done; an install that was cut short has no such file. */
function isInstalled() {
  const done = path.join(rootFolder, "node_modules/.package-lock.json");
  if (!existsSync(done)) return false;
  const wanted = JSON.parse(readFileSync(path.join(rootFolder, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(done, "utf8")).packages;
  return Object.entries(wanted).every(([folder, entry]) => {
    if (folder === "") return true;
    const found = present[folder];
    if (entry.extraneous) return true;
    return found ? found.version === entry.version && existsSync(path.join(rootFolder, folder)) : entry.optional === true;
  });
}
