import { SettingControl } from "./setting-control.tsx";
import { useSettings } from "./use-settings.ts";

export function SeedControl() {
  const seed = useSettings().find(({ key }) => key === "seed");
  return seed ? <SettingControl setting={seed} /> : null;
}
