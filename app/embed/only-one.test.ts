import { expect, it } from "vitest";
import { opened, ready } from "../session/house.fixture.ts";
import { keepOnlyOne } from "./only-one.ts";
import type { Claim, Others } from "./only-one.ts";

/** Embeddings that hear one another when `deliver` is called, and not before. */
function neighbourhood() {
  const listeners = new Set<(claim: Claim) => void>();
  const letters: Claim[] = [];
  const others: Others = {
    tell: (claim) => letters.push(claim),
    hear: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const deliver = (): void => {
    for (let claim = letters.shift(); claim; claim = letters.shift())
      for (const listener of listeners) listener(claim);
  };
  let time = 0;
  const settle = (id: string) => {
    const house = opened();
    house.session.letGo();
    keepOnlyOne(house.session, others, id, () => ++time);
    return house;
  };
  return { settle, deliver };
}

it("of two embeddings the one that was played last stays live", () => {
  const { settle, deliver } = neighbourhood();
  const [first, second] = [settle("a"), settle("b")];
  first.session.play();
  deliver();
  first.port().say(ready(2));
  expect(first.state().phase).toBe("running");
  second.session.play();
  deliver();
  expect(first.state().phase).toBe("released");
  expect(first.port().ended).toBe(true);
  expect(second.state().phase).toBe("opening");
});

it("of two that went live before they heard of each other, the later stays", () => {
  const { settle, deliver } = neighbourhood();
  const [first, second] = [settle("z"), settle("a")];
  first.session.play();
  second.session.play();
  deliver();
  expect([first.state().phase, second.state().phase]).toEqual(["released", "opening"]);
});

it("one that has let go no longer minds, and can go live again", () => {
  const { settle, deliver } = neighbourhood();
  const [first, second] = [settle("a"), settle("b")];
  first.session.play();
  deliver();
  second.session.play();
  deliver();
  first.session.play();
  deliver();
  expect([first.state().phase, second.state().phase]).toEqual(["opening", "released"]);
});
