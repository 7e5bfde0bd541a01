import { expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { opened, ready, report } from "../session/house.fixture.ts";
import { Obedience } from "./obedience.ts";
import { Sight } from "./sight.ts";

function embedded(query = "") {
  const house = opened(query);
  let show: (isOnScreen: boolean) => void = () => {};
  const sight = new Sight({
    isTabHidden: () => false,
    onTab: () => () => {},
    onScreen: (changed) => {
      show = changed;
      return () => {};
    },
  });
  const obedience = new Obedience(house.session, sight, catalogue);
  house.port().say(ready(1));
  return { ...house, obedience, look: (isSeen: boolean) => show(isSeen) };
}

it("a host’s play waits until the embedding is seen, and a pause takes it back", () => {
  const { obedience, look, state } = embedded();
  obedience.obey({ name: "play" });
  expect(state().phase).toBe("ready");
  look(true);
  expect(state().phase).toBe("running");
  obedience.obey({ name: "pause" });
  look(false);
  obedience.obey({ name: "play" });
  obedience.obey({ name: "pause" });
  look(true);
  expect(state().phase).toBe("paused");
});

it("goto plays up to the step, and rests there exactly", () => {
  const { obedience, look, port, state } = embedded();
  look(true);
  obedience.obey({ name: "goto", step: 2 });
  expect(state().phase).toBe("running");
  port().say(report(1, 1));
  expect(state().phase).toBe("running");
  port().say(report(1, 3));
  expect(state()).toMatchObject({ phase: "rewinding", wantsToPlay: false });
  expect(port().heard.at(-1)).toMatchObject({ type: "rewind", to: 2 });
});

it("goto is forgotten when something else is asked for", () => {
  const { obedience, look, port, state } = embedded();
  look(true);
  obedience.obey({ name: "goto", step: 2 });
  obedience.obey({ name: "play" });
  port().say(report(1, 3));
  expect(state().phase).toBe("running");
});

it("load brings another experiment, as a link would", () => {
  const { obedience, state } = embedded();
  obedience.obey({ name: "load", query: "preset=ordinary-rate&seed=9" });
  expect(state().preset.id).toBe("ordinary-rate");
  expect(state().experiment.seed).toBe(9);
});
