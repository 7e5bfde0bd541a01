import { Part } from "./part.tsx";
import { SettingControl } from "./setting-control.tsx";
import { useSettings } from "./use-settings.ts";

export function SeedControl() {
  const seed = useSettings().find(({ key }) => key === "seed");
  if (!seed) return null;
  return (
    <Part name="seed">
      <SettingControl setting={seed} />
    </Part>
  );
}
