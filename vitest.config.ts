import path from "node:path";
import { defineConfig } from "vitest/config";

const resolve = { alias: { "@": path.resolve(import.meta.dirname) } };
const setupFiles = ["tests/setup/fail-on-console-error.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          sequence: { groupOrder: 0 },
          include: ["tests/{unit,architecture}/**/*.test.{ts,tsx}"],
          environment: "node",
          setupFiles,
        },
      },
      {
        resolve,
        test: {
          name: "integration",
          // After the unit tests, so that both can be asked for in one command although this one limits its workers.
          sequence: { groupOrder: 1 },
          include: ["tests/{integration,scenario}/**/*.test.ts"],
          environment: "node",
          setupFiles: [...setupFiles, "tests/setup/worker-database.ts"],
          globalSetup: ["tests/setup/integration-cluster.ts"],
          pool: "forks",
          isolate: true,
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
