import { expect, test } from "vitest";
import { InFlight } from "./in-flight.ts";

/** Results that land when the test says so. */
function landing() {
  let resolve: (result: string) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<string>((land, fail) => {
    resolve = land;
    reject = fail;
  });
  return { promise, resolve, reject };
}

/** Lets everything that can go on do so. */
const settled = () => new Promise((done) => setImmediate(done));

test("results are handed on in the order in which they were begun, whichever lands first", async () => {
  const handed: string[] = [];
  const flights = new InFlight<string>(2, (result) => handed.push(result));
  const [first, second] = [landing(), landing()];
  void flights.begin(first.promise);
  void flights.begin(second.promise);
  second.resolve("second");
  await settled();
  expect(handed).toEqual([]);
  first.resolve("first");
  await flights.landed();
  expect(handed).toEqual(["first", "second"]);
});

test("there is room while fewer than the most are under way", async () => {
  const flights = new InFlight<string>(2, () => {});
  const [first, second] = [landing(), landing()];
  void flights.begin(first.promise);
  await flights.room();
  void flights.begin(second.promise);
  let hasRoom = false;
  const waiting = flights.room().then(() => (hasRoom = true));
  await settled();
  expect(hasRoom).toBe(false);
  first.resolve("first");
  await waiting;
  expect(hasRoom).toBe(true);
});

test("a failure is thrown where someone waits, and nothing after it is handed on", async () => {
  const handed: string[] = [];
  const flights = new InFlight<string>(2, (result) => handed.push(result));
  const [first, second] = [landing(), landing()];
  void flights.begin(first.promise);
  void flights.begin(second.promise);
  second.resolve("second");
  first.reject(new Error("the device is gone"));
  await expect(flights.landed()).rejects.toThrow("the device is gone");
  expect(handed).toEqual([]);
});

test("a result that cannot be handed on is a failure", async () => {
  const flights = new InFlight<string>(1, () => {
    throw new Error("nobody listens");
  });
  void flights.begin(Promise.resolve("first"));
  await expect(flights.room()).rejects.toThrow("nobody listens");
});
