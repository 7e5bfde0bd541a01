import { beforeAll, expect, test } from "vitest";
import { Constants } from "./constants.ts";
import { createOps } from "./create-ops.ts";
import { openDevice, prepareDevices } from "./device.ts";
import { dispose, download, scope, upload } from "./engine.ts";

beforeAll(async () => {
  prepareDevices("");
  await openDevice("cpu");
});

test("argMax says where the last axis is greatest, and of equals takes the first", async () => {
  const x = upload({
    values: Float32Array.from([1, 3, 2, 5, 5, 4, -2, -3, -1, 0, 0, 0]),
    shape: [2, 2, 3],
  });
  const where = scope(() => createOps(new Constants(), null).argMax(x));
  expect(where.shape).toEqual([2, 2]);
  expect([...(await download(where))]).toEqual([1, 0, 2, 0]);
  dispose([x, where]);
});
