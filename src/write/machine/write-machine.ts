import type { Journey, Model } from "../../model/model.js";
import { describeMachine } from "./describe-machine.js";
import { machineStructure } from "./machine-structure.js";

/** Writes the TypeScript machine of one journey: the text of `<Journey>.machine.ts`. */
export async function writeMachine(journey: Journey, _model: Model): Promise<string> {
  const [text = ""] = await writeMachines([journey]);
  return text;
}

/**
 * Writes the machines of many journeys, in their order. ts-morph and prettier are loaded here and nowhere else, when
 * the first machine is asked for, and one project serves all files: it is empty between two of them.
 */
export async function writeMachines(journeys: readonly Journey[]): Promise<readonly string[]> {
  if (journeys.length === 0) return [];
  const { morph, project, format } = await loadTools();
  const texts: string[] = [];
  for (const journey of journeys) {
    const file = project.createSourceFile("machine.ts", machineStructure(morph, describeMachine(journey)));
    const text = file.getFullText();
    project.removeSourceFile(file);
    texts.push(await format(text));
  }
  return texts;
}

async function loadTools() {
  const [morph, { format }, typescript, estree] = await Promise.all([
    import("ts-morph"),
    import("prettier/standalone"),
    import("prettier/plugins/typescript"),
    import("prettier/plugins/estree"),
  ]);
  const project = new morph.Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
  });
  // Prettier's own defaults, so that nobody's format-on-save changes the file.
  const options = { parser: "typescript", plugins: [typescript, estree] };
  return { morph, project, format: (text: string) => format(text, options) };
}
