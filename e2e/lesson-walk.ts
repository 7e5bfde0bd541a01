import { expect } from "./laboratory.ts";
import type { Laboratory } from "./laboratory.ts";

/** A learner in a lesson, who does what every step asks. */
export class LessonWalk {
  readonly lab: Laboratory;

  constructor(lab: Laboratory) {
    this.lab = lab;
  }

  get page() {
    return this.lab.page;
  }

  async open(id: string): Promise<this> {
    await this.lab.open(`lesson=${id}&step=1&device=wasm`, "/lessons");
    await expect(this.heading()).toContainText("1 of");
    return this;
  }

  heading() {
    return this.page.locator("#step-heading");
  }

  /** Plays until so many steps are taken, and the step says that it is done. */
  async playTo(steps: number): Promise<this> {
    await this.lab.untilBuilt();
    await this.lab.play();
    await this.lab.untilStep(steps);
    return this.done();
  }

  async done(): Promise<this> {
    await expect(this.page.locator(".deed")).toContainText("Done.");
    return this;
  }

  /** On to the next step, whose heading takes the focus. Only a step that is done says “Next”. */
  async next(): Promise<this> {
    const before = await this.heading().textContent();
    await this.lab.button("Next").click();
    await expect(this.heading()).not.toHaveText(before ?? "");
    await expect(this.heading()).toBeFocused();
    return this;
  }

  async pick(label: string | RegExp): Promise<this> {
    await this.page.getByRole("radio", { name: label }).first().check();
    return this;
  }

  /** Predicts by a sketch. */
  async expects(label: string | RegExp): Promise<this> {
    await this.pick(label);
    await this.pick("fairly sure");
    await this.lab.button("Keep my prediction").click();
    return this.done();
  }

  /** Predicts by a curve, hung on its points from the keyboard. */
  async drawsByKeys(): Promise<this> {
    const handles = this.page.getByRole("group", { name: "Or set it point by point" });
    await handles.getByRole("slider").first().press("ArrowUp");
    await handles.getByRole("slider").last().press("ArrowDown");
    await this.lab.button("Keep my prediction").click();
    return this.done();
  }

  /** Turns a number in the words until its setting is as wanted. */
  async turn(label: string, key: "ArrowLeft" | "ArrowRight", times: number): Promise<this> {
    const number = this.page.locator(".step-words").getByRole("slider", { name: label });
    for (let i = 0; i < times; i++) await number.press(key);
    return this;
  }

  async says(words: string | RegExp): Promise<this> {
    await expect(this.page.locator(".step")).toContainText(words);
    return this;
  }
}
