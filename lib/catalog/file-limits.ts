export const IMPORT_BYTES_MAX = 400_000_000;
export const IMPORT_ROWS_MAX = 1_000_000;
export const IMPORT_COLUMNS_MAX = 60;
export const IMPORT_CELL_LENGTH_MAX = 2_000;

/** A workbook of a million rows and a dozen columns unpacks to about 0.7 GB. */
export const XLSX_UNPACKED_BYTES_MAX = 3_000_000_000;
/** What rows of cells compress to at the most; a bomb goes to a thousand and, nested, beyond. */
export const XLSX_RATIO_MAX = 400;
/** A part that small harms nobody, however well it was packed. */
export const XLSX_HARMLESS_BYTES = 20_000_000;
export const XLSX_PARTS_MAX = 10_000;
export const XLSX_STRINGS_MAX = 20_000_000;
export const XLSX_MERGES_MAX = 10_000;
