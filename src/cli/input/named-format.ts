import { UsageError } from "../../project/usage-error.js";
import { namedChoice } from "./named-choice.js";

/** The format that `--format` names, or `--json`, which is short for `--format json`. Both at once must say the same. */
export function namedFormat<Format extends string>(
  { format, json }: { readonly format?: string | undefined; readonly json?: boolean | undefined },
  formats: readonly [Format, ...Format[]],
): Format | "json" {
  if (json === true && format !== undefined && format !== "json") {
    throw new UsageError(`--json and --format ${format} contradict each other`, "Give one of them");
  }
  return json === true ? "json" : namedChoice("format", format ?? formats[0], formats);
}
