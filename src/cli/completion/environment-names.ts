import { loadConfiguration } from "../../project/load-configuration.js";
import type { Candidate } from "../commands/define-command.js";
import type { Host } from "../process/host.js";

/** The environments of the configuration, unless it is code: pressing a key must not run any. */
export async function environmentNames(host: Host): Promise<readonly Candidate[]> {
  const { configuration } = await loadConfiguration({ ...host, refuseConfigurationCode: () => undefined }, undefined);
  return [...configuration.environments.keys()].map((value) => ({ value }));
}
