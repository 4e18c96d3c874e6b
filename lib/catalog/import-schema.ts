import { z } from "zod";
import { IMPORT_COLUMNS_MAX } from "./file-limits";
import type { FileProblem } from "./unreadable-file";

export const REFUSED_PAGE_SIZE_MAX = 100;
const FILE_NAME_LENGTH_MAX = 200;

export const ENCODINGS = ["utf-8", "gb18030"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What a column of a file can mean. The first three must be there. */
export const IMPORT_FIELDS = [
  "externalId",
  "title",
  "cashPrice",
  "installmentPrice",
  "listPrice",
  "costPrice",
  "category",
  "contentTags",
  "skuCode",
  "skuName",
  "stock",
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];
export const REQUIRED_IMPORT_FIELDS = ["externalId", "title", "cashPrice"] as const satisfies readonly ImportField[];

/** field → index of the column that holds it; a field that no column holds is left out */
export const mappingSchema = z.partialRecord(z.enum(IMPORT_FIELDS), z.int().min(0).max(IMPORT_COLUMNS_MAX - 1)).superRefine((mapping, ctx) => {
  const taken = new Map<number, string>();
  for (const [field, column] of Object.entries(mapping)) {
    if (taken.has(column)) ctx.addIssue({ code: "custom", path: [field], params: { code: "column-taken", key: "imports.problems.columnTaken" } });
    taken.set(column, field);
  }
});
export type Mapping = z.infer<typeof mappingSchema>;

export const isCompleteMapping = (mapping: Mapping): boolean => REQUIRED_IMPORT_FIELDS.every((field) => mapping[field] !== undefined);

export const uploadImportInput = z.object({
  fileName: z.string().trim().min(1).max(FILE_NAME_LENGTH_MAX),
  /** left out: found out from the bytes */
  encoding: z.enum(ENCODINGS).optional(),
});

const openImport = { importId: z.string().max(64), version: z.int().min(1) };
export const mapImportInput = z.object({
  ...openImport,
  mapping: mappingSchema.superRefine((mapping, ctx) => {
    for (const field of REQUIRED_IMPORT_FIELDS) {
      if (mapping[field] === undefined) ctx.addIssue({ code: "custom", path: [field], params: { code: "unmapped", key: "imports.problems.unmapped" } });
    }
  }),
});
export const commitImportInput = z.object(openImport);
export const discardImportInput = z.object(openImport);
export const cancelImportInput = z.object(openImport);

export const FILE_KINDS = ["csv", "xlsx"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/**
 * uploaded: its columns are still to be named; checking: its rows are being judged; mapped: judged, ready to go in; committing: its
 * accepted rows are going in; failed: it could not be read.
 */
export const IMPORT_STATES = ["uploaded", "checking", "mapped", "committing", "committed", "failed", "discarded"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
export const RUNNING_STATES = ["checking", "committing"] as const satisfies readonly ImportState[];

export interface ImportProblem {
  problem: FileProblem | "internal";
  line?: number;
  max?: number;
}

/** An upload on its way into the catalog, as screens and the API show it. */
export interface ProductImport {
  id: string;
  fileName: string;
  fileSha256: string;
  fileBytes: number;
  kind: FileKind;
  /** of a CSV file */
  encoding: Encoding | null;
  state: ImportState;
  header: string[];
  /** cells of the first rows */
  sample: string[][];
  mapping: Mapping;
  rowCount: number;
  acceptedCount: number;
  refusedCount: number;
  /** products: expected while mapped, what happened once committed */
  createdCount: number;
  updatedCount: number;
  /** while it is being checked or stored: bytes read of the file, or rows stored, of how many */
  progress: { done: number; total: number };
  problem: ImportProblem | null;
  version: number;
  createdAt: string;
  committedAt: string | null;
}
