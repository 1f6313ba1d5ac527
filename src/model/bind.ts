import type { NodeType } from "../catalogue/node-type.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FileItem, FileNode, ScenarioDeclaration } from "../syntax/ast.js";
import type { SourceFile } from "../text/source-file.js";
import { declareExterns } from "./bind-externs.js";
import { type BoundJourney, bindJourney } from "./bind-journey.js";
import { type BindOptions, defaultBindOptions } from "./bind-options.js";
import { bindResources } from "./bind-resources.js";
import { checkScenario } from "./bind-scenarios.js";
import { declareScripts } from "./bind-scripts.js";
import type { Model, Setting } from "./model.js";
import { declareParameters } from "./parameters.js";
import { Reporter } from "./reporter.js";
import { type FileScope, syntaxErrorFinder } from "./scope.js";

/** What the binder needs of a parsed file; `ParseResult` is one. */
export interface ParsedFile {
  readonly file: FileNode;
  readonly source: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

export interface BindResult {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives meaning to syntax trees: resolves names, fixes ids, fills in parameters and defaults. Total: broken trees give a
 * usable model. Journeys are known in all files; scripts, resources, types and parameters at the top of a file hold in that
 * file. The result does not depend on the order of the files.
 */
export function bind(parsed: readonly ParsedFile[], options: Partial<BindOptions> = {}): BindResult {
  const reporter = new Reporter();
  const allOptions: BindOptions = { ...defaultBindOptions, ...options };
  const externTypes = new Map<string, NodeType>(allOptions.externTypes);
  const journeys = new JourneyIndex(reporter);
  const scenarios: { readonly scenario: ScenarioDeclaration; readonly scope: FileScope }[] = [];
  for (const file of inOrder(parsed)) {
    const items = sort(file.file.items);
    const scope = fileScope(file, items, allOptions, reporter);
    for (const type of scope.externTypes.values()) if (!externTypes.has(type.id)) externTypes.set(type.id, type);
    for (const declaration of items.journey) {
      const bound = bindJourney(declaration, scope);
      if (bound !== undefined) journeys.add(bound);
    }
    for (const scenario of items.scenario) scenarios.push({ scenario, scope });
  }
  for (const { scenario, scope } of scenarios) checkScenario(scenario, journeys, scope);
  return {
    model: {
      journeys: [...journeys.byName.values()].map((bound) => bound.journey),
      externTypes,
      scenarios: scenarios.map(({ scenario }) => scenario),
    },
    diagnostics: reporter.diagnostics,
  };
}

/** By path, so that the order in which files are given changes nothing. */
function inOrder(parsed: readonly ParsedFile[]): readonly ParsedFile[] {
  return [...parsed].sort((left, right) => {
    if (left.source.path === right.source.path) return 0;
    return left.source.path < right.source.path ? -1 : 1;
  });
}

type Items = { readonly [Kind in FileItem["kind"]]: Extract<FileItem, { readonly kind: Kind }>[] };

function sort(items: readonly FileItem[]): Items {
  const sorted: Items = { journey: [], script: [], resource: [], extern: [], param: [], scenario: [] };
  for (const item of items) (sorted[item.kind] as FileItem[]).push(item);
  return sorted;
}

function fileScope(file: ParsedFile, items: Items, options: BindOptions, reporter: Reporter): FileScope {
  const scope = {
    source: file.source,
    options,
    reporter,
    parameters: new Map(),
    scripts: new Map(),
    resources: [],
    externTypes: new Map(),
    unsound: new WeakSet<Setting>(),
    hasSyntaxErrorIn: syntaxErrorFinder(file.diagnostics),
  };
  declareParameters(items.param, scope);
  declareExterns(items.extern, scope);
  declareScripts(items.script, scope);
  return { ...scope, resources: bindResources(items.resource, scope) };
}

/** Journeys by name and id; both are unique over all files. */
class JourneyIndex {
  readonly byName = new Map<string, BoundJourney>();
  readonly byId = new Map<string, BoundJourney>();
  readonly #reporter: Reporter;

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
  }

  add(bound: BoundJourney): void {
    const { journey } = bound;
    const first = this.byName.get(journey.name) ?? this.byId.get(journey.id);
    if (first === undefined) {
      this.byName.set(journey.name, bound);
      this.byId.set(journey.id, bound);
      return;
    }
    const name = this.byName.has(journey.name) ? journey.name : journey.id;
    const related = [{ place: first.journey.place, message: "First declared here" }];
    this.#reporter.report("duplicate-name", journey.place, { what: "Journey", name }, { related });
  }
}
