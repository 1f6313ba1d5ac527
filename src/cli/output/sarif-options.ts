import { relative, resolve, sep } from "node:path";
import { soundnessOf } from "../../check/soundness.js";
import type { SarifOptions } from "../../diagnostics/render/sarif.js";
import { standardInputPath } from "../../project/shown-path.js";
import type { Host } from "../process/host.js";
import { rulePageOf } from "./rule-page.js";

/** What a SARIF log takes from its surroundings: paths from the working directory on, and the pages of the rules. */
export function sarifOptions({ version, workingDirectory, packageFolder }: Host): SarifOptions {
  return {
    version,
    relativePath: (path) =>
      path === standardInputPath
        ? "stdin"
        : relative(workingDirectory, resolve(workingDirectory, path)).split(sep).join("/"),
    ruleOf: (code) => {
      const { what, markdown } = rulePageOf(code, packageFolder);
      return { what, markdown, isCertain: soundnessOf(code) !== "may-overreport" };
    },
  };
}
