import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { opened, ready } from "../session/house.fixture.ts";
import { restWhenUnseen } from "./rest-when-unseen.ts";
import { Sight } from "./sight.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watched() {
  const house = opened();
  let isHidden = false;
  const changed: { tab: () => void; screen: (isOnScreen: boolean) => void } = {
    tab: () => {},
    screen: () => {},
  };
  const sight = new Sight({
    isTabHidden: () => isHidden,
    onTab: (listener) => {
      changed.tab = listener;
      return () => {};
    },
    onScreen: (listener) => {
      changed.screen = listener;
      return () => {};
    },
  });
  restWhenUnseen(house.session, sight);
  house.port().say(ready(1));
  const hideTab = (hidden: boolean): void => {
    isHidden = hidden;
    changed.tab();
  };
  return { ...house, scroll: (isOnScreen: boolean) => changed.screen(isOnScreen), hideTab };
}

it("a run rests while its frame is off the screen or its tab hidden, and goes on when it is seen", () => {
  const { session, state, scroll, hideTab } = watched();
  scroll(true);
  session.play();
  expect(state().phase).toBe("running");
  scroll(false);
  expect(state()).toMatchObject({ phase: "paused", wantsToPlay: true });
  hideTab(true);
  scroll(true);
  expect(state().phase).toBe("paused");
  hideTab(false);
  expect(state().phase).toBe("running");
});

it("after half a minute unseen the device is given back", () => {
  const { session, port, state, scroll } = watched();
  scroll(true);
  session.play();
  scroll(false);
  vi.advanceTimersByTime(29_000);
  expect(state().phase).toBe("paused");
  vi.advanceTimersByTime(2_000);
  expect(state().phase).toBe("released");
  expect(port().ended).toBe(true);
});
