import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { LAYERS } from "./layers";

const document = readFileSync(path.resolve(import.meta.dirname, "../../docs/architecture.md"), "utf8");

it("the diagram in docs/architecture.md shows the folders of lib in the order that is checked", () => {
  const drawing = /```mermaid\n([\s\S]*?)```/.exec(document)?.[1] ?? "";
  const drawn = [...drawing.matchAll(/subgraph (\S+)\n([\s\S]*?)\n\s*end\b/g)]
    .map((match) => ({ name: match[1]!, folders: match[2]!.replace(/direction \w+/, "").trim().split(/\s*-->\s*/) }))
    .filter(({ name }) => LAYERS.some((layer) => layer.name === name));
  expect(drawn).toEqual(LAYERS.map(({ name, folders }) => ({ name, folders: [...folders] })));
});
