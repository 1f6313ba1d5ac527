import { describeMachine } from "../../machine/describe-machine.js";
import type { Journey, Model } from "../../model/model.js";
import { machineIdentifier } from "./machine-identifier.js";
import { machineStructure } from "./machine-structure.js";

/**
 * Writes the TypeScript machine of one journey: the text of `<Journey>.machine.ts`. A machine needs nothing of the model
 * beyond its journey; the parameter is there because every writer has it.
 */
export async function writeMachine(journey: Journey, _model?: Model): Promise<string> {
  const { morph, project, format } = await loadTools();
  const file = project.createSourceFile(
    "machine.ts",
    machineStructure(morph, machineIdentifier(journey.name), describeMachine(journey)),
  );
  const text = file.getFullText();
  project.removeSourceFile(file);
  return format(text);
}

/** Writes the machines of many journeys, in their order. One after the other: the work is all computing. */
export async function writeMachines(journeys: readonly Journey[]): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const journey of journeys) texts.push(await writeMachine(journey));
  return texts;
}

type Tools = Awaited<ReturnType<typeof load>>;

let tools: Promise<Tools> | undefined;

/**
 * ts-morph and prettier, loaded here and nowhere else when the first machine is asked for. One project serves all
 * machines: it is empty between two of them, and no caller can be between the two, since nothing waits there.
 */
function loadTools(): Promise<Tools> {
  tools ??= load();
  return tools;
}

async function load() {
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
