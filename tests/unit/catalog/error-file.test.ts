import { expect, it } from "vitest";
import { csvLine } from "@/lib/catalog/error-file";

it("quotes what needs it and makes formulas texts", () => {
  expect(csvLine(["\n=1", " @x", "＝1", "a=1"])).toBe(`"'\n=1",' @x,'＝1,a=1\r\n`);
  expect(csvLine(["3", "a,b", 'say "hi"', "=1+1", "-5", "@x", "+86", "\tx", "plain"])).toBe(`3,"a,b","say ""hi""",'=1+1,'-5,'@x,'+86,'\tx,plain\r\n`);
});
