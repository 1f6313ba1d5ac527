import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { Project } from "./open-project.js";
import type { ProjectModel } from "./read-model.js";

/** Reports parameters of the configuration that no text has. Only the whole project shows that. */
export function unusedParams(
  { configuration, isWhole }: Pick<Project, "configuration" | "isWhole">,
  { parameters }: Pick<ProjectModel, "parameters">,
): readonly Diagnostic[] {
  if (parameters === undefined || !isWhole) return [];
  const unused = configuration.configuration.paramPlaces.filter(({ name }) => !parameters.has(name));
  return unused.map(({ name, place }) => {
    const near = nearestName(name, parameters);
    return createDiagnostic(
      "unused-param-setting",
      place,
      { name },
      near === undefined ? {} : { help: `Did you mean "${near}"?` },
    );
  });
}
