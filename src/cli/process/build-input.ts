import { type AnalyseOptions, analyse, countOutputs, type Output, writeOutputs } from "../../compile/compile.js";
import { canCompileExports, compileExports, exportFileNames } from "../../compile/compile-exports.js";
import type { BuildTarget } from "../../compile/targets.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { withResidue } from "../../export-json/residue.js";
import type { Model } from "../../model/model.js";
import { namesTexts } from "../../project/find-sources.js";
import type { LoadedConfiguration } from "../../project/load-configuration.js";
import { loadProject, type Project } from "../../project/load-project.js";
import { UsageError } from "../../project/usage-error.js";
import type { SourceFile } from "../../text/source-file.js";
import { ManyTextsEncoder } from "../output/many-texts-encoder.js";
import type { BuildRequest } from "./build-request.js";
import type { Host } from "./host.js";

const bundleName = "bundle";

/** What is to be written once it is known that there are no errors. */
export interface Compiled {
  readonly diagnostics: readonly Diagnostic[];
  readonly count: number;
  readonly outputs: AsyncIterable<PendingOutput> | Iterable<PendingOutput>;
  /** Whether some outputs lie in folders of their own. */
  readonly hasFolders: boolean;
}

export interface PendingOutput extends Pick<Output, "journey" | "target" | "fileName" | "leftOut"> {
  readonly text: string | Uint8Array;
}

export interface CompiledInput {
  readonly project: Project | undefined;
  readonly configuration: LoadedConfiguration;
  readonly compiled: Compiled;
  readonly isUnreadable: boolean;
}

/** Reads what is to be built and compiles it: texts as a project, exports and standard input as what they turn out to be. */
export async function compileInput(request: BuildRequest, host: Host): Promise<CompiledInput> {
  if (!request.paths.every((path) => path.endsWith(".journey") || namesTexts(path, host))) {
    const { loadModel } = await import("../../project/load-model.js");
    const loaded = await loadModel(host, request.paths, request.project);
    const { configuration, diagnostics, isUnreadable } = loaded;
    const model = { ...loaded.model, journeys: loaded.model.journeys.map(withResidue) };
    const outputs = outputsOf(model, request, configuration, request.project.realm, host);
    return { project: undefined, configuration, compiled: { ...outputs, diagnostics }, isUnreadable };
  }
  const project = await loadProject(host, request.paths, request.project);
  const { configuration, unreadable } = project;
  const compiled = compileProject(request, project, host);
  const diagnostics = [...unreadable, ...compiled.diagnostics];
  return { project, configuration, compiled: { ...compiled, diagnostics }, isUnreadable: unreadable.length > 0 };
}

function compileProject(request: BuildRequest, project: Project, host: Host): Compiled {
  const { sources, options, configuration } = project;
  const targets = targetsOf(request, configuration);
  const exportsOnly = targets.every((target) => target === "export");
  if (!request.bundle && !request.meta && exportsOnly && canCompileExports(sources)) {
    return compileOneByOne(sources, options);
  }
  const { model, diagnostics } = analyse(sources, options);
  return { ...outputsOf(model, request, configuration, options.realm, host), diagnostics };
}

function targetsOf(request: BuildRequest, { configuration }: LoadedConfiguration): readonly BuildTarget[] {
  return request.targets ?? configuration.targets ?? ["export"];
}

function outputsOf(
  model: Model,
  request: BuildRequest,
  configuration: LoadedConfiguration,
  realm: string | undefined,
  host: Host,
): Omit<Compiled, "diagnostics"> {
  const chosen = {
    targets: targetsOf(request, configuration),
    ...(realm === undefined ? {} : { realm }),
    ...(request.bundle ? { bundle: bundleName } : {}),
    ...(request.meta ? { meta: { toolVersion: host.version, ...sourceDate(host) } } : {}),
  };
  return {
    count: countOutputs(model, chosen),
    outputs: writeOutputs(model, chosen),
    hasFolders: chosen.targets.includes("frconfig"),
  };
}

/** The convention of reproducible builds: the one date that may stand in an output. */
function sourceDate({ environment }: Host): { readonly sourceDate?: number } {
  const text = environment.SOURCE_DATE_EPOCH;
  if (text === undefined || text === "") return {};
  if (!/^\d{1,11}$/.test(text)) throw new UsageError(`SOURCE_DATE_EPOCH must be a number of seconds, not ${text}`);
  return { sourceDate: Number(text) };
}

function compileOneByOne(sources: readonly SourceFile[], options: AnalyseOptions): Compiled {
  const exports = new Map<string, Uint8Array>();
  // As bytes, a text is out of the way of the garbage collector, and it is written as bytes anyway.
  const encoder = new ManyTextsEncoder();
  const diagnostics = compileExports(sources, options, (id, text) => exports.set(id, encoder.encode(text)));
  const fileNames = exportFileNames(exports.keys());
  const outputs = function* (): Iterable<PendingOutput> {
    for (const [journey, text] of exports) {
      yield { journey, target: "export", fileName: fileNames.get(journey) ?? "", text };
    }
  };
  return { diagnostics, count: exports.size, outputs: outputs(), hasFolders: false };
}
