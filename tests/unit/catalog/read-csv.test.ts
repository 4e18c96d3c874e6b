import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeText, detectEncoding } from "@/lib/catalog/decode-text";
import { readCsv } from "@/lib/catalog/read-csv";
import { CsvScanner } from "@/lib/catalog/scan-csv";
import type { SourceRow } from "@/lib/catalog/source-row";

const GBK_CUP = Buffer.from([0xb2, 0xe8, 0xb1, 0xad]);

async function read(content: string | Buffer): Promise<{ encoding: string; rows: SourceRow[] }> {
  const file = path.join(tmpdir(), `csv-${randomUUID()}`);
  await writeFile(file, content);
  try {
    const encoding = await detectEncoding(file);
    const rows: SourceRow[] = [];
    for await (const batch of readCsv(decodeText(file, encoding))) rows.push(...batch);
    return { encoding, rows };
  } finally {
    await rm(file);
  }
}

const refusal = (content: string | Buffer) => read(content).then(
  () => null,
  (error: { detail: { params: unknown } }) => error.detail.params,
);

it("reads UTF-8 with and without a byte order mark", async () => {
  const rows = [{ line: 1, cells: ["id", "标题"] }, { line: 2, cells: ["1", "茶杯"] }];
  expect(await read("id,标题\n1,茶杯\n")).toEqual({ encoding: "utf-8", rows });
  expect(await read("\ufeffid,标题\r\n1,茶杯\r\n")).toEqual({ encoding: "utf-8", rows });
});

it("tells GB18030 from its bytes", async () => {
  const { encoding, rows } = await read(Buffer.concat([Buffer.from("id,t\n1,"), GBK_CUP, Buffer.from("\n")]));
  expect(encoding).toBe("gb18030");
  expect(rows[1]).toEqual({ line: 2, cells: ["1", "茶杯"] });
});

it("counts lines through quoted line breaks and blank lines", async () => {
  const { rows } = await read('id,t\n1,"a\nb"\n\n2,c\n');
  expect(rows.map(({ line }) => line)).toEqual([1, 2, 5]);
});

it("finds tabs and semicolons by the header", async () => {
  expect((await read("id\tt\n1\tx,y\n")).rows[1]!.cells).toEqual(["1", "x,y"]);
  expect((await read("id;t\n1;x\n")).rows[1]!.cells).toEqual(["1", "x"]);
});

it("takes the mark off that an error file put before a formula", async () => {
  expect((await read("id,t\n1,'=1+1\n2,'it\n")).rows.slice(1).map(({ cells }) => cells[1])).toEqual(["=1+1", "'it"]);
});

it.each([
  ["a NUL byte", "id,t\n1,x\n2,\0\n", { problem: "nul-byte", line: 3 }],
  ["a quote in the middle of a cell", 'id,t\n1,a\n2,x"y\n', { problem: "broken-quote", line: 3 }],
  ["an open quote", 'id,t\n1,"x\n2,y\n', { problem: "broken-quote", line: expect.any(Number) }],
  ["text after a closing quote", 'id,t\n1,"x"y\n', { problem: "broken-quote", line: 2 }],
  ["too many columns", `id,t\n${"1,".repeat(80)}\n`, { problem: "too-many-columns", line: 2, max: 60 }],
  ["a million columns", `id,t\n${"1,".repeat(400_000)}\n`, { problem: "too-many-columns", line: 2, max: 60 }],
  ["a row without end", `id,t\n1,"${"x\n".repeat(60_000)}`, { problem: "broken-quote", line: 2 }],
  ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj\n"), { problem: "not-csv" }],
  ["UTF-16", Buffer.from([0xff, 0xfe, 0x31, 0x00]), { problem: "utf-16" }],
  ["bytes of no encoding", Buffer.concat([Buffer.from("id,t\n1,a\n2,"), Buffer.from([0xff, 0xff]), Buffer.from("\n")]), { problem: "wrong-encoding", line: 3 }],
])("refuses %s with its line", async (_what, content, params) => {
  expect(await refusal(content)).toEqual(params);
});

it("reads the same rows however the text is cut into pieces", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "茶", ",", '"', "\n", "\r\n", " "), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), fc.array(fc.nat(30)), fc.constantFrom("\n", "\r\n"), (rows, cuts, newline) => {
      const text = rows.map((cells) => cells.map((one) => (/[",\r\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(",")).join(newline);
      const scanner = new CsvScanner(",");
      const found: SourceRow[] = [];
      let at = 0;
      for (const cut of cuts) {
        found.push(...scanner.push(text.slice(at, at + cut)));
        at += cut;
      }
      found.push(...scanner.push(text.slice(at)), ...scanner.end());
      expect(found.map(({ cells }) => cells)).toEqual(rows.filter((cells) => cells.some((one) => one.trim() !== "")));
      const lineOf = (index: number) => 1 + rows.slice(0, index).reduce((lines, cells) => lines + 1 + cells.join("").split("\n").length - 1, 0);
      expect(found.map(({ line }) => line)).toEqual(rows.flatMap((cells, index) => (cells.some((one) => one.trim() !== "") ? [lineOf(index)] : [])));
    }),
    { numRuns: 500 },
  );
});
