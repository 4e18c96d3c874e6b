import { createReadStream } from "node:fs";

import { answerAprRow } from "@/scripts/yuefu/apr-command";
import { answerCopyRow } from "@/scripts/yuefu/check-copy-command";
import { processJsonLines, type LineCommand } from "@/scripts/yuefu/json-lines";
import { answerQuoteRow } from "@/scripts/yuefu/quote-command";
import { answerVerifyRow } from "@/scripts/yuefu/verify-command";

const COMMANDS: Record<string, LineCommand> = { apr: answerAprRow, quote: answerQuoteRow, verify: answerVerifyRow, "check-copy": answerCopyRow };

const HELP = `yuefu <command> [file]   JSON lines in (the file, or standard input), JSON lines out.

  apr      published rate cases {"id", "kind", "inputs" or "flows"} of the kinds IRR, RATE, XIRR, EFFECT, NOMINAL, EU_APRC,
           EU_TIME_INTERVAL, US_APPENDIX_J, EFFECTIVE_SINGLE, CN_INSTALMENT_SPLIT
           -> {"id", "rate" or "aprPercent" or "years" or …, "otherRoots"?}
  quote    quote inputs {"id"?, "prices", "term", "orderDate", "funding", "rateCard", "policies", "lprRates", "window"?}
           -> {"id", "engineVersion", "input", "result", "fingerprint"}
  check-copy  promotion texts {"id"?, "text", "kind"?: "free" | "template", "placement"?, "quote"? or "offer"?: {"amountFen", "term",
           "consumerFeeTotalFen", "cashDiscountFen"?}, "window"?: {"from", "to", "now"}}
           -> {"id", "findings": [{"ruleId", "category", "level", "start", "end", "matched", "reason", "suggestion", "basis"}], "verdict", "truncated"?}
  verify   lines that quote wrote, and evidence of review decisions -> {"id", "verdict": "same" | "different" | "unknown-engine", "differences"?}

A line that fails gives {"id", "error", …} with error one of bad-input, no-root, several-roots, not-finite; the others still come out.
Exit code: 0 all well, 1 a line failed (verify: was not the same), 2 the command itself was wrong.
`;

async function main([name = "", file]: string[]): Promise<number> {
  if (name === "--help" || name === "-h" || name === "help" || file === "--help") {
    process.stdout.write(HELP);
    return 0;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    process.stderr.write(HELP);
    return 2;
  }
  const input = file === undefined || file === "-" ? process.stdin : createReadStream(file);
  const hasFailed = await processJsonLines(input, process.stdout, COMMANDS[name]);
  return hasFailed ? 1 : 0;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(1);
  throw error;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
