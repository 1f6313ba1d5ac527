import type { Range } from "../text/range.js";
import { callersOf } from "./hover.js";
import type { LanguageText, ReadProject } from "./language-project.js";

/** Something that can be done with a declaration. */
export type CodeLens = { readonly range: Range; readonly title: string } & (
  | { readonly does: "runScenario"; readonly scenario: string }
  | { readonly does: "simulate"; readonly journey: string }
  | { readonly does: "showCallers"; readonly journey: string }
);

/** What can be done with the scenarios and journeys of a text. */
export function codeLenses({ parsed, bound }: LanguageText, projects: readonly ReadProject[]): readonly CodeLens[] {
  return parsed.file.items.flatMap((item): readonly CodeLens[] => {
    if (item.kind === "scenario" && item.title !== undefined) {
      const scenario = item.title.parts.map((part) => (typeof part === "string" ? part : `\${${part.param}}`)).join("");
      return [{ range: item.title.range, title: "Run", does: "runScenario", scenario }];
    }
    if (item.kind !== "journey" || item.name === undefined) return [];
    const { range } = item.name;
    const journey = bound.journeys.find(({ place }) => place.range.start === range.start);
    if (journey === undefined) return [];
    const callers = callersOf(journey.id, projects).length;
    return [
      { range, title: "Simulate", does: "simulate", journey: journey.id },
      ...(callers === 0
        ? []
        : ([
            {
              range,
              title: callers === 1 ? "1 journey calls this" : `${callers} journeys call this`,
              does: "showCallers",
              journey: journey.id,
            },
          ] as const)),
    ];
  });
}
