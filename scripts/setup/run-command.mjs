import { spawn } from "node:child_process";
import { rootFolder } from "./data-folder.mjs";

const outputCharsMax = 4_000_000;

export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}`);
    this.code = code;
    this.output = output;
  }
}

/** Runs a command to its end and returns what it wrote; a failure carries all of that along. */
export function run(command, args, { env = {}, onLine, cwd = rootFolder } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
    let output = "";
    let stdout = "";
    const listen = (stream, keep) => {
      stream.setEncoding("utf8");
      stream.on("data", (text) => {
        if (output.length < outputCharsMax) output += text;
        if (keep) stdout += text;
        const lastLine = text.trimEnd().split("\n").at(-1)?.trim();
        if (lastLine) onLine?.(lastLine);
      });
    };
    listen(child.stdout, true);
    listen(child.stderr, false);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve({ output, stdout });
      else reject(new CommandFailed([command, ...args].join(" "), code ?? signal, output));
    });
  });
}
