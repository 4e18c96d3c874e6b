import { Readable } from "node:stream";
import yazl from "yazl";
import { BYTE_ORDER_MARK, csvLine } from "./error-file";
import type { ExportCell } from "./export-products";

/** A sheet holds no more, its header included. */
export const WORKBOOK_ROWS_MAX = 1_048_576;

export function csvFile(batches: AsyncIterable<ExportCell[][]>): Readable {
  return Readable.from(linesOf(batches), { objectMode: false });
}

async function* linesOf(batches: AsyncIterable<ExportCell[][]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  for await (const rows of batches) yield rows.map((cells) => csvLine(cells.map((cell) => (typeof cell === "string" ? cell : cell.amount)))).join("");
}

/** One sheet, its cells as they are read: nothing is held back, so a million rows take no memory. */
export function workbookFile(batches: AsyncIterable<ExportCell[][]>): Readable {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(FRAME)) zip.addBuffer(Buffer.from(content), name);
  const sheet = Readable.from(sheetOf(batches), { objectMode: false });
  zip.addReadStream(sheet, "xl/worksheets/sheet1.xml");
  zip.end();
  // What breaks the reading must break the download, or it would look like a whole file.
  const file = zip.outputStream as Readable;
  sheet.once("error", (error) => file.destroy(error));
  file.once("close", () => sheet.destroy());
  return file;
}

async function* sheetOf(batches: AsyncIterable<ExportCell[][]>): AsyncGenerator<Buffer> {
  yield Buffer.from(`${XML}<worksheet xmlns="${MAIN}"><sheetData>`);
  for await (const rows of batches) yield Buffer.from(rows.map((cells) => `<row>${cells.map(xmlOf).join("")}</row>`).join(""));
  yield Buffer.from("</sheetData></worksheet>");
}

function xmlOf(cell: ExportCell): string {
  if (typeof cell !== "string") return `<c><v>${cell.amount}</v></c>`;
  return cell === "" ? "<c/>" : `<c t="inlineStr"><is><t xml:space="preserve">${cell.replace(/[&<>]/g, (letter) => ENTITIES[letter]!)}</t></is></c>`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** What a workbook needs beside its one sheet (ECMA-376 part 1, 12.3.23 and 12.3.24; part 2 for the package). */
const FRAME = {
  "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="products" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};
