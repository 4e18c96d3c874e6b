import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { rootFolder } from "./data-folder.mjs";

const readyWaitMs = 120_000;
const stopWaitMs = 20_000;

/**
 * Starts server.ts and waits until it is ready: { url, ended, stop() }. `ended` settles when it has ended by itself.
 * @param {Record<string, string>} env
 * @param {{ isDevelopment?: boolean, logFile?: string }} [options]
 */
export async function runServer(env, { isDevelopment = false, logFile } = {}) {
  const args = isDevelopment ? ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "server.ts"] : ["--import", "tsx", "server.ts"];
  if (logFile) mkdirSync(path.dirname(logFile), { recursive: true });
  const output = logFile ? openSync(logFile, "w", 0o600) : "inherit";
  // A group of its own, so that Ctrl-C reaches it once, from here; the channel tells it when this process is gone, even by kill -9.
  const child = spawn(process.execPath, args, { cwd: rootFolder, env: { ...process.env, ...env }, detached: true, stdio: ["ignore", output, output, "ipc"] });
  if (logFile) closeSync(output);
  const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await Promise.race([ended, sleep(stopWaitMs, undefined, { ref: false }).then(() => child.kill("SIGKILL"))]);
  };
  const url = urlOf(env.HOST, env.PORT);
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  for (let waitedMs = 0; waitedMs < readyWaitMs; waitedMs += 100) {
    if (hasEnded) throw new Error(`The server ended (${await ended}) before it was ready.`);
    if (await isReady(url)) return { url, ended, stop };
    await sleep(100);
  }
  await stop();
  throw new Error("The server did not become ready.");
}

/** The port if it is free; 0 picks one. Rejects with EADDRINUSE when it is taken. */
export function freePort(host, port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(port, host, () => {
      const { port: bound } = probe.address();
      probe.close(() => resolve(bound));
    });
  });
}

function urlOf(host, port) {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
