import { expect, test } from "vitest";
import { Writer } from "./writer.ts";

test("the same expression has the same name, and is written once", () => {
  const writer = new Writer();
  const [a, b] = [writer.name("int", "t / u[0]"), writer.name("int", "t / u[0]")];
  expect(b).toBe(a);
  expect(writer.text).toBe(`int ${a} = t / u[0];`);
});

test("what does not depend on a loop is written before it, and what does, inside", () => {
  const writer = new Writer();
  const row = writer.name("int", "t / u[0]");
  writer.nested(
    (k) => `for (int ${k} = 0; ${k} < 8; ${k}++)`,
    (k) => {
      const start = writer.name("int", `${row} * 8`);
      writer.line(`o0 += read0(${writer.name("int", `${start} + ${k}`)});`);
    },
  );
  const lines = writer.text.split("\n");
  const loop = lines.findIndex((line) => line.startsWith("for"));
  expect(lines.findIndex((line) => line.includes("* 8"))).toBeLessThan(loop);
  expect(lines.findIndex((line) => / \+ v\d+_;$/u.test(line))).toBeGreaterThan(loop);
});

test("what is known in a loop is forgotten after it", () => {
  const writer = new Writer();
  let inside = "";
  writer.nested(
    (k) => `for (int ${k} = 0; ${k} < 8; ${k}++)`,
    (k) => {
      inside = writer.name("int", `${k} * 4`);
      writer.note("place", inside);
      expect(writer.known("place")).toBe(inside);
    },
  );
  expect(writer.known("place")).toBeNull();
});

test("a sum stands where all that it depends on is known, outside of other loops", () => {
  const writer = new Writer();
  writer.nested(
    (k) => `for (int ${k} = 0; ${k} < 8; ${k}++)`,
    () => {
      const sum = writer.accumulate("float", "0.0", ["t"], (name) =>
        writer.line(`${name} += 1.0;`),
      );
      writer.line(`o0 += ${sum};`);
    },
  );
  const lines = writer.text.split("\n");
  expect(lines.findIndex((line) => line.includes("+= 1.0"))).toBeLessThan(
    lines.findIndex((line) => line.startsWith("for")),
  );
});
