import { versionOf } from "../catalogue/catalogue.js";
import { checkBySchema } from "../catalogue/check-by-schema.js";
import type { NodeType } from "../catalogue/node-type.js";
import { problemDiagnostic } from "../catalogue/problem-diagnostic.js";
import type { Place } from "../diagnostics/diagnostic.js";
import type { Json } from "../text/json.js";
import type { Range } from "../text/range.js";
import type { GivenProperties } from "./bind-properties.js";
import type { JourneyScope } from "./scope.js";

/** Reports what the tenant's own schema of a node's type finds wrong with the node's properties, each and together. */
export function judgeBySchema(
  { settings, left }: GivenProperties,
  type: NodeType,
  version: string,
  node: { readonly name: string; readonly place: Place; readonly range: Range },
  scope: JourneyScope,
): void {
  const data = versionOf(type, version);
  if (data?.schema === undefined) return;
  const sound = [...settings].filter(([, setting]) => !scope.unsound.has(setting));
  const values = new Map<string, Json>(sound.map(([name, { value }]) => [name, value]));
  // What is left out of the text may be there on the platform.
  const isWhole =
    left.size === 0 &&
    sound.length === settings.size &&
    scope.exportOptions.defaults &&
    !scope.hasSyntaxErrorIn(node.range);
  for (const problem of checkBySchema(data, values, isWhole)) {
    const setting = settings.get(problem.property);
    const place = setting?.inner?.get(problem.pointer) ?? setting?.place ?? node.place;
    const property = problem.property === "" ? node.name : problem.property;
    // What is wrong inside of a text, such as the marks of a parameter, tells more.
    const restsOn = typeof problem.found === "string" ? { restsOn: [place] } : {};
    scope.reporter.add({ ...problemDiagnostic({ ...problem, property }, place), ...restsOn });
  }
}
