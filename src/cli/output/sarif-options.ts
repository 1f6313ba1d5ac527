import { soundnessOf } from "../../check/soundness.js";
import type { SarifOptions } from "../../diagnostics/render/sarif.js";
import { rulePageOf } from "../../project/rule-page.js";
import type { Host } from "../process/host.js";
import { hostPaths } from "./host-paths.js";

/** What a SARIF log takes from its surroundings: paths as code hosts want them, and the pages of the rules. */
export function sarifOptions(host: Host): SarifOptions {
  const { version, packageFolder } = host;
  return {
    version,
    relativePath: hostPaths(host),
    ruleOf: (code) => {
      const { what, markdown } = rulePageOf(code, packageFolder);
      return { what, markdown, isCertain: soundnessOf(code) !== "may-overreport" };
    },
  };
}
