/** Counts of tests from what each runner reports, where a runner that failed as a whole counts as one failure. */

export const NONE = { passed: 0, failed: 0, skipped: 0 };

/** A check that has no tests of its own counts as one. */
export function countCheck(code) {
  return code === 0 ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 };
}

export function countVitest({ code, report }) {
  if (!report) return countCheck(code ?? 1);
  // A file that cannot even be loaded has failed, though none of its tests has.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  return withExitCode(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

export function countPlaywright({ code, report }) {
  if (!report) return countCheck(code ?? 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withExitCode(code, { passed: expected + flaky, failed: unexpected, skipped });
}

/** A runner that says it failed has failed, whatever its tests say. */
function withExitCode(code, counts) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

export function sum(all) {
  return all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    NONE,
  );
}

/** "12 passed, 0 failed", and the skipped only where there are any. */
export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
