/**
 * npm run golden: the project's numbers against the golden vectors, on cpu and wasm in Node and on webgl in a browser.
 * NORMSCOPE_GOLDEN names another folder of vectors.
 */
import { resolve } from "node:path";
import { countPlaywright, countVitest, sentence, sum } from "./counts.mjs";
import { root, runPlaywright, runVitest } from "./run-tool.mjs";

// Resolved here, since the runners start in the root whatever folder one calls from.
const folder = resolve(process.env.NORMSCOPE_GOLDEN ?? `${root}sim/golden/vectors`);
const env = { NORMSCOPE_GOLDEN: folder, NORMSCOPE_SITE: "none" };

const inNode = countVitest(await runVitest(["sim/golden/golden.test.ts"], { minutes: 10, env }));
const inBrowser = countPlaywright(
  await runPlaywright(["e2e/golden.spec.ts"], { minutes: 15, env }),
);

const total = sum([inNode, inBrowser]);
console.log(`\ngolden vectors in ${folder}`);
console.log(`cpu and wasm: ${sentence(inNode)}; webgl: ${sentence(inBrowser)}`);
console.log(sentence(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
