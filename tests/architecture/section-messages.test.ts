import path from "node:path";
import { describe, expect, it } from "vitest";
import { sourceFiles, withoutComments } from "./source-files";

const files = new Map([...sourceFiles("app"), ...sourceFiles("components"), ...sourceFiles("lib"), ...sourceFiles("i18n")].map((file) => [file.path, file]));
const ROUTE_FILES = ["page.tsx", "layout.tsx", "error.tsx", "loading.tsx", "not-found.tsx"];
const EVERYWHERE = namespacesIn(files.get("components/shell/section-messages.tsx")!.text.match(/EVERYWHERE = (\[[^\]]*\])/)![1]!);

const find = (from: string) => files.get(`${from}.ts`) ?? files.get(`${from}.tsx`) ?? files.get(from);
const begins = (text: string, directive: string) => text.trimStart().startsWith(`"use ${directive}"`);
function namespacesIn(text: string): string[] {
  return [...text.matchAll(/"(\w+)"/g)].map((match) => match[1]!);
}

/** The namespaces that run in the browser below this file: those of its client components and of all that they import. */
function needed(start: string, inBrowser: boolean, seen = new Set<string>()): Set<string> {
  const file = files.get(start)!;
  const isClient = inBrowser || begins(file.text, "client");
  const key = `${isClient} ${start}`;
  if (seen.has(key) || begins(file.text, "server")) return new Set();
  seen.add(key);
  const found = new Set(isClient ? [...withoutComments(file.text).matchAll(/useTranslations\("(\w+)/g)].map((match) => match[1]!) : []);
  for (const { from, isTypeOnly } of file.imports) {
    const next = isTypeOnly ? undefined : find(from);
    if (next) for (const namespace of needed(next.path, isClient, seen)) found.add(namespace);
  }
  return found;
}

/** What the providers around a route file bring: its own and those of the layouts above it, of which the nearest counts. */
function brought(route: string): Set<string> {
  const providersOf = (name: string) => [...(files.get(name)?.text ?? "").matchAll(/<SectionMessages of=\{(\[[^\]]*\])\}/g)].flatMap((match) => namespacesIn(match[1]!));
  const own = providersOf(route);
  for (let folder = path.posix.dirname(route); own.length === 0 && folder !== "."; folder = path.posix.dirname(folder)) {
    const above = providersOf(`${folder}/layout.tsx`);
    if (above.length > 0) return new Set([...EVERYWHERE, ...above]);
  }
  return new Set([...EVERYWHERE, ...own]);
}

describe("words in the browser", () => {
  const routes = [...files.keys()].filter((name) => name.startsWith("app/") && ROUTE_FILES.includes(path.posix.basename(name)));

  it("finds what client components need", () => {
    expect(needed("app/(console)/s/[shop]/offers/page.tsx", false)).toContain("offers");
    expect(routes.length).toBeGreaterThan(30);
  });

  it.each(routes)("%s has what it needs", (route) => {
    const there = brought(route);
    expect([...needed(route, false)].filter((namespace) => !there.has(namespace))).toEqual([]);
  });
});
