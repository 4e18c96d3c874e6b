import path from "node:path";
import { describe, expect, it } from "vitest";
import { sourceFiles, withoutComments } from "./source-files";

const product = ["app", "components", "lib", "server", "i18n"].flatMap((folder) => sourceFiles(folder));

describe("the code of the product", () => {
  it("has no barrels and no drawers", () => {
    const wrong = product.filter(
      ({ path: name, text }) => /^\s*export \* from/m.test(text) || /(^|\/)(utils?|helpers?|services?|types|common|misc)(\.tsx?|\/)/.test(name) || path.basename(name) === "index.ts",
    );
    expect(wrong.map(({ path: name }) => name)).toEqual([]);
  });

  it("names its files in kebab-case", () => {
    const wrong = product.filter(({ path: name }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(path.basename(name)));
    expect(wrong.map(({ path: name }) => name)).toEqual([]);
  });

  it("does no arithmetic on money in floats", () => {
    const wrong = product.filter(({ text }) => /\bparseFloat\(/.test(withoutComments(text)) || /[Ff]en\b[^\n;]*\.toFixed\(/.test(withoutComments(text)));
    expect(wrong.map(({ path: name }) => name)).toEqual([]);
  });

  it("swallows no error", () => {
    const wrong = product.filter(({ text }) => /catch\s*(\([^)]*\))?\s*\{\s*\}/.test(withoutComments(text)) || /\.catch\(\(\)\s*=>\s*\{\s*\}\)/.test(text));
    expect(wrong.map(({ path: name }) => name)).toEqual([]);
  });
});
