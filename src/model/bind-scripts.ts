import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { Property, ScriptDeclaration } from "../syntax/ast.js";
import { bindPlainProperties } from "./bind-plain-properties.js";
import { bindText } from "./bind-value.js";
import { adviseOnConcept } from "./concept-advice.js";
import { conceptOf } from "./concepts.js";
import { displayNameOf } from "./display-name.js";
import { deriveScriptId } from "./ids.js";
import type { Script, Setting } from "./model.js";
import { isProjectPath, withSlashes } from "./project-path.js";
import { type FileScope, placeIn, type ScriptDraft } from "./scope.js";
import { contextMeantBy, scriptContexts } from "./script-contexts.js";

/** Declares scripts by name. A script whose name is taken is reported and left out. */
export function declareScripts(declarations: readonly ScriptDeclaration[], scope: FileScope): void {
  for (const declaration of declarations) {
    const name = declaration.name;
    if (name === undefined) continue;
    const first = scope.scripts.get(name.text);
    if (first === undefined) {
      scope.scripts.set(name.text, draftOf(declaration, name.text, placeIn(scope, name.range), scope));
      continue;
    }
    const related = [{ place: first.place, message: "First declared here" }];
    scope.reporter.report(
      "duplicate-name",
      placeIn(scope, name.range),
      { what: "Script", name: name.text },
      { related },
    );
  }
}

function draftOf(declaration: ScriptDeclaration, name: string, place: Place, scope: FileScope): ScriptDraft {
  const { settings, absent } = bindPlainProperties(declaration.properties, scope);
  const given = new Map(settings);
  for (const [key, setting] of settings) reportScriptSetting(key, setting, scope);
  reportMisspeltMembers(declaration.properties, scope);
  const id = takeText(given, "id", scope);
  const file = takeText(given, "file", scope);
  const title = declaration.title === undefined ? displayNameOf(name) : bindText(declaration.title, scope);
  return {
    name,
    id: id?.text ?? deriveScriptId(name),
    title,
    titlePlace: declaration.title === undefined ? place : placeIn(scope, declaration.title.range),
    body: file === undefined ? withoutFile(declaration, name, place, scope) : readBody(file, scope),
    file: file?.text,
    place,
    given,
    absent,
  };
}

interface TextSetting {
  readonly text: string;
  readonly place: Place;
}

function takeText(given: Map<string, Setting>, key: string, scope: FileScope): TextSetting | undefined {
  const setting = given.get(key);
  if (setting === undefined) return undefined;
  given.delete(key);
  if (typeof setting.value === "string") return { text: setting.value, place: setting.place };
  if (!scope.unsound.has(setting)) {
    scope.reporter.report("wrong-value", setting.place, { property: key, problem: "must be a text" });
  }
  return { text: "", place: setting.place };
}

const textsOfScripts = new Set(["evaluatorVersion", "language", "context", "description"]);

const choicesOfScripts: ReadonlyMap<string, readonly string[]> = new Map([
  ["evaluatorVersion", ["1.0", "2.0"]],
  ["language", ["JAVASCRIPT", "GROOVY"]],
  ["context", scriptContexts],
]);

/** What the languages of scripts are called for short. */
const shortWords: ReadonlyMap<string, string> = new Map([
  ["js", "JAVASCRIPT"],
  ["ecmascript", "JAVASCRIPT"],
  ["javascript", "JAVASCRIPT"],
  ["lib", "LIBRARY"],
]);

/** `language: "javascript"`, and other values that are nearly one of the platform's. */
function reportChoice(key: string, value: string, place: Place, choices: readonly string[], scope: FileScope): void {
  const number = value.replace(/^v/i, "");
  const short = shortWords.get(value.toLowerCase());
  const meant =
    (short !== undefined && choices.includes(short) ? short : undefined) ??
    choices.find((choice) => choice === number || choice === `${number}.0`) ??
    (key === "context" ? contextMeantBy(value) : undefined) ??
    nearestName(value, choices);
  if (meant === undefined || meant === value) return;
  const written = JSON.stringify(meant);
  const fixes = [{ title: `Write ${written}`, edits: [{ range: place.range, text: written }] }];
  const extras = { severity: "warning", help: `Write \`${written}\`.`, fixes } as const;
  const problem =
    key === "context"
      ? `is ${JSON.stringify(value)}, which is no context of scripts`
      : `must be ${choices.map((choice) => JSON.stringify(choice)).join(" or ")}`;
  scope.reporter.report("wrong-value", place, { property: key, problem }, extras);
}

/** What scripts have on the platform, and where a declaration has its body. */
export const scriptMembers: readonly string[] = [
  ..."id file context default description evaluatorVersion language".split(" "),
  ..."createdBy creationDate lastModifiedBy lastModifiedDate".split(" "),
];

/** A misspelt member has no effect: the script would run in the other engine. Members that are like none may come from an export. */
function reportMisspeltMembers(properties: readonly Property[], scope: FileScope): void {
  const given = new Set(properties.map(({ key }) => key.text));
  const candidates = scriptMembers.filter((name) => !given.has(name));
  for (const property of properties) {
    const { text, range } = property.key;
    if (scriptMembers.includes(text)) continue;
    const place = placeIn(scope, range);
    const extras = adviseOnMember(property, given, scope) ?? scope.reporter.suggest(text, candidates, place);
    if (extras.help === undefined) continue;
    scope.reporter.report("unknown-property", place, { type: "A script", property: text }, extras);
  }
}

/** What exports call otherwise; a body and its path have a finding of their own. */
function adviseOnMember(
  property: Property,
  given: ReadonlySet<string>,
  scope: FileScope,
): DiagnosticExtras | undefined {
  const { key, value } = property;
  const advice = adviseOnConcept(
    property,
    { owner: "script", isTaken: (name) => given.has(name), takes: () => false },
    scope,
  );
  const { property: meant } = conceptOf(key.text, "script") ?? {};
  if (advice === undefined || meant === "file" || (meant !== undefined && given.has(meant))) return undefined;
  const isEngine = meant === "evaluatorVersion";
  const [written] = value?.kind === "string" ? value.parts : value?.kind === "number" ? [value.text] : [];
  const version = typeof written === "string" ? engineOf(written) : undefined;
  if (!isEngine || value === undefined || version === undefined) return advice;
  const range = { start: key.range.start, end: value.range.end };
  const right = `evaluatorVersion: "${version}"`;
  return { help: `Write \`${right}\`.`, fixes: [{ title: `Write ${right}`, edits: [{ range, text: right }] }] };
}

/** The version of an engine that is called in words: `NEXT_GEN`, `v2`, `legacy`. */
function engineOf(written: string): "1.0" | "2.0" | undefined {
  if (/^v?2(?:\.0)?$|next/i.test(written)) return "2.0";
  return /^v?1(?:\.0)?$|legacy/i.test(written) ? "1.0" : undefined;
}

/** A number where the platform has a text, as in `evaluatorVersion: 2.0`, would lose its form (`2`). */
function reportScriptSetting(key: string, { value, place }: Setting, scope: FileScope): void {
  const choices = choicesOfScripts.get(key);
  if (choices !== undefined && typeof value === "string" && !choices.includes(value))
    reportChoice(key, value, place, choices, scope);
  if (!textsOfScripts.has(key) || typeof value !== "number") return;
  const written = JSON.stringify(place.source.slice(place.range));
  const fixes = [{ title: `Write ${written}`, edits: [{ range: place.range, text: written }] }];
  const extras = { severity: "warning", help: `Write \`${written}\`.`, fixes } as const;
  scope.reporter.report("wrong-value", place, { property: key, problem: "must be a text" }, extras);
}

/** How the body is called that stands in the export, but never in a text. */
const bodyWords = /^(?:script|code|body|source|src|inline|content|text|js)$/;

/** `source: "scripts/rate.js"`: a path under another name is that of the file. */
function pathUnderAnotherName({ properties }: ScriptDeclaration): Property | undefined {
  const [only, second] = properties.filter(({ key, value }) => {
    const [path] = value?.kind === "string" ? value.parts : [];
    return typeof path === "string" && /\.(?:js|groovy)$/.test(path) && key.text !== "description";
  });
  return second === undefined ? only : undefined;
}

function renameToFile({ key: { range, text } }: Property): DiagnosticExtras {
  const fixes = [{ title: "Write file", edits: [{ range, text: "file" }] }];
  return { help: `Write \`file\` for \`${text}\`.`, fixes };
}

function withoutFile(declaration: ScriptDeclaration, name: string, place: Place, scope: FileScope): string {
  if (!scope.hasSyntaxErrorIn(declaration.range)) {
    const other = pathUnderAnotherName(declaration);
    const body = declaration.properties.find(({ key }) => bodyWords.test(key.text));
    const at = placeIn(scope, (other ?? body)?.key.range ?? place.range);
    const inline = body === undefined ? {} : { help: 'The body stands in a file of its own: `file: "…"`.' };
    const extras = other === undefined ? inline : renameToFile(other);
    scope.reporter.report("missing-file", at, { what: "Script", name }, extras);
  }
  return "";
}

function readBody(file: TextSetting, scope: FileScope): string {
  return readProjectFile(file.text, file.place, scope) ?? "";
}

/** Reads a file that a journey refers to; `undefined` after a diagnostic. */
export function readProjectFile(path: string, place: Place, scope: FileScope): string | undefined {
  if (path === "") return undefined;
  if (!isProjectPath(path)) {
    const written = place.source.text.slice(place.range.start, place.range.end).replace(/^"(.*)"$/, "$1");
    const right = place.pointer === undefined ? withSlashes(written) : undefined;
    if (right === undefined) scope.reporter.report("unsafe-path", place, { path });
    else {
      const fixes = [{ title: `Write "${right}"`, edits: [{ range: place.range, text: `"${right}"` }] }];
      const extras = { help: `Write \`"${right}"\`.`, fixes };
      scope.reporter.report("unsafe-path", place, { path: written, hasBackslashes: true }, extras);
    }
    return undefined;
  }
  const read = scope.options.readText(path, scope.source);
  if ("text" in read) return read.text;
  scope.reporter.report("unreadable-file", place, { path, problem: read.problem });
  return undefined;
}

const defaultContext = "AUTHENTICATION_TREE_DECISION_NODE";

/**
 * Makes the script of the export from its declaration. Properties that the author leaves out get the values that the
 * admin console writes for a new script. The context is that of the first node in the journey that uses the script.
 */
export function finishScript(draft: ScriptDraft, context: string | undefined): Script {
  const { given, absent, titlePlace: _, ...script } = draft;
  const properties = new Map(given);
  const defaults = {
    context: context ?? defaultContext,
    default: false,
    description: null,
    evaluatorVersion: "1.0",
    language: "JAVASCRIPT",
  };
  for (const [key, value] of Object.entries(defaults)) {
    if (!properties.has(key) && !absent.has(key)) properties.set(key, { value, explicit: false, place: draft.place });
  }
  return { ...script, properties };
}
