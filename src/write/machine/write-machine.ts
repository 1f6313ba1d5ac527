import { describeMachine } from "../../machine/describe-machine.js";
import type { Journey, Model } from "../../model/model.js";
import { machineIdentifier } from "./machine-identifier.js";
import { machineStructure } from "./machine-structure.js";

/**
 * Writes the TypeScript machine of one journey, the text of `<Journey>.machine.ts`. The parameter for the model is
 * unused; all writers have it.
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

/** Writes the machines of several journeys one after another, because the work is all computing. */
export async function writeMachines(journeys: readonly Journey[]): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const journey of journeys) texts.push(await writeMachine(journey));
  return texts;
}

type Tools = Awaited<ReturnType<typeof load>>;

let tools: Promise<Tools> | undefined;

/**
 * Loads ts-morph and prettier when the first machine is written; nothing else loads them. All machines share one
 * project. It is empty between two machines, and since nothing waits in between, no other call can see it filled.
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
  // Prettier's own defaults, so that format-on-save does not change the file.
  const options = { parser: "typescript", plugins: [typescript, estree] };
  return { morph, project, format: (text: string) => format(text, options) };
}
