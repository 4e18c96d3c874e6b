import { once } from "node:events";

export type LineFields = Record<string, unknown>;

export type LineAnswer = { isFailure: boolean; fields: LineFields };

export type LineCommand = (row: LineFields) => LineAnswer;

const MAX_LINE_BYTES = 4 * 1024 * 1024;
const NEWLINE = 10;
const BYTE_ORDER_MARK = /^\ufeff/;

/** Answers each line of the input with one line of output, in order; true when any of them failed. Blank lines are passed over. */
export async function processJsonLines(
  input: AsyncIterable<Buffer | string>,
  output: NodeJS.WritableStream,
  command: LineCommand,
): Promise<boolean> {
  let hasFailed = false;
  let number = 0;
  for await (const line of boundedLines(input)) {
    number += 1;
    const answer = answerLine(line, number, command);
    if (!answer) continue;
    hasFailed ||= answer.isFailure;
    if (!output.write(`${JSON.stringify(answer.fields)}\n`)) await once(output, "drain");
  }
  return hasFailed;
}

function answerLine(line: Buffer | null, number: number, command: LineCommand): LineAnswer | null {
  if (line === null) return badLine(number, `Longer than ${MAX_LINE_BYTES} bytes`);
  const text = line.toString("utf8").replace(BYTE_ORDER_MARK, "").trim();
  if (text === "") return null;
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch (error) {
    return badLine(number, error instanceof Error ? error.message : "Not JSON");
  }
  if (typeof row !== "object" || row === null || Array.isArray(row)) return badLine(number, "Not a JSON object");
  const fields: LineFields = { ...row };
  const id = typeof fields.id === "string" || typeof fields.id === "number" ? fields.id : null;
  try {
    const answer = command(fields);
    return { isFailure: answer.isFailure, fields: { id, ...answer.fields } };
  } catch (error) {
    process.stderr.write(`line ${number}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return { isFailure: true, fields: { id, error: "internal", line: number } };
  }
}

function badLine(line: number, detail: string): LineAnswer {
  return { isFailure: true, fields: { id: null, error: "bad-input", line, detail } };
}

/** Lines without their newline; null stands for one that was too long, whose bytes are not kept. */
async function* boundedLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer | null> {
  let pieces: Buffer[] = [];
  let length = 0;
  const take = (piece: Buffer) => {
    length += piece.length;
    if (length <= MAX_LINE_BYTES) pieces.push(piece);
    else pieces = [];
  };
  const finish = () => {
    const line = length <= MAX_LINE_BYTES ? Buffer.concat(pieces) : null;
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of input) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      take(bytes.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    take(bytes.subarray(start));
  }
  if (length > 0) yield finish();
}
