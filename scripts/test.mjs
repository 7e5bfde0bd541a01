/**
 * npm test: everything, in order of what is quickest to fail. It goes on after a failure so that one run tells all,
 * and ends with one line, "12 passed, 0 failed". Types, lint, format, unused code, the build and its
 * sizes count as one each.
 */
import { bundleSizes, overLimits } from "./bundle-sizes.mjs";
import { countCheck, countPlaywright, countVitest, NONE, sentence, sum } from "./counts.mjs";
import { root, runPlaywright, runTool, runVitest } from "./run-tool.mjs";

const CHECKS = [
  ["types", "tsc", ["-b"], 5],
  ["lint", "oxlint", ["--type-aware", "--max-warnings", "0"], 5],
  ["format", "prettier", ["--check", "."], 5],
  ["unused code", "knip", [], 5],
];

const results = [];
for (const [name, tool, parameters, minutes] of CHECKS)
  await check(name, async () => countCheck(await runTool(tool, parameters, { minutes })));
await check("unit tests", async () => countVitest(await runVitest([], { minutes: 20 })));
const built = await check("build", async () =>
  countCheck(await runTool("vite", ["build"], { minutes: 5 })),
);
await check("bundle sizes", async () => countCheck(built.failed > 0 ? 1 : weigh()));
await check("browser journeys", async () => {
  if (built.failed > 0) {
    console.error("There is no page to visit: the build failed.");
    return { ...NONE, failed: 1 };
  }
  const env = { NORMSCOPE_BUILT: "1" };
  return countPlaywright(await runPlaywright([], { minutes: 70, env }));
});

const total = sum(results.map(({ counts }) => counts));
console.log("\n");
for (const { name, counts, seconds } of results)
  console.log(`${counts.failed > 0 ? "✗" : "✓"} ${name}: ${sentence(counts)} (${seconds} s)`);
console.log(sentence(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** How many limits the build does not keep; one that cannot be weighed keeps none. */
function weigh() {
  try {
    const sizes = bundleSizes(`${root}dist`);
    for (const [part, { kilobytes }] of Object.entries(sizes))
      console.log(`${part}: ${kilobytes.toFixed(1)} kB of gzip`);
    const sentences = overLimits(sizes);
    for (const sentence of sentences) console.error(sentence);
    return sentences.length;
  } catch (error) {
    console.error(error.message);
    return 1;
  }
}

async function check(name, run) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const counts = await run();
  const seconds = Math.round((performance.now() - start) / 1000);
  results.push({ name, counts, seconds });
  return counts;
}
