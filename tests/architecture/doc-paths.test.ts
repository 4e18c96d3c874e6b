import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { sourceFiles } from "./source-files";

const root = path.resolve(import.meta.dirname, "../..");
const FRONT_PAGES = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"];

const FENCE = /^ *```\w*\n([\s\S]*?)^ *```/gm;

const documents = [...FRONT_PAGES, ...sourceFiles("docs", [".md"]).map(({ path: name }) => name)].map((name) => ({ name, text: readFileSync(path.join(root, name), "utf8") }));
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !["node_modules", ".git", ".next", ".data", "generated"].includes(entry.name)).map(({ name }) => name);
const paths = new Set(folders.flatMap((folder) => [folder, ...below(folder)]));

describe("the documents", () => {
  it("name only paths that exist", () => {
    expect(documents.flatMap(({ name, text }) => namedPaths(text).filter((named) => !isThere(named)).map((named) => `${name}: ${named}`))).toEqual([]);
  });

  it("link only to files that exist", () => {
    const links = documents.flatMap(({ name, text }) => [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => ({ name, target: match[1]! })));
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter(({ name, target }) => !existsSync(path.join(root, path.dirname(name), target)))).toEqual([]);
  });

  it("name paths at all, so that this test has something to look at", () => {
    for (const { text } of documents.filter(({ name }) => FRONT_PAGES.includes(name))) expect(namedPaths(text).length).toBeGreaterThan(10);
  });
});

/** Words in backticks and in blocks of code that begin with a folder of the repository. */
function namedPaths(text: string): string[] {
  const blocks = [...text.matchAll(FENCE)].map((match) => match[1]!);
  const spans = [...text.replace(FENCE, "").matchAll(/`([^`\n]+)`/g)].map((match) => match[1]!);
  const words = [...blocks, ...spans].flatMap((code) => code.split(/[\s"',;]+(?![^{]*\})/));
  return [...new Set(words.filter((word) => folders.some((folder) => word.startsWith(`${folder}/`))).map((word) => word.replace(/[.:/]+$/, "")))];
}

const isThere = (named: string) => [...paths].some((candidate) => patternOf(named).test(candidate));

/** `{a,b}` is a choice, `*`, `…` and `<name>` stand for anything within one step; brackets and parentheses are page folders. */
function patternOf(named: string): RegExp {
  const pattern = named
    .replace(/[.()[\]+?^$|\\]/g, "\\$&")
    .replace(/\{([^}]*)\}/g, (_, choice: string) => `(?:${choice.split(",").map((name) => name.trim()).join("|")})`)
    .replace(/\*|…|<[^>]+>/g, "[^/]*");
  return new RegExp(`^${pattern}$`);
}

function below(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? [name, ...below(name)] : [name];
  });
}
