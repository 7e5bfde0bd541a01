import { ParamControl } from "../../components/controls/param-control.tsx";
import type { Setting } from "../../sim/contract/settings.ts";
import { useActions } from "../store/hooks.ts";

/** The control of one setting. What happens when it is moved is not its business: see `session/sync.ts`. */
export function SettingControl({ setting }: { readonly setting: Setting }) {
  const { setExperiment } = useActions();
  return (
    <ParamControl
      id={`setting-${setting.key}`}
      spec={setting.spec}
      value={setting.value}
      onChange={(value) => setExperiment(setting.with(value))}
    />
  );
}
