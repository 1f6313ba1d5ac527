import { nearestName } from "../../diagnostics/suggest.js";
import type { Model } from "../../model/model.js";
import { generationOf, isLibrary } from "../../model/script-place.js";
import { insteadOfMissing, meansVariable, variableOfEnvironment } from "../../rhino/instead-of-missing.js";
import { analysedScripts } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";

/** Reports functions and names that the platform's script engine lacks, each once a script, where it is certain what is called. */
export const scriptFunctionMissing = modelRule("script-function-missing", "may-miss", (model, report) => {
  for (const { script, title, missing, placeOf } of analysedScripts(model)) {
    const seen = new Set<string>();
    for (const { name, method, member, at: offset } of missing) {
      // A library may be written for Node as well.
      if (seen.has(name) || (name === "module" && isLibrary(script))) continue;
      seen.add(name);
      const { at, line } = placeOf(offset);
      const isVariable = name === "process" && method === "env" && member !== undefined;
      const help = isVariable ? askFor(member, model) : insteadOfMissing(name, method, generationOf(script));
      report({ at, args: { script: title, line, name }, ...(help === undefined ? {} : { help }) });
    }
  }
});

/** How a script asks for what `process.env` has in Node: the variable of the same or nearly the same name, where the project has one. */
function askFor(member: string, { journeys }: Model): string {
  const ids = journeys.flatMap(({ resources }) =>
    resources.filter(({ kind }) => kind === "variable").map(({ id }) => id),
  );
  const meant = variableOfEnvironment(member);
  const [only, second] = [...new Set(ids)].filter((each) => meansVariable(member, each));
  const id = (second === undefined ? only : undefined) ?? nearestName(meant, ids) ?? meant;
  return `A script asks for variables and secrets of the tenant: write \`systemEnv.getProperty("${id.replaceAll("-", ".")}")\`.`;
}
