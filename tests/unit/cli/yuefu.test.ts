import { spawn } from "node:child_process";

import { describe, expect, test, vi } from "vitest";

import { quoteInput } from "@/tests/unit/quote/quote-inputs";

// Each run starts a process of its own.
vi.setConfig({ testTimeout: 60_000 });

type Run = { code: number | null; lines: Record<string, unknown>[]; stdout: string };

function yuefu(args: string[], input: string | Buffer = ""): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/yuefu.ts", ...args], { stdio: ["pipe", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      const stdout = Buffer.concat(chunks).toString("utf8");
      const lines = stdout.startsWith("{") ? stdout.trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>) : [];
      resolve({ code, lines, stdout });
    });
    child.stdin.end(input);
  });
}

const jsonLines = (...rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
const good = { id: "good", kind: "EFFECT", inputs: { nominal: "0.1", npery: 4 } };

describe("yuefu apr", () => {
  test("answers line by line, without a newline at the end too", async () => {
    const run = await yuefu(["apr"], `\ufeff${JSON.stringify(good)}\r\n\n  \n${JSON.stringify({ ...good, id: 2 })}`);
    expect(run).toMatchObject({ code: 0, lines: [{ id: "good", rate: "0.1038128906250000" }, { id: 2, rate: "0.1038128906250000" }] });
  });

  test("a bad line gets an error line, the others still come out, and the exit code is 1", async () => {
    const tooLong = `{"id":"${"x".repeat(5_000_000)}"}\n`;
    const none = { id: "none", kind: "IRR", inputs: { cashflows: [1, 2] } };
    const run = await yuefu(["apr"], `${jsonLines(good)}{oops\n[1]\n${tooLong}${jsonLines(none, { id: "odd", kind: "?" }, good)}`);
    expect(run.code).toBe(1);
    expect(run.lines.map((line) => [line.id, line.error ?? "ok"])).toEqual([
      ["good", "ok"],
      [null, "bad-input"],
      [null, "bad-input"],
      [null, "bad-input"],
      ["none", "no-root"],
      ["odd", "bad-input"],
      ["good", "ok"],
    ]);
    expect(run.lines[1].line).toBe(2);
  });
});

describe("yuefu quote and verify", () => {
  test("a quote verifies, a changed one does not", async () => {
    const quotes = await yuefu(["quote"], jsonLines({ id: "a", ...quoteInput() }, { id: "b", ...quoteInput({ term: 24 }) }));
    expect(quotes.code).toBe(1);
    expect(quotes.lines[0]).toMatchObject({ id: "a", result: { perPeriodFen: 44_296 } });
    expect(quotes.lines[1]).toEqual({ id: "b", error: "bad-input", code: "term-not-on-card", field: "term", params: { term: 24 } });

    const [document] = quotes.lines;
    expect(await yuefu(["verify"], jsonLines(document))).toMatchObject({ code: 0, lines: [{ id: "a", verdict: "same" }] });
    const changed = { ...document, result: { ...(document.result as object), perPeriodFen: 1 } };
    expect(await yuefu(["verify"], jsonLines(changed, document))).toMatchObject({
      code: 1,
      lines: [{ verdict: "different", differences: ["result.perPeriodFen"] }, { verdict: "same" }],
    });
  });
});

describe("yuefu", () => {
  test("explains itself", async () => {
    const run = await yuefu(["--help"]);
    expect([run.code, run.stdout.includes("apr") && run.stdout.includes("verify")]).toEqual([0, true]);
    expect((await yuefu(["fly"])).code).toBe(2);
  });
});
