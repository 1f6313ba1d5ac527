import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { valuesOfAnotherRealm } from "../../check/values-of-another-realm.js";
import { journeyOutput, type Output, outputNamed } from "../../compile/journey-output.js";
import { Binder } from "../../model/bind.js";
import { journeyDirectory } from "../../model/journey-directory.js";
import type { Journey } from "../../model/model.js";
import { fileReader } from "../../project/file-reader.js";
import type { ProjectHost } from "../../project/project-host.js";
import { shownPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import { parse } from "../../syntax/parse.js";
import { SourceFile } from "../../text/source-file.js";
import { contentHash } from "../output/content-hash.js";
import { openFolder } from "../output/output-folder.js";
import { recordName } from "../output/output-record.js";
import { passOverLeftovers } from "../output/temporary-name.js";
import type { OutputFile, WrittenOutput } from "../output/write-outputs.js";
import type { ComparedBuild } from "./build-check.js";
import { BuildObserver } from "./build-observer.js";
import { mayRebuildTexts } from "./check-build.js";
import type { FileClock } from "./file-clock.js";
import { stateAt } from "./file-state.js";
import type { BuildAmendment, KeptJourney, KeptSettings, KeptText } from "./kept-build.js";
import { fullPath, keptPath } from "./kept-path.js";
import { statesAfter } from "./states-after.js";
import { isPlainText } from "./text-notes.js";

/** What has become of the texts that have changed. */
export interface RebuiltTexts {
  readonly outputs: readonly WrittenOutput[];
  readonly amendment: BuildAmendment;
}

/** A text that was compiled again, and still is what a kept build can take in. */
interface CompiledText {
  readonly index: number;
  /** The files that were read, with their indices in the inputs of the kept build. */
  readonly inputs: readonly (readonly [path: string, index: number])[];
  readonly journeys: readonly Journey[];
  readonly outputs: readonly CompiledOutput[];
}

interface CompiledOutput extends Output {
  /** Its index in the outputs of the kept build. */
  readonly index: number;
  readonly hash: string;
  readonly hashBefore: string;
}

/**
 * Compiles only the texts that have changed, and writes their outputs. `undefined`, and nothing has been written, where that is not enough: when
 * anything is found in a text, when it has other journeys, parameters or files than before, or when other texts depend on the change.
 */
export async function rebuildTexts(
  earlier: ComparedBuild,
  host: Pick<ProjectHost, "workingDirectory" | "files">,
  clock: FileClock,
): Promise<RebuiltTexts | undefined> {
  const affected = mayRebuildTexts(earlier) ? affectedTexts(earlier) : undefined;
  const settings = affected && earlier.whole()?.settings;
  if (affected === undefined || settings === undefined) return undefined;
  const start = clock.read();
  const observer = new BuildObserver(host.files);
  const compiler = new TextCompiler(earlier, settings, { ...host, files: observer.files });
  const compiled: CompiledText[] = [];
  for (const index of affected) {
    const kept = earlier.textAt(index);
    const text = kept && (await compiler.compile(index, kept));
    if (text === undefined) return undefined;
    compiled.push(text);
  }
  if (!observer.isSound) return undefined;
  const { workingDirectory } = host;
  const indices = new Map(compiled.flatMap(({ inputs }) => inputs));
  const inputs = [...observer.hashes].map(([path, hash]) => ({ path, hash, index: indices.get(path) }));
  const written = inputs.every(({ index }) => index !== undefined)
    ? writeAll(compiled, settings, earlier, workingDirectory)
    : undefined;
  if (written === undefined) return undefined;
  const states = statesAfter(observer.hashes, written.files, { workingDirectory, earlier: undefined, clock, start });
  return {
    outputs: written.outputs,
    amendment: {
      base: earlier.base,
      inputs: inputs.map(({ index = 0, hash }, at) => [index, stateAt(states.inputs, at), hash]),
      outputs: written.files.map(({ index, hash = "" }, at) => [index, stateAt(states.outputs, at), hash]),
      texts: compiled.map(({ index, journeys }) => [
        index,
        journeys.map(({ place: { range } }) => [range.start, range.end]),
      ]),
    },
  };
}

/** The indices of the texts that changed inputs belong to. `undefined` where one belongs to more than texts, or to none that is known. */
function affectedTexts({ changedInputs, overview }: ComparedBuild): ReadonlySet<number> | undefined {
  const affected = new Set<number>();
  for (const input of changedInputs) {
    const owners = overview.owners[input] ?? -1;
    for (const owner of typeof owners === "number" ? [owners] : owners) affected.add(owner);
  }
  return affected.has(-1) ? undefined : affected;
}

/** Compiles single texts with the settings of a kept build. */
class TextCompiler {
  readonly #earlier: ComparedBuild;
  readonly #settings: KeptSettings;
  readonly #host: Pick<ProjectHost, "workingDirectory" | "files">;

  constructor(earlier: ComparedBuild, settings: KeptSettings, host: Pick<ProjectHost, "workingDirectory" | "files">) {
    this.#earlier = earlier;
    this.#settings = settings;
    this.#host = host;
  }

  async compile(index: number, kept: KeptText): Promise<CompiledText | undefined> {
    const file = this.#pathOf(kept.input);
    const read = this.#host.files.readText(file);
    if ("problem" in read) return undefined;
    const source = new SourceFile(shownPath(file, this.#host.workingDirectory), read.text);
    const parsed = parse(source);
    if (!isPlainText(parsed.file, source) || parsed.diagnostics.length > 0) return undefined;
    const named = new Set<string>();
    const binder = this.#binder(dirname(file), named);
    const journeys = binder.add(parsed);
    binder.bindScenarios(journeyDirectory([], []));
    const parameters = parsed.file.items.flatMap((item) => (item.kind === "param" ? [item.name?.text ?? ""] : []));
    const isSame =
      binder.diagnostics.length === 0 &&
      areEqual(parameters, kept.parameters) &&
      areEqual([...named].sort(), kept.files.map((each) => this.#pathOf(each)).sort()) &&
      areEqual(journeys.map(identityOf), kept.journeys.map(identityOf)) &&
      !journeys.some((journey) => this.#hasMisplacedValues(journey));
    const outputs = isSame ? await this.#outputs(journeys, kept.journeys) : undefined;
    const inputs = [kept.input, ...kept.files].map((each) => [this.#pathOf(each), each] as const);
    return outputs && { index, inputs, journeys, outputs };
  }

  #pathOf(input: number): string {
    return fullPath(this.#earlier.overview.inputs[input] ?? "", this.#host.workingDirectory);
  }

  #binder(folder: string, named: Set<string>): Binder {
    const { realm, params, defaultLocale, exportOptions, externalJourneys } = this.#settings;
    // The text lies in the folder that paths in it start from.
    const readText = fileReader([], { ...this.#host, workingDirectory: folder }, (path) => named.add(path));
    return new Binder({
      ...{ realm, defaultLocale, exportOptions, readText },
      params: new Map(params),
      externTypes: new Map(),
      externalJourneys: new Set(externalJourneys),
    });
  }

  #hasMisplacedValues(journey: Journey): boolean {
    const { targetRealm } = this.#settings;
    return targetRealm !== undefined && valuesOfAnotherRealm(journey, targetRealm).length > 0;
  }

  /** `undefined` where they are not the files of before. */
  async #outputs(
    journeys: readonly Journey[],
    kept: readonly KeptJourney[],
  ): Promise<CompiledText["outputs"] | undefined> {
    const { targets, meta } = this.#settings;
    const outputs: CompiledOutput[] = [];
    const before = kept.flatMap((journey) => journey.outputs);
    for (const [index, journey] of journeys.entries()) {
      const name = outputNamed(kept[index]?.outputs[0]?.fileName ?? "")?.name ?? "";
      for (const target of new Set(targets)) {
        const output = await journeyOutput(target, journey, name, meta);
        const same = before[outputs.length];
        if (same?.fileName !== output.fileName || (output.leftOut ?? []).length > 0) return undefined;
        outputs.push({ ...output, index: same.output, hash: contentHash(output.text), hashBefore: same.hash });
      }
    }
    return outputs.length === before.length ? outputs : undefined;
  }
}

function identityOf({ name, id }: { readonly name: string; readonly id: string }): string {
  return JSON.stringify([name, id]);
}

function areEqual(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}

interface Written {
  readonly outputs: readonly WrittenOutput[];
  readonly files: readonly (OutputFile & { readonly index: number })[];
}

/** Writes the outputs, and their hashes into the record. `undefined` where the record is not as it was left, or something cannot be written. */
function writeAll(
  texts: readonly CompiledText[],
  { outputFolder }: KeptSettings,
  { overview }: ComparedBuild,
  workingDirectory: string,
): Written | undefined {
  const compiled = texts.flatMap((each) => each.outputs);
  const recordPath = join(outputFolder, recordName);
  const recordIndex = overview.outputs.indexOf(keptPath(recordPath, workingDirectory));
  const record = recordIndex < 0 ? undefined : amendedRecord(readFileSync(recordPath, "utf8"), compiled);
  if (record === undefined) return undefined;
  passOverLeftovers(outputFolder);
  const folder = openFolder(outputFolder, workingDirectory, true);
  try {
    const outputs: WrittenOutput[] = [];
    const files: (OutputFile & { readonly index: number })[] = [];
    const note = (fileName: string, index: number, hash?: string) => {
      const path = join(outputFolder, fileName);
      files.push({ fileName, path, index, hash, identity: folder.identities?.get(path) });
    };
    for (const { journey, target, fileName, text, index, hash } of compiled) {
      outputs.push({ journey, target, path: folder.shown(fileName), status: folder.write(fileName, text) });
      note(fileName, index, hash);
    }
    folder.write(recordName, record);
    note(recordName, recordIndex);
    folder.close();
    return { outputs, files };
  } catch (error) {
    folder.discard();
    // The build of everything says what is wrong.
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** The record of outputs with other hashes. `undefined` where it lacks one of the outputs. */
function amendedRecord(text: string, outputs: CompiledText["outputs"]): string | undefined {
  let record = `\n${text}`;
  for (const { fileName, hash, hashBefore } of outputs) {
    const at = record.indexOf(`\n${hashBefore}  ${fileName}\n`);
    if (at < 0) return undefined;
    record = `${record.slice(0, at + 1)}${hash}${record.slice(at + 1 + hash.length)}`;
  }
  return record.slice(1);
}
