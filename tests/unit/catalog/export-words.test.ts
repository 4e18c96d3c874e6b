import { describe, expect, it } from "vitest";
import { EXPORT_LANGUAGES, EXPORT_STOCK, exportHeader } from "@/lib/catalog/export-words";
import { guessMapping } from "@/lib/catalog/guess-mapping";
import { IMPORT_FIELDS } from "@/lib/catalog/import-schema";
import { parseStock } from "@/lib/catalog/parse-stock";

describe.each(EXPORT_LANGUAGES)("the words of an export in %s", (language) => {
  it("name every column so that an import understands it", () => {
    expect(guessMapping(exportHeader(language, IMPORT_FIELDS))).toEqual(Object.fromEntries(IMPORT_FIELDS.map((field, column) => [field, column])));
  });

  it("say what is in stock so that an import understands it", () => {
    expect(parseStock(EXPORT_STOCK[language].in)).toEqual({ ok: true, inStock: true });
    expect(parseStock(EXPORT_STOCK[language].out)).toEqual({ ok: true, inStock: false });
  });
});
