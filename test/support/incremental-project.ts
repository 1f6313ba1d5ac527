import { dirname, join } from "node:path";

/** The files of a project of many journeys that know scripts, resources, parameters, scenarios and a configuration. */
export function projectFiles(count: number): Readonly<Record<string, string>> {
  const files: Record<string, string> = { "journey.config.json": configurationText({}) };
  for (let index = 0; index < count; index++) {
    const name = journeyName(index);
    files[journeyPath(index)] = journeyText(name, index);
    if (usesScript(index)) files[scriptPath(index)] = scriptText(`"${index}"`);
    if (index % 10 === 4) files[`journeys/${name}.scenarios.journey`] = scenarioText(name, "success");
  }
  return files;
}

export const journeyName = (index: number) => `Journey${index}`;

export const journeyPath = (index: number) => `journeys/${index % 3 === 0 ? "more/" : ""}${journeyName(index)}.journey`;

export const usesScript = (index: number) => index % 5 === 1;

export const scriptPath = (index: number) => join(dirname(journeyPath(index)), "scripts", `${journeyName(index)}.js`);

export function journeyText(name: string, index: number, description = "first"): string {
  const script = usesScript(index);
  const lines = [
    ...(index % 7 === 2 ? ['param brand = "Example"', ""] : []),
    `journey ${name} {`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a parameter of the journey.
    `  description: "${description}${index % 7 === 2 ? " ${brand}" : ""}"`,
    "",
    `  start -> ${script ? "Decide" : "Ask"}`,
    "",
    ...(script
      ? [
          "  node Decide: ScriptedDecision {",
          "    script: Decide",
          '    outcomes: ["yes", "no"]',
          "",
          "    yes -> Ask",
          "    no -> failure",
          "  }",
          "",
          `  script Decide "${name} - Decide" {`,
          `    file: "scripts/${journeyName(index)}.js"`,
          "  }",
          "",
        ]
      : []),
    ...(index % 4 === 3
      ? [
          "  node Inner: InnerTreeEvaluator {",
          `    tree: "${journeyName(index - 1)}"`,
          "",
          "    true -> success",
          "    false -> failure",
          "  }",
          "",
        ]
      : []),
    "  page Ask {",
    "    node Name: UsernameCollector",
    "",
    `    -> ${index % 4 === 3 ? "Inner" : "success"}`,
    "  }",
    "}",
    "",
  ];
  return lines.join("\n");
}

export function scriptText(value: string): string {
  return `// Decides.\nvar given = ${value};\noutcome = given === "1" ? "yes" : "no";\n`;
}

export function scenarioText(journey: string, end: string): string {
  return `scenario "asks for a name" of ${journey} {\n  submit Ask { Name: "demo" }\n  expect ${end}\n}\n`;
}

export function configurationText(more: object): string {
  return `${JSON.stringify({ include: ["journeys"], outDir: "dist", ...more }, null, 2)}\n`;
}
