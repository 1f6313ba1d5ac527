import { readFileSync } from "node:fs";

/** Prints `N passed, N failed` from vitest's JSON report; fails when a test failed, a file did not load, or none ran. */
const report = JSON.parse(readFileSync(process.argv[2] ?? "test-report.json", "utf8"));
const brokenFiles = report.testResults.filter(
  (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
).length;
const failed = report.numFailedTests + brokenFiles;
process.stdout.write(`${report.numPassedTests} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || report.numPassedTests === 0 || !report.success ? 1 : 0;
