import { describe, expect, it } from "vitest";
import { LAYERS } from "./layers";
import { sourceFiles, withoutComments } from "./source-files";

const domainFolders: readonly string[] = LAYERS.find(({ name }) => name === "domain")!.folders;

/** Files that write for the product itself, not for a person: each with the reason. */
const WRITES_WITHOUT_ACTOR: Record<string, string> = {
  "lib/catalog/check-import.ts": "a job: judges the rows of a file that a person with the permission has brought",
  "lib/catalog/import-run.ts": "a job: says how far it is",
  "lib/catalog/resume-imports.ts": "a job: takes up what a dead process left",
  "lib/catalog/run-import.ts": "a job: notes that a file could not be read",
  "lib/labels/label-jobs.ts": "queues jobs at midnight",
  "lib/review/read-poster.ts": "a job: the lines of a picture that a person with the permission has brought, and how far it is",
  "lib/review/release-dead-readings.ts": "a job: gives back what a dead process held",
  "lib/review/sweep-pictures.ts": "a job: removes pictures that no text holds",
  "lib/review/recheck-copies.ts": "a job: what comes down is an event of the text, kept with its reason",
  "lib/labels/watch-labels.ts": "a job: notes what the clock changed, as history rows and notifications",
};

const writes = domainFolders
  .flatMap((folder) => sourceFiles(`lib/${folder}`))
  .map((file) => ({ ...file, code: withoutComments(file.text) }))
  .filter(({ code }) => /\bin(Bulk)?Transaction\(/.test(code));

describe("every write", () => {
  it("asks for the permission before anything else", () => {
    const wrong = writes.filter(({ path, code }) => {
      if (path in WRITES_WITHOUT_ACTOR) return false;
      const asked = code.search(/\brequirePermission\(/);
      return asked < 0 || asked > code.search(/\bin(Bulk)?Transaction\(/);
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("leaves an audit row", () => {
    const wrong = writes.filter(({ path, code }) => !(path in WRITES_WITHOUT_ACTOR) && !/\brecordAudit\(/.test(code));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("is not exempt without being there", () => {
    const paths = new Set(writes.map(({ path }) => path));
    expect(Object.keys(WRITES_WITHOUT_ACTOR).filter((path) => !paths.has(path))).toEqual([]);
  });
});
