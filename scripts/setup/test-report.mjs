import { existsSync, readFileSync } from "node:fs";

/** Counts of a vitest JSON report; a test that was left out has not passed. */
export function vitestCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, "utf8"));
  const filesWithoutTests = report.testResults.filter((result) => result.status === "failed" && result.assertionResults.length === 0).length;
  const failed = report.numFailedTests + report.numPendingTests + (report.numTodoTests ?? 0) + filesWithoutTests;
  return { passed: report.numPassedTests, failed: failed || (report.success && report.numPassedTests > 0 ? 0 : 1) };
}

/** Counts of a Playwright JSON report. */
export function playwrightCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8"));
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  return { passed: stats.expected, failed: failed || (stats.expected > 0 ? 0 : 1) };
}
