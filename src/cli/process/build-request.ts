import type { BuildTarget } from "../../compile/targets.js";
import type { projectOptions } from "../input/project-options.js";
import type { OptionValues } from "./command.js";

export interface BuildRequest {
  readonly paths: readonly string[];
  readonly out: string | undefined;
  readonly targets: readonly BuildTarget[] | undefined;
  readonly bundle: boolean;
  readonly meta: boolean;
  readonly json: boolean;
  readonly project: OptionValues<typeof projectOptions>;
}
