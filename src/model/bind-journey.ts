import { sections } from "../export-json/sections.js";
import { librariesOfScript } from "../rhino/analysis/needs-of-script.js";
import type {
  EntryStatement,
  ExportBlock,
  JourneyDeclaration,
  JourneyMember,
  LayoutBlock,
  NodeDeclaration,
  PageDeclaration,
  Property,
  RawBlock,
  ResourceDeclaration,
  RuleStatement,
  ScriptDeclaration,
} from "../syntax/ast.js";
import { builtJourneyMembers, isEntryWord } from "../syntax/reserved-names.js";
import { getOwn, isJsonObject, type JsonObject } from "../text/json.js";
import { bindExportOptions } from "./bind-export-options.js";
import { bindJourneySettings, typeInObject } from "./bind-journey-settings.js";
import { bindTerminals, readLayout } from "./bind-layout.js";
import { bindNode } from "./bind-node.js";
import { bindRaw } from "./bind-raw.js";
import { bindResources } from "./bind-resources.js";
import { bindRules } from "./bind-rules.js";
import { declareScripts, finishScript } from "./bind-scripts.js";
import { bindTarget } from "./bind-target.js";
import { bindText } from "./bind-value.js";
import { reportColonForArrow, writtenTarget } from "./colon-for-arrow.js";
import { declareNodes } from "./declare-nodes.js";
import type { KeptNodes } from "./kept-nodes.js";
import type { Connection, Journey, JourneyNode, Script } from "./model.js";
import { NodeTable } from "./node-table.js";
import { textOrigin } from "./origin.js";
import { PropertyOwners } from "./property-owner.js";
import { toldNode } from "./reporter.js";
import { type FileScope, type JourneyScope, placeIn, type ScriptDraft } from "./scope.js";
import { allNodes, usedResources } from "./used-resources.js";

interface JourneyOptions {
  /** The names of nodes in scenarios, which are bound later: with them it is clearer which name is misspelt. */
  readonly inScenarios?: Iterable<string> | undefined;
  readonly kept?: KeptNodes | undefined;
}

/** Binds one journey; `undefined` where the text gives it no name. */
export function bindJourney(
  declaration: JourneyDeclaration,
  file: FileScope,
  { inScenarios = [], kept }: JourneyOptions = {},
): Journey | undefined {
  const { name } = declaration;
  if (name === undefined) return undefined;
  const parts = sort(declaration.members);
  const namePlace = placeIn(file, name.range);
  const exportOptions = bindExportOptions(parts.exports, file);
  const { settings, categories } = bindJourneySettings(
    parts.properties,
    namePlace,
    { useDefaults: exportOptions.defaults, nodes: parts.nodes },
    file,
  );
  const identityResource = settings.get("identityResource")?.value;
  // Members are listed instead of spread, because spreading objects is many times slower.
  const nodeTable = new NodeTable(file);
  const owners = new PropertyOwners(() => [...nodeTable.byName.values()].map((draft) => draft.declaration), file);
  const scope: JourneyScope = {
    source: file.source,
    options: file.options,
    reporter: file.reporter,
    parameters: file.parameters,
    laterParameters: file.laterParameters,
    scripts: new Map(file.scripts),
    resources: file.resources,
    resourceFiles: file.resourceFiles,
    uses: file.uses,
    journeyIds: file.journeyIds,
    externTypes: file.externTypes,
    externPlaces: file.externPlaces,
    strangeTypes: file.strangeTypes,
    unsound: file.unsound,
    hasSyntaxErrorIn: file.hasSyntaxErrorIn,
    journeyName: name.text,
    journeyId: declaration.title === undefined ? name.text : bindText(declaration.title, file),
    members: declaration.members,
    nodes: nodeTable,
    strayPlaces: new Map(),
    adviseOnOwner: (property, range) => owners.adviseOn(property, range),
    exportOptions,
    identityResource: typeof identityResource === "string" ? identityResource : undefined,
    misplacedStarts: parts.entries.length + parts.entriesWithColon.length === 0 ? [] : undefined,
    usedScripts: new Map(),
  };
  for (const { key, value } of parts.properties)
    if (typeInObject(value) !== undefined) scope.nodes.declaredOtherwise(key.text);
  declareScripts(parts.scripts, scope);
  for (const { name: own, place, given } of scope.scripts.values())
    if (!file.scripts.has(own) && given.get("context")?.value !== "LIBRARY")
      scope.uses.scripts.declareWithin(own, place);
  const layout = readLayout(parts.layouts, scope);
  declareNodes(parts.nodes, layout, scope);
  const nodes: JourneyNode[] = [];
  for (const draft of scope.nodes.byName.values()) {
    const bind = () => bindNode(draft, undefined, scope);
    nodes.push(kept === undefined ? bind() : kept.nodeOf(draft.declaration, scope, bind));
  }
  for (const property of parts.entriesWithColon) reportColonForArrow(property, scope, "start");
  const raw = bindRaw(parts.raws, scope);
  const entry = bindEntry(parts, declaration, saysEntry(raw), scope);
  const terminalCoordinates = bindTerminals(layout, scope.nodes, name.text, scope);
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const scripts = scriptsOf(nodes, scope, file);
  const own = bindResources(parts.resources, scope);
  const rules = bindRules(parts.rules, byName, scope);
  for (const unknown of scope.nodes.settleUses(inScenarios))
    scope.reporter.told.add(toldNode(scope.journeyId, unknown));
  const used = usedResources(file.resources, { id: scope.journeyId, nodes, scripts, settings, categories, raw });
  return {
    name: name.text,
    id: scope.journeyId,
    place: namePlace,
    origin: textOrigin,
    settings,
    categories,
    entry,
    nodes,
    scripts,
    resources: [...own, ...used],
    rules,
    exportOptions,
    terminalCoordinates,
    raw,
  };
}

class Parts {
  readonly properties: Property[] = [];
  readonly entries: EntryStatement[] = [];
  /** `start: Node`. */
  readonly entriesWithColon: Property[] = [];
  readonly nodes: (NodeDeclaration | PageDeclaration)[] = [];
  readonly scripts: ScriptDeclaration[] = [];
  readonly resources: ResourceDeclaration[] = [];
  readonly rules: RuleStatement[] = [];
  readonly exports: ExportBlock[] = [];
  readonly layouts: LayoutBlock[] = [];
  readonly raws: RawBlock[] = [];
}

/** The members of a journey, grouped by their kind. */
function sort(members: readonly JourneyMember[]): Parts {
  const parts = new Parts();
  for (const member of members) addTo(parts, member);
  return withEntryOfExport(parts);
}

/** `begin: Node`. */
function isOtherEntry(key: string): boolean {
  return isEntryWord(key) && !builtJourneyMembers.has(key);
}

/** `entryNodeId: "Node"`, as in an export, is an entry where the journey has no other and a node of that name. */
function withEntryOfExport(parts: Parts): Parts {
  if (parts.entries.length + parts.entriesWithColon.length > 0) return parts;
  const names = new Set(parts.nodes.map(({ name }) => name?.text));
  const index = parts.properties.findIndex(
    ({ key, value }) => isEntryWord(key.text) && value !== undefined && names.has(writtenTarget(value)),
  );
  if (index !== -1) parts.entriesWithColon.push(...parts.properties.splice(index, 1));
  return parts;
}

function addTo(parts: Parts, member: JourneyMember): void {
  switch (member.kind) {
    case "property":
      if (
        (member.key.text === "start" || isOtherEntry(member.key.text)) &&
        member.value !== undefined &&
        writtenTarget(member.value) !== undefined
      )
        parts.entriesWithColon.push(member);
      else parts.properties.push(member);
      return;
    case "entry":
      parts.entries.push(member);
      return;
    case "node":
    case "page":
      parts.nodes.push(member);
      return;
    case "script":
      parts.scripts.push(member);
      return;
    case "resource":
      parts.resources.push(member);
      return;
    case "require":
    case "forbid":
      parts.rules.push(member);
      return;
    case "export":
      parts.exports.push(member);
      return;
    case "layout":
      parts.layouts.push(member);
      return;
    case "raw":
      parts.raws.push(member);
      return;
    default:
      member satisfies never;
  }
}

/** Whether `raw` says what the export has for the entry, as the text of an export without one does. */
function saysEntry(raw: JsonObject | undefined): boolean {
  if (raw === undefined) return false;
  const tree = getOwn(raw, sections.tree.name);
  if (isJsonObject(tree) && Object.hasOwn(tree, "entryNodeId")) return true;
  return Object.hasOwn(raw, `/${sections.tree.name}/entryNodeId`);
}

function bindEntry(
  { entries: [first, ...others], entriesWithColon }: Parts,
  declaration: JourneyDeclaration,
  isRaw: boolean,
  scope: JourneyScope,
): Connection | undefined {
  for (const other of others) {
    const related =
      first === undefined ? [] : [{ place: placeIn(scope, first.range), message: "It already starts here" }];
    scope.reporter.report("duplicate-start", placeIn(scope, other.range), { journey: scope.journeyName }, { related });
  }
  if (first === undefined) {
    const isTold = entriesWithColon.length > 0 || (scope.misplacedStarts ?? []).length > 0;
    if (!isTold && !scope.hasSyntaxErrorIn(declaration.range)) {
      const place = placeIn(scope, declaration.name?.range ?? declaration.range);
      const [first, second] = scope.nodes.unled(scope.members);
      const help =
        first === undefined || second !== undefined
          ? {}
          : { help: `Write \`start -> ${first}\`: nothing leads to this node.` };
      const extras = isRaw ? ({ severity: "warning", ...help } as const) : help;
      scope.reporter.report("missing-start", place, { journey: scope.journeyName }, extras);
    }
    return undefined;
  }
  if (first.target === undefined) return undefined;
  const target = bindTarget(first.target, scope);
  const place = placeIn(scope, first.range);
  return target && { outcomeId: "", target, place, targetPlace: placeIn(scope, first.target.range) };
}

/** The scripts of a journey: its own, and those of its file that it uses by name, by id or through `require`. */
function scriptsOf(nodes: readonly JourneyNode[], scope: JourneyScope, file: FileScope): readonly Script[] {
  if (scope.scripts.size === 0) return [];
  const contexts = new Map<ScriptDraft, string | undefined>();
  for (const draft of scope.scripts.values())
    if (file.scripts.get(draft.name) !== draft) contexts.set(draft, undefined);
  for (const [name, context] of scope.usedScripts) {
    const draft = scope.scripts.get(name);
    if (draft !== undefined) contexts.set(draft, context);
  }
  addUsedById(nodes, scope, contexts);
  addRequired(scope, contexts);
  return [...scope.scripts.values()]
    .filter((draft) => contexts.has(draft))
    .map((draft) => finishScript(draft, contexts.get(draft)));
}

type Contexts = Map<ScriptDraft, string | undefined>;

function addUsedById(nodes: readonly JourneyNode[], scope: JourneyScope, contexts: Contexts): void {
  const byId = new Map<string, ScriptDraft>();
  for (const draft of scope.scripts.values()) byId.set(draft.id, draft);
  for (const node of allNodes(nodes)) {
    for (const { value } of node.properties.values()) {
      const draft = typeof value === "string" ? byId.get(value) : undefined;
      if (draft !== undefined && !contexts.has(draft)) contexts.set(draft, undefined);
    }
  }
}

/** Adds the library scripts that other scripts require. */
function addRequired(scope: JourneyScope, contexts: Contexts): void {
  const byTitle = new Map<string, ScriptDraft>();
  for (const draft of scope.scripts.values()) byTitle.set(draft.title, draft);
  // The iteration also visits libraries that it has added, so it finds the libraries of libraries.
  for (const draft of contexts.keys()) {
    for (const title of librariesOfScript(draft.body)) {
      const library = byTitle.get(title);
      if (library !== undefined && contexts.get(library) === undefined) contexts.set(library, "LIBRARY");
    }
  }
}
