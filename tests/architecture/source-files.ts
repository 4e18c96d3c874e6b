import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

export interface SourceFile {
  /** path from the root, with slashes */
  path: string;
  text: string;
  imports: { from: string; isTypeOnly: boolean }[];
}

/** TypeScript files below a folder of the repository; an absent folder has none. */
export function sourceFiles(folder: string, endings = [".ts", ".tsx"]): SourceFile[] {
  return namesBelow(folder)
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => {
      const text = readFileSync(path.join(root, name), "utf8");
      return { path: name, text, imports: importsOf(name, text) };
    });
}

export function foldersOf(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** A file without its comments and the insides of its strings kept: enough to look for calls. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");
}

function namesBelow(folder: string): string[] {
  const entries = readdirSyncOrNone(path.join(root, folder));
  return entries.flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? namesBelow(name) : [name];
  });
}

function readdirSyncOrNone(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

function importsOf(file: string, text: string): SourceFile["imports"] {
  const found: SourceFile["imports"] = [];
  for (const match of withoutComments(text).matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^"';]*?from\s*)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g)) {
    const target = match[3] ?? match[4] ?? "";
    const names = match[2] ?? "";
    const everyNameIsType = /^\{[^}]*\}\s*from/.test(names) && names.replace(/[{}]|from/g, "").split(",").filter((name) => name.trim()).every((name) => name.trim().startsWith("type "));
    found.push({ from: resolved(file, target), isTypeOnly: Boolean(match[1]) || everyNameIsType });
  }
  return found;
}

function resolved(file: string, target: string): string {
  if (target.startsWith("@/")) return target.slice(2);
  if (target.startsWith(".")) return path.posix.normalize(path.posix.join(path.posix.dirname(file), target));
  return target;
}
