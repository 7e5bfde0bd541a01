import { Choice } from "../../components/controls/choice.tsx";
import { useActions, usePage } from "../store/hooks.ts";
import { SPEEDS } from "../store/view-slice.ts";

const OPTIONS = SPEEDS.map((speed) => ({
  value: String(speed),
  label:
    speed === null
      ? "as fast as it goes"
      : speed === 1
        ? "1 step a second"
        : `${speed} steps a second`,
}));

export function SpeedChoice() {
  const speed = usePage((state) => state.speed);
  const { setSpeed } = useActions();
  return (
    <Choice
      id="transport-speed"
      label="Speed"
      options={OPTIONS}
      value={String(speed)}
      onChange={(value) => setSpeed(SPEEDS.find((other) => String(other) === value) ?? null)}
    />
  );
}
