import path from "node:path/posix";
import { unreadableFile } from "./unreadable-file";
import type { XlsxPackage } from "./xlsx-package";
import { attribute, readXml } from "./xlsx-xml";

const SHEETS_MAX = 1_000;
const ignore = (): void => undefined;

/** Which parts of the archive hold the first visible sheet and the strings that sheets share. */
export async function findParts(archive: XlsxPackage): Promise<{ sheet: string; strings: string | null }> {
  if (!archive.has("_rels/.rels")) throw unreadableFile("not-a-workbook");
  const [workbook] = [...(await relationships(archive, "_rels/.rels", "")).values()].filter(({ type }) => type.endsWith("/officeDocument"));
  if (!workbook || !archive.has(workbook.target)) throw unreadableFile("not-a-workbook");
  const sheetIds: string[] = [];
  let isWorkbook = false;
  await readXml(archive.open(workbook.target), {
    open: (name, attributes) => {
      isWorkbook ||= name === "workbook";
      const state = attributes.state ?? "visible";
      if (name === "sheet" && state === "visible" && sheetIds.length < SHEETS_MAX) sheetIds.push(attribute(attributes, "id") ?? "");
    },
    close: ignore,
    text: ignore,
  });
  if (!isWorkbook) throw unreadableFile("not-a-workbook");
  const folder = path.dirname(workbook.target);
  const parts = await relationships(archive, path.join(folder, "_rels", `${path.basename(workbook.target)}.rels`), folder);
  const sheet = sheetIds.map((id) => parts.get(id)).find((part) => part?.type.endsWith("/worksheet"));
  if (!sheet || !archive.has(sheet.target)) throw unreadableFile("no-rows");
  const strings = [...parts.values()].find(({ type }) => type.endsWith("/sharedStrings"));
  return { sheet: sheet.target, strings: strings && archive.has(strings.target) ? strings.target : null };
}

async function relationships(archive: XlsxPackage, name: string, folder: string): Promise<Map<string, { type: string; target: string }>> {
  const found = new Map<string, { type: string; target: string }>();
  await readXml(archive.open(name), {
    open: (tag, attributes) => {
      if (tag !== "Relationship" || attributes.TargetMode === "External") return;
      const target = attributes.Target ?? "";
      found.set(attributes.Id ?? "", { type: attributes.Type ?? "", target: target.startsWith("/") ? target.slice(1) : path.join(folder, target) });
    },
    close: ignore,
    text: ignore,
  });
  return found;
}
