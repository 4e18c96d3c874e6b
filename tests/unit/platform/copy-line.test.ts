import { expect, it } from "vitest";
import { copyArray, copyLine } from "@/lib/platform/copy-line";

it("writes a line that COPY reads as it was meant", () => {
  expect(copyLine(["茶杯", 12, null, ""])).toBe("茶杯\t12\t\\N\t\n");
  expect(copyLine(["a\tb\nc\\d\r", "\\N", "\\."])).toBe("a\\tb\\nc\\\\d\\r\t\\\\N\t\\\\.\n");
});

it("escapes every cell, not every second one", () => {
  expect(copyLine(["\t", "\t", "\t"])).toBe("\\t\t\\t\t\\t\n");
});

it("writes arrays whose elements hold what arrays are made of", () => {
  expect(copyArray([1, 2])).toBe("{1,2}");
  expect(copyArray([])).toBe("{}");
  expect(copyLine([copyArray(['新"品', "a,b", "c\\d", "NULL"])])).toBe('{"新\\\\"品","a,b","c\\\\\\\\d","NULL"}\n');
});
