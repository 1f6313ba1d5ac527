import type { NodeType } from "../catalogue/node-type.js";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { FileItem, FileNode, ScenarioDeclaration } from "../syntax/ast.js";
import type { SourceFile } from "../text/source-file.js";
import { declareExterns } from "./bind-externs.js";
import { bindJourney } from "./bind-journey.js";
import { type BindOptions, defaultBindOptions } from "./bind-options.js";
import { bindResources } from "./bind-resources.js";
import { bindScenario } from "./bind-scenario.js";
import { declareScripts } from "./bind-scripts.js";
import { textWithParameters } from "./bind-value.js";
import { DeclaredScripts } from "./find-tested-script.js";
import { type JourneyDirectory, journeyDirectory } from "./journey-directory.js";
import type { KeptNodes } from "./kept-nodes.js";
import { reportLostLibraries } from "./lost-libraries.js";
import { reportLostResources, resourceUsesOf } from "./lost-resources.js";
import type { Journey, Model, Resource, Scenario, Setting } from "./model.js";
import { NameUses, type UnknownUse } from "./name-uses.js";
import { helpOnJourneyAsType } from "./node-types.js";
import { nodesOfScenarios } from "./nodes-of-scenarios.js";
import { declareParameters, parameterInOtherMarks } from "./parameters.js";
import { Reporter, toldScript } from "./reporter.js";
import { reportOtherResources } from "./resource-of-another.js";
import { type FileScope, syntaxErrorFinder } from "./scope.js";
import { wordForUnused } from "./used-resources.js";

/** What the binder needs of a parsed file; `ParseResult` is one. */
export interface ParsedFile {
  readonly file: FileNode;
  readonly source: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** The model of texts, and the diagnostics of binding them. */
export interface BindResult {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives meaning to syntax trees: resolves names, fixes ids, fills in parameters and defaults. Total: broken trees give a
 * usable model. Journeys are known in all files; scripts, resources, types and parameters at the top of a file hold in that
 * file. The result does not depend on the order of the files. Scenarios may also name `others`, journeys that are not in the
 * files.
 */
export function bind(
  parsed: readonly ParsedFile[],
  options: Partial<BindOptions> = {},
  others: readonly Journey[] = [],
): BindResult {
  const binder = new Binder(options);
  const journeys: Journey[] = [];
  for (const file of inOrder(parsed)) for (const journey of binder.add(file)) journeys.push(journey);
  const scenarios = binder.bindScenarios(journeyDirectory(journeys, others));
  return { model: { journeys, externTypes: binder.externTypes, scenarios }, diagnostics: binder.diagnostics };
}

/** A file that has been bound by itself: what it means as far as no other file has a say in it. */
export interface BoundFile {
  readonly scope: FileScope;
  /** All of its journeys that have a name. */
  readonly journeys: readonly Journey[];
  readonly scenarios: readonly ScenarioDeclaration[];
  readonly hasErrors: boolean;
}

/** Binds a file by itself, but for its scenarios. The findings are those of the reporter. Nodes that are kept are taken over. */
export function bindFile(file: ParsedFile, options: BindOptions, reporter: Reporter, kept?: KeptNodes): BoundFile {
  const items = sort(file.file.items);
  const scope = fileScope(file, items, options, reporter);
  const inScenarios = nodesOfScenarios(items.scenario);
  const journeys: Journey[] = [];
  for (const declaration of items.journey) {
    const journey = bindJourney(declaration, scope, { inScenarios: inScenarios.get(declaration.name?.text), kept });
    if (journey !== undefined) journeys.push(journey);
  }
  for (const name of scope.uses.scripts.settle()) reporter.told.add(toldScript(name));
  settleUses(scope);
  const hasErrors = file.diagnostics.some(({ severity }) => severity === "error");
  reportResources(scope, journeys, hasErrors);
  return { scope, journeys, scenarios: items.scenario, hasErrors };
}

/** Reports resources of another file than the one named, and what the file declares for all of its journeys and none uses. */
function reportResources(scope: FileScope, journeys: readonly Journey[], hasErrors: boolean): void {
  if (scope.resourceFiles.length === 0 && scope.resources.length === 0) return;
  const uses = resourceUsesOf(journeys);
  const ofAnother = reportOtherResources(scope, uses);
  if (hasErrors) return;
  const used = new Set(journeys.flatMap(({ resources }) => resources));
  const unused = scope.resources.filter((resource) => !used.has(resource));
  const meant = reportLostResources(scope, uses, unused);
  for (const resource of unused) {
    const { id, place } = resource;
    const kind = wordForUnused(resource);
    if (kind === undefined || meant.has(resource) || ofAnother.has(place)) continue;
    scope.reporter.report("unused-resource", place, { kind, id });
  }
}

/** Binds files one by one, in the order of their paths, and keeps nothing of a file but names: who needs the journeys holds them. */
export class Binder {
  readonly externTypes: Map<string, NodeType>;
  readonly #reporter = new Reporter();
  readonly #options: BindOptions;
  readonly #scenarios: { readonly scenario: ScenarioDeclaration; readonly scope: FileScope }[] = [];
  /** The parameters of files without errors, with their uses. */
  readonly #parameters: { readonly name: string; readonly place: Place; readonly uses: NameUses }[] = [];
  readonly #strangeTypes: FileScope["strangeTypes"] = [];
  readonly #declared = new DeclaredScripts();
  /** The files without errors that declare scripts for all of their journeys. */
  readonly #files: { readonly scope: FileScope; readonly journeys: readonly Journey[] }[] = [];
  /** Where names and ids of journeys were first declared; both are unique over all files. */
  readonly #names = new Map<string, Place>();
  readonly #ids = new Map<string, Place>();

  constructor(options: Partial<BindOptions>) {
    this.#options = { ...defaultBindOptions, ...options };
    this.externTypes = new Map(this.#options.externTypes);
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#reporter.diagnostics;
  }

  /** The journeys of a file, without those whose name or id is taken. */
  add(file: ParsedFile): readonly Journey[] {
    return this.#join(bindFile(file, this.#options, this.#reporter));
  }

  /** The same for a file that was bound before, which stays as it is: it may be added to other binders. */
  addBound(bound: BoundFile): readonly Journey[] {
    const { reporter, uses } = bound.scope;
    for (const diagnostic of reporter.diagnostics) this.#reporter.add(diagnostic);
    for (const node of reporter.told) this.#reporter.told.add(node);
    // Only scenarios go on to use names.
    if (bound.scenarios.length === 0) return this.#join(bound);
    return this.#join({
      ...bound,
      scope: {
        ...bound.scope,
        reporter: this.#reporter,
        uses: {
          scripts: uses.scripts.continuedFor(this.#reporter),
          parameters: uses.parameters.continuedFor(this.#reporter),
          types: uses.types.continuedFor(this.#reporter),
        },
      },
    });
  }

  #join({ scope, journeys: bound, scenarios, hasErrors }: BoundFile): readonly Journey[] {
    for (const type of scope.externTypes.values()) {
      if (!this.externTypes.has(type.id)) this.externTypes.set(type.id, type);
    }
    const journeys = bound.filter((journey) => this.#claim(journey));
    this.#strangeTypes.push(...scope.strangeTypes);
    for (const scenario of scenarios) this.#scenarios.push({ scenario, scope });
    this.#declared.add(scope);
    if (!hasErrors) this.#noteDeclared(scope, journeys);
    return journeys;
  }

  /** Takes the names of journeys that need not be bound. False, and nothing is taken, where one of them has gone to another journey. */
  claimKnown(journeys: readonly Pick<Journey, "name" | "id" | "place">[]): boolean {
    if (journeys.some(({ name, id }) => this.#names.has(name) || this.#ids.has(id))) return false;
    for (const { name, id, place } of journeys) {
      this.#names.set(name, place);
      this.#ids.set(id, place);
    }
    return true;
  }

  /** Tells which types are journeys, when all journeys are known. */
  #reportTypes(journeys: JourneyDirectory): void {
    for (const { written, place, extras: like } of this.#strangeTypes) {
      const journey = journeys.byName(written) ?? journeys.byId(written);
      const extras = journey === undefined ? like : { help: helpOnJourneyAsType(journey.id) };
      this.#reporter.report("unknown-node-type", place, { type: written }, extras);
    }
  }

  /** Binds the scenarios of all files, when all journeys are known. */
  bindScenarios(journeys: JourneyDirectory): readonly Scenario[] {
    this.#reportTypes(journeys);
    const uses = new NameUses("Journey", this.#reporter, { mayRename: false });
    const unknown = (use: Omit<UnknownUse, "nearPlace">) =>
      uses.unknown({ ...use, nearPlace: use.near === undefined ? undefined : this.#names.get(use.near) });
    const bound = this.#scenarios.map(({ scenario, scope }) =>
      bindScenario(scenario, { ...journeys, declared: this.#declared, use: (name) => uses.use(name), unknown }, scope),
    );
    uses.settle();
    for (const { scope } of this.#scenarios) settleUses(scope);
    for (const { scope, journeys: own } of this.#files) reportLostLibraries(scope, own);
    for (const { name, place, uses: found } of this.#parameters) {
      if (found.isUsed(name)) continue;
      const meant = parameterInOtherMarks(name, place.source);
      if (meant === undefined) this.#reporter.report("unused-param", place, { name });
      else {
        const help = `Write \`\${${name}}\` for its value.`;
        const at = { source: place.source, range: meant };
        this.#reporter.report("unused-param", at, { name }, { help, severity: "warning" });
      }
    }
    return bound;
  }

  /** Notes what scenarios, or other files, may still use. */
  #noteDeclared(scope: FileScope, journeys: readonly Journey[]): void {
    for (const [name, { place }] of scope.parameters) {
      if (place !== undefined) this.#parameters.push({ name, place, uses: scope.uses.parameters });
    }
    if (scope.scripts.size > 0) this.#files.push({ scope, journeys });
  }

  /** Whether the journey's name and id are free; if not, that is reported. */
  #claim({ name, id, place }: Journey): boolean {
    const first = this.#names.get(name) ?? this.#ids.get(id);
    if (first === undefined) {
      this.#names.set(name, place);
      this.#ids.set(id, place);
      return true;
    }
    const taken = this.#names.has(name) ? name : id;
    const related = [{ place: first, message: "First declared here" }];
    this.#reporter.report("duplicate-name", place, { what: "Journey", name: taken }, { related });
    return false;
  }
}

function settleUses({ uses: { scripts, parameters, types } }: FileScope): void {
  for (const uses of [scripts, parameters, types]) uses.settle();
}

/** By path, so that the order in which files are given changes nothing. */
function inOrder(parsed: readonly ParsedFile[]): readonly ParsedFile[] {
  return [...parsed].sort((left, right) => comparePaths(left.source, right.source));
}

/** The order in which files are bound. */
export function comparePaths(left: Pick<SourceFile, "path">, right: Pick<SourceFile, "path">): number {
  if (left.path === right.path) return 0;
  return left.path < right.path ? -1 : 1;
}

type ItemsOf<Kind extends FileItem["kind"]> = Extract<FileItem, { readonly kind: Kind }>[];

class Items implements Readonly<{ [Kind in FileItem["kind"]]: ItemsOf<Kind> }> {
  readonly journey: ItemsOf<"journey"> = [];
  readonly script: ItemsOf<"script"> = [];
  readonly resource: ItemsOf<"resource"> = [];
  readonly extern: ItemsOf<"extern"> = [];
  readonly param: ItemsOf<"param"> = [];
  readonly scenario: ItemsOf<"scenario"> = [];
}

function sort(items: readonly FileItem[]): Items {
  const sorted = new Items();
  for (const item of items) (sorted[item.kind] as FileItem[]).push(item);
  return sorted;
}

const noResources: readonly Resource[] = [];

function fileScope(file: ParsedFile, items: Items, options: BindOptions, reporter: Reporter): FileScope {
  const parameters: FileScope["parameters"] = new Map();
  const scripts: FileScope["scripts"] = new Map();
  const scope = {
    source: file.source,
    options,
    reporter,
    parameters,
    laterParameters: new Map(),
    scripts,
    uses: {
      scripts: new NameUses("Script", reporter, { declared: () => placesOf(callable(scripts)) }),
      parameters: new NameUses("Parameter", reporter, { declared: () => placesOf(parameters) }),
      types: new NameUses("Node type", reporter),
    },
    resources: noResources,
    resourceFiles: [],
    journeyIds: new Map<string, string>(),
    externTypes: new Map(),
    externPlaces: new Map(),
    strangeTypes: [],
    unsound: new WeakSet<Setting>(),
    hasSyntaxErrorIn: syntaxErrorFinder(file.diagnostics),
  };
  declareParameters(items.param, scope);
  for (const { name, title } of items.journey)
    if (name !== undefined)
      scope.journeyIds.set(name.text, title === undefined ? name.text : textWithParameters(title, scope));
  declareExterns(items.extern, scope);
  declareScripts(items.script, scope);
  scope.resources = bindResources(items.resource, scope);
  return scope;
}

/** The scripts that nodes may run. */
function callable(scripts: FileScope["scripts"]): FileScope["scripts"] {
  return new Map([...scripts].filter(([, { given }]) => given.get("context")?.value !== "LIBRARY"));
}

function placesOf(
  declared: ReadonlyMap<string, { readonly place?: Place | undefined }>,
): ReadonlyMap<string, Place | undefined> {
  return new Map([...declared].flatMap(([name, { place }]) => (place === undefined ? [] : [[name, place]])));
}
