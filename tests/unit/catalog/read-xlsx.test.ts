import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openSource } from "@/lib/catalog/read-source";
import type { SourceRow } from "@/lib/catalog/source-row";
import { shownNumber } from "@/lib/catalog/xlsx-number";
import { text, writeWorkbook, type WorkbookParts } from "../../setup/workbook";

// A folder of its own: other tests work beside these.
beforeAll(async () => void vi.stubEnv("TMPDIR", await mkdtemp(path.join(tmpdir(), "yuefu-xlsx-"))));
afterAll(async () => {
  await rm(tmpdir(), { recursive: true });
  vi.unstubAllEnvs();
});

async function withFile<T>(fill: (file: string) => Promise<void>, work: (file: string) => Promise<T>): Promise<T> {
  const file = path.join(tmpdir(), `xlsx-${randomUUID()}`);
  try {
    await fill(file);
    return await work(file);
  } finally {
    await rm(file, { force: true });
  }
}

const readAll = async (file: string) => {
  const { kind, header, rows } = await openSource(file);
  const found: SourceRow[] = [];
  for await (const batch of rows()) found.push(...batch);
  return { kind, header, rows: found };
};
const read = (parts: WorkbookParts) => withFile((file) => writeWorkbook(file, parts), readAll);
const refusal = (work: Promise<unknown>) => work.then(() => null, (error: { detail?: { params: unknown } }) => error.detail?.params ?? error);
const HEADER = `<row r="1">${text("A1", "id")}${text("B1", "title")}${text("C1", "price")}</row>`;

describe("reading a workbook", () => {
  it("reads shared, rich and inline strings, numbers, booleans, and what XML cannot hold", async () => {
    const { kind, header, rows } = await read({
      strings: "<si><t>id</t></si><si><t>标题</t></si><si><r><t>青瓷</t></r><r><rPr/><t xml:space=\"preserve\"> 杯</t></r><rPh><t>せいじ</t></rPh></si><si><t>a_x000D_b &amp; &#x4e00;</t></si>",
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>price</t></is></c></row>
        <row r="2"><c r="A2"><v>1001</v></c><c r="B2" t="s"><v>2</v></c><c r="C2"><v>19.989999999999998</v></c></row>
        <row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3" t="b"><v>1</v></c></row>`,
    });
    expect({ kind, header }).toEqual({ kind: "xlsx", header: ["id", "标题", "price"] });
    expect(rows).toEqual([
      { line: 2, cells: ["1001", "青瓷 杯", "19.99"] },
      { line: 3, cells: ["a\rb & 一", "TRUE"] },
    ]);
  });

  it("counts rows and cells that do not say where they stand, and leaves gaps where the sheet has some", async () => {
    const { rows } = await read({ rows: `<row><c t="str"><v>id</v></c><c t="str"><v>t</v></c></row><row r="7"><c r="C7" t="str"><v>x</v></c></row><row><c t="str"><v>y</v></c></row><row r="9"/>` });
    expect(rows).toEqual([{ line: 7, cells: ["", "", "x"] }, { line: 8, cells: ["y"] }]);
  });

  it("reads names with a prefix and the first sheet that is not hidden", async () => {
    const { rows } = await read({
      rows: "",
      sheets: '<sheet name="隐藏" sheetId="1" state="hidden" r:id="rId1"/><sheet name="商品" sheetId="2" r:id="rId2"/>',
      parts: { "xl/worksheets/sheet2.xml": '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>id</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>' },
    });
    expect(rows).toEqual([{ line: 2, cells: ["5"] }]);
  });

  it("marks formulas, merged cells and error values where they stand", async () => {
    const { rows } = await read({
      rows: `${HEADER}<row r="2"><c r="A2"><f>B2+1</f><v>5</v></c>${text("B2", "杯")}<c r="C2" t="e"><v>#N/A</v></c></row><row r="3">${text("A3", "7")}</row><row r="4">${text("A4", "8")}</row>`,
      behind: '<mergeCells count="2"><mergeCell ref="B2:C3"/><mergeCell ref="A9:A9"/></mergeCells>',
    });
    expect(rows).toEqual([
      { line: 2, cells: ["5", "杯", "#N/A"], spoiled: [{ column: 0, why: "formula" }, { column: 2, why: "error-value" }, { column: 1, why: "merged" }, { column: 2, why: "merged" }] },
      { line: 3, cells: ["7"], spoiled: [{ column: 1, why: "merged" }, { column: 2, why: "merged" }] },
      { line: 4, cells: ["8"] },
    ]);
  });

  it("finds strings again that do not fit into one block, in any order", async () => {
    const words = Array.from({ length: 400 }, (_, index) => `${index}${"瓷".repeat(index * 3)}`.slice(0, 2_000));
    const order = words.map((_, index) => (index * 157) % words.length);
    const { rows } = await read({
      strings: words.map((word) => `<si><t>${word}</t></si>`).join(""),
      rows: `${HEADER}${order.map((index, row) => `<row r="${row + 2}"><c r="A${row + 2}" t="s"><v>${index}</v></c></row>`).join("")}`,
    });
    expect(rows.map(({ cells }) => cells[0])).toEqual(order.map((index) => words[index]));
  });

  it("leaves nothing behind when the reader stops early", async () => {
    await withFile(
      (file) => writeWorkbook(file, { strings: "<si><t>x</t></si>", rows: `${HEADER}${Array.from({ length: 5_000 }, (_, row) => `<row r="${row + 2}"><c r="A${row + 2}" t="s"><v>0</v></c></row>`).join("")}` }),
      async (file) => {
        for await (const rows of (await openSource(file)).rows()) {
          expect(rows.length).toBeGreaterThan(0);
          break;
        }
      },
    );
    expect((await readdir(tmpdir())).filter((name) => name.startsWith("yuefu-import-"))).toEqual([]);
  });
});

describe("a workbook that cannot be read", () => {
  const manyCells = (count: number) => Array.from({ length: count }, () => "<c t=\"str\"><v>1</v></c>").join("");
  it.each<[string, WorkbookParts, object]>([
    ["a merged header", { rows: HEADER, behind: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>' }, { problem: "merged-header", line: 1 }],
    ["a million columns", { rows: `${HEADER}<row r="2">${manyCells(300_000)}</row>` }, { problem: "too-many-columns", line: 2, max: 60 }],
    ["ten thousand merged ranges", { rows: HEADER, behind: `<mergeCells>${Array.from({ length: 10_001 }, (_, index) => `<mergeCell ref="A${index + 2}:B${index + 2}"/>`).join("")}</mergeCells>` }, { problem: "too-many-merges", max: 10_000 }],
    ["rows out of order", { rows: `${HEADER}<row r="5">${text("A5", "1")}</row><row r="4">${text("A4", "1")}</row>` }, { problem: "damaged-workbook", line: 5 }],
    ["XML that breaks off", { rows: "", parts: { "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${HEADER}<row r="2">${text("A2", "1")}` } }, { problem: "damaged-workbook", line: 2 }],
    ["entities of its own", { rows: "", parts: { "xl/worksheets/sheet1.xml": '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>' } }, { problem: "damaged-workbook", line: 0 }],
    ["a string that is not there", { strings: "", rows: '<row r="1"><c r="A1" t="s"><v>4</v></c></row>' }, { problem: "damaged-workbook", line: 0 }],
    ["an archive that is no workbook", { rows: "", parts: { "_rels/.rels": "<Relationships/>" } }, { problem: "not-a-workbook" }],
    ["no rows at all", { rows: "" }, { problem: "no-header" }],
    ["a bomb", { rows: "", parts: { "xl/worksheets/sheet1.xml": Buffer.concat([Buffer.from("<worksheet><sheetData>"), Buffer.alloc(30_000_000, " "), Buffer.from("</sheetData></worksheet>")]) } }, { problem: "unpacks-too-large" }],
  ])("refuses %s", async (_what, parts, params) => {
    expect(await refusal(read(parts))).toEqual(params);
  });

  it("refuses an old workbook, a ZIP that is cut off, and one whose bytes were changed", async () => {
    expect(await refusal(withFile((file) => writeFile(file, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])), readAll))).toEqual({ problem: "old-spreadsheet" });
    expect(await refusal(withFile((file) => writeFile(file, Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2])), readAll))).toEqual({ problem: "damaged-workbook", line: 0 });
    const broken = async (file: string) => {
      await writeWorkbook(file, { rows: `${HEADER}${Array.from({ length: 300 }, (_, row) => `<row r="${row + 2}">${text(`A${row + 2}`, randomUUID())}</row>`).join("")}` });
      const bytes = await readFile(file);
      const at = bytes.indexOf("sheet1.xml") + 2_000;
      bytes.writeUInt32LE(0xdeadbeef, at);
      await writeFile(file, bytes);
    };
    expect(await refusal(withFile(broken, readAll))).toMatchObject({ problem: "damaged-workbook" });
  });
});

it.each([
  ["19.989999999999998", "19.99"],
  ["1299", "1299"],
  ["0.1", "0.1"],
  ["-5", "-5"],
  ["123456789012345", "123456789012345"],
  ["3456789012345678", "3.45678901234568E+15"],
  ["3.4567890123456787E+18", "3.45678901234568E+18"],
  ["1E+15", "1E+15"],
  ["", ""],
  ["abc", "abc"],
])("shows the number %j as %j", (stored, shown) => {
  expect(shownNumber(stored)).toBe(shown);
});
