import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { rootFolder } from "./data-folder.mjs";
import { run } from "./run-command.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A Chromium that runs: the one the environment names, the system's, Playwright's own, or one that root installs. */
export async function findBrowser(report) {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isBrowser(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is no browser that runs.`);
    return named;
  }
  const found = onSystem() ?? (await playwrightsOwn(report)) ?? (await installedByRoot(report));
  if (!found) {
    throw new Error(
      "No Chromium for the end-to-end tests. Install one (Debian or Ubuntu: apt-get install chromium; macOS: brew install --cask chromium) or name it in CHROMIUM_PATH.",
    );
  }
  return found;
}

function onSystem() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...places].find(isBrowser);
}

async function playwrightsOwn(report) {
  const { chromium } = await import("@playwright/test");
  if (isBrowser(chromium.executablePath())) return chromium.executablePath();
  report?.("Playwright downloads its Chromium");
  const cli = path.join(rootFolder, "node_modules/@playwright/test/cli.js");
  return (await succeeds(process.execPath, [cli, "install", "chromium"], report)) && isBrowser(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

async function installedByRoot(report) {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status !== 0) return undefined;
  report?.("apt-get installs Chromium");
  await succeeds("apt-get", ["update"], report);
  await succeeds("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"], report);
  return onSystem();
}

async function succeeds(command, args, report) {
  try {
    await run(command, args, { env: { DEBIAN_FRONTEND: "noninteractive" }, onLine: report });
    return true;
  } catch (error) {
    report?.(error.message);
    return false;
  }
}

function isBrowser(file) {
  if (!existsSync(file)) return false;
  try {
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  return process.platform === "win32" || spawnSync(file, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}
