import { describe, expect, it } from "vitest";
import { countCheck, countPlaywright, countVitest, sentence, sum } from "./counts.mjs";

const vitest = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [{ status: "passed", assertionResults: [{ status: "passed" }] }],
};

describe("the counts of a run", () => {
  it("take a check as one", () => {
    expect(countCheck(0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countCheck(2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it("take a check that was ended as failed", () => {
    expect(countCheck(null).failed).toBe(1);
  });

  it("are Vitest's own", () => {
    expect(countVitest({ code: 0, report: vitest })).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });

  it("take a test file that cannot be loaded as failed", () => {
    const testResults = [...vitest.testResults, { status: "failed", assertionResults: [] }];
    expect(countVitest({ code: 1, report: { ...vitest, testResults } }).failed).toBe(1);
  });

  it("take a runner that failed without a failed test as failed", () => {
    expect(countVitest({ code: 1, report: vitest }).failed).toBe(1);
    expect(countVitest({ code: null, report: null }).failed).toBe(1);
  });

  it("are Playwright's own", () => {
    const stats = { expected: 8, unexpected: 1, flaky: 0, skipped: 2 };
    expect(countPlaywright({ code: 1, report: { stats } })).toEqual({
      passed: 8,
      failed: 1,
      skipped: 2,
    });
  });

  it("end in a sentence that names skipped tests only where there are any", () => {
    const total = sum([countCheck(0), countCheck(1)]);
    expect(sentence(total)).toBe("1 passed, 1 failed");
    expect(sentence({ ...total, skipped: 2 })).toBe("1 passed, 1 failed, 2 skipped");
  });
});
