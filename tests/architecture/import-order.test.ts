import { describe, expect, it } from "vitest";
import { ORDER, PURE, PURE_PACKAGES } from "./layers";
import { foldersOf, sourceFiles, withoutComments } from "./source-files";

const layerOf = (path: string) => (path.startsWith("lib/") ? path.split("/")[1]! : undefined);
const isPure = (path: string) => PURE.includes(layerOf(path) ?? "");

const libFiles = new Map(sourceFiles("lib").map((file) => [file.path.replace(/\.tsx?$/, ""), file]));

/** A file of lib whose imports, all the way down, are pure code: wherever it lies. */
function runsInBrowser(path: string, above: readonly string[] = []): boolean {
  if (isPure(path) || above.includes(path)) return true;
  const file = libFiles.get(path);
  if (!file) return false;
  return file.imports.every(({ from, isTypeOnly }) => isTypeOnly || PURE_PACKAGES.includes(from) || (from.startsWith("lib/") && runsInBrowser(from, [...above, path])));
}

describe("imports flow one way", () => {
  it("every folder of lib has its place in the order", () => {
    expect(foldersOf("lib").filter((folder) => !ORDER.includes(folder))).toEqual([]);
  });

  it("a folder of lib imports from itself and from what stands before it", () => {
    const wrong = sourceFiles("lib").flatMap(({ path, imports }) =>
      imports
        .filter(({ from }) => {
          const target = layerOf(from);
          return target !== undefined && ORDER.indexOf(target) > ORDER.indexOf(layerOf(path)!);
        })
        .map(({ from }) => `${path} → ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  it("lib knows neither pages nor components nor the server in front", () => {
    const wrong = sourceFiles("lib").flatMap(({ path, imports }) =>
      imports.filter(({ from }) => /^(app|components|server|i18n|scripts|tests)(\/|$)/.test(from)).map(({ from }) => `${path} → ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  it("components run in the browser: of lib they see files that rest on pure code alone, and types", () => {
    const wrong = sourceFiles("components").flatMap(({ path, imports }) =>
      imports
        .filter(({ from, isTypeOnly }) => {
          if (from.startsWith("app/")) return !isTypeOnly;
          if (from.startsWith("lib/")) return !isTypeOnly && !runsInBrowser(from);
          return /^generated\//.test(from) || from === "pg" || from.startsWith("node:");
        })
        .map(({ from }) => `${path} → ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  it("pages and actions reach the database through lib alone", () => {
    const wrong = ["app", "components"].flatMap((folder) =>
      sourceFiles(folder).flatMap(({ path, imports }) =>
        imports.filter(({ from, isTypeOnly }) => !isTypeOnly && (/^generated\/prisma/.test(from) || from === "pg" || from === "lib/platform/db")).map(({ from }) => `${path} → ${from}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe("pure code", () => {
  const files = PURE.flatMap((folder) => sourceFiles(`lib/${folder}`));

  it("imports pure code and packages without I/O", () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ from }) => !isPure(from) && !PURE_PACKAGES.some((name) => from === name || from.startsWith(`${name}/`)))
        .map(({ from }) => `${path} → ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has no clock, no environment, no chance", () => {
    const wrong = files.filter(({ text }) => /\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bMath\.random\(|\bfetch\(/.test(withoutComments(text)));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("keeps the published conventions out of the path of a quote", () => {
    const wrong = sourceFiles("lib")
      .filter(({ path }) => !path.startsWith("lib/apr-conventions/"))
      .filter(({ imports }) => imports.some(({ from }) => from.startsWith("lib/apr-conventions")));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
