import pino from "pino";
import { processWide } from "./process-wide";

const LEVELS = ["trace", "debug", "info", "warn", "error", "silent"];

/** Structured, one JSON line each; never a secret, never personal data. */
export const log = processWide("log", () =>
  pino({
    level: LEVELS.includes(process.env.LOG_LEVEL ?? "") ? process.env.LOG_LEVEL : "info",
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["password", "*.password", "authorization", "cookie", "*.authorization", "*.cookie"], remove: true },
  }),
);
