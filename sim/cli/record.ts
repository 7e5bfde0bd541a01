import { writeFileSync } from "node:fs";
import { catalogue } from "../catalogue.ts";
import { entry } from "../contract/catalogue.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { recordedText, recordRun } from "./recorded-run.ts";
import { stampOfToday } from "./sweep-file.ts";

/** Records one run of a preset into a file: `record.ts <preset> <file>`. `npm run record` says which. */
const [id = "", file = ""] = process.argv.slice(2);
const preset = entry(catalogue.presets, id);
prepareDevices(process.env["NORMSCOPE_WASM"] ?? "");
await openDevice("wasm");
let said = 0;
const run = await recordRun(preset, "wasm", stampOfToday(), (step) => {
  const tenth = Math.floor((10 * step) / preset.experiment.steps);
  if (tenth > said) console.error(`${id}: step ${step} of ${preset.experiment.steps}`);
  said = tenth;
});
writeFileSync(file, recordedText(run));
