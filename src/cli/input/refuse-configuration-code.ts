import { printable } from "../../diagnostics/render/printable.js";
import { shownPath } from "../../project/shown-path.js";
import type { Host } from "../process/host.js";

/**
 * The host for a command that must run no configuration: because its options say so, or the environment. A configuration that is
 * code is then named on standard error, once.
 */
export function refuseConfigurationCode(host: Host, options: Readonly<Record<string, unknown>>): Host {
  const variable = host.environment.JOURNEYC_NO_CONFIG_CODE ?? "";
  if (options["no-config-code"] !== true && (variable === "" || variable === "0")) return host;
  const told = new Set<string>();
  return {
    ...host,
    refuseConfigurationCode(file) {
      if (told.has(file)) return;
      told.add(file);
      const path = printable(shownPath(file, host.workingDirectory));
      host.talk.write(
        `${host.talk.style.yellow("warning")}: ${path} was not run, because it is code and running it is turned off. Its settings do not hold.\n`,
      );
    },
  };
}
