import { externMembers } from "../../catalogue/extern-type.js";
import { sections } from "../../export-json/sections.js";
import { exportOptionNames, exportOptionWords } from "../../model/bind-export-options.js";
import { scriptMembers } from "../../model/bind-scripts.js";
import { knownSettings } from "../../model/journey-setting.js";
import { type Journey, resourceKinds } from "../../model/model.js";
import type { Property } from "../../syntax/ast.js";
import { terminalNames } from "../../syntax/reserved-names.js";
import type { BlockAround, CompletionPlace } from "./completion-place.js";
import { targetCompletions } from "./node-parts.js";
import type { Offered } from "./offered.js";

function keyword(label: string, detail: string, snippet: string, rank = 6, goesOn = false): Offered {
  return { label, kind: "keyword", detail, insert: `${label} `, snippet, rank, goesOn };
}

/** What begins a declaration at the top of a file. */
export function fileCompletions(): readonly Offered[] {
  return [
    keyword("journey", "a login journey", "journey ${1:Name} {\n  start -> ${2:First}\n\n  $0\n}"),
    keyword("scenario", "a test of a journey", 'scenario "${1:what is to happen}" of ${2:Journey} {\n  $0\n}'),
    keyword("script", "a script in a file of its own", 'script ${1:Name} {\n  file: "scripts/${2:name}.js"\n}'),
    keyword("param", "a value that differs between environments", 'param ${1:name} = "${2:default}"'),
    keyword(
      "resource",
      "an object that journeys need",
      'resource ${1|emailTemplate,theme,socialIdentityProvider,saml2Entity,circleOfTrust,variable|} "${2:id}" from "resources/${3:file}.json"',
    ),
    keyword(
      "extern",
      "a node type that is not in the catalogue",
      'extern node ${1:Name} "${2:platform-id}" {\n  outcomes: [$3]\n}',
    ),
  ];
}

/** What a journey can have more of. */
export function journeyCompletions(declaration: BlockAround): readonly Offered[] {
  const members = declaration.kind === "journey" ? declaration.members : [];
  const has = (kind: string) => members.some((member) => member.kind === kind);
  const given = new Set(members.flatMap((member) => (member.kind === "property" ? [member.key.text] : [])));
  const settings = [...knownSettings.keys(), "categories"].filter(
    (name) => !given.has(name) && !name.startsWith("_") && name !== "uiConfig",
  );
  return [
    ...(has("entry") ? [] : [keyword("start", "where the journey begins", "start -> ${1:First}", 1, true)]),
    keyword("node", "a node", "node ${1:Name}: $0", 2, true),
    keyword("page", "nodes that are shown together", "page ${1:Name} {\n  $0\n\n  -> ${2:success}\n}", 2),
    keyword("require", "every path goes through a node", "require ${1:Node} before ${2:success}"),
    keyword("forbid", "no path leads there", "forbid ${1:success} after ${2:Node}"),
    keyword("script", "a script of this journey", 'script ${1:Name} {\n  file: "scripts/${2:name}.js"\n}'),
    keyword(
      "resource",
      "an object that is exported with the journey",
      'resource ${1:emailTemplate} "${2:id}" from "resources/${3:file}.json"',
    ),
    ...(has("layout") ? [] : [keyword("layout", "positions and ids", "layout {\n  $0\n}", 7)]),
    ...(has("export") ? [] : [keyword("export", "the form of the export", "export {\n  $0\n}", 7)]),
    ...(has("raw") ? [] : [keyword("raw", "changes of the export that the language cannot say", "raw {\n  $0\n}", 8)]),
    ...settings.map((name): Offered => {
      const kind = name === "categories" ? "list" : knownSettings.get(name);
      const value = kind === "flag" ? "${1:true}" : kind === "number" ? "${1:5}" : kind === "list" ? '["$1"]' : '"$1"';
      return {
        label: name,
        kind: "property",
        detail: `${kind} of the journey`,
        insert: `${name}: `,
        snippet: `${name}: ${value}`,
        rank: 5,
      };
    }),
  ];
}

/** Properties of a script, of an extern type, and options of an export that are not set yet. */
export function memberCompletions(block: BlockAround): readonly Offered[] {
  const names = { script: scriptMembers, extern: externMembers, export: exportOptionNames } as const;
  if (block.kind !== "script" && block.kind !== "extern" && block.kind !== "export") return [];
  const given = new Set(block.properties.map(({ key }: Property) => key.text));
  return names[block.kind]
    .filter((name) => !given.has(name))
    .map((name) => ({ label: name, kind: "property", detail: block.kind, insert: `${name}: ` }));
}

/** Values of the properties of a script, of an extern type, and of an export's options. */
export function memberValueCompletions(block: BlockAround, name: string, place: CompletionPlace): readonly Offered[] {
  const quoted = (text: string): Offered => ({
    label: text,
    kind: "value",
    insert: place.isQuoted ? text : JSON.stringify(text),
  });
  const plain = (text: string): Offered => ({ label: text, kind: "value" });
  if (block.kind === "export") {
    return [
      ...(place.isQuoted || name === "scriptEncoding" || name === "nodeVersionPlaces"
        ? []
        : ["true", "false"].map(plain)),
      ...exportOptionWords(name).map(quoted),
    ];
  }
  if (block.kind === "script") {
    const words: Readonly<Record<string, readonly string[]>> = {
      context: ["AUTHENTICATION_TREE_DECISION_NODE", "SCRIPTED_DECISION_NODE", "CONFIG_PROVIDER_NODE", "LIBRARY"],
      language: ["JAVASCRIPT", "GROOVY"],
      evaluatorVersion: ["1.0", "2.0"],
      default: [],
    };
    return (words[name] ?? []).map(quoted);
  }
  if (block.kind === "extern" && name === "allowedInPage")
    return ["yes", "no", "standalone", "ifCallbacks", "noCallbacks", "unknown"].map(quoted);
  return name === "deprecated" ? ["true", "false"].map(plain) : [];
}

/** The kinds of resources. */
export function resourceKindCompletions(): readonly Offered[] {
  return resourceKinds.map((kind) => ({
    label: kind,
    kind: "value",
    detail: "resource",
    insert: `${kind} `,
    snippet: `${kind} "\${1:id}" from "resources/\${2:file}.json"`,
  }));
}

/** What a layout can place that it does not yet. */
export function layoutCompletions(block: BlockAround, journey: Journey | undefined): readonly Offered[] {
  const given = new Set(
    block.kind === "layout"
      ? block.entries.map(({ reference }) => reference.parts.map(({ text }) => text).join("."))
      : [],
  );
  const inner = (journey?.nodes ?? []).flatMap(({ name, children }) =>
    children.map((child): Offered => ({ label: `${name}.${child.name}`, kind: "node", detail: "inner node" })),
  );
  const ends = terminalNames.map((label): Offered => ({ label, kind: "end" }));
  return [...targetCompletions(journey).filter(({ kind }) => kind === "node"), ...inner, ...ends].filter(
    ({ label }) => !given.has(label),
  );
}

/** Keys of `raw`: the sections of an export, and the names of nodes in them. */
export function rawCompletions({ value }: CompletionPlace, journey: Journey | undefined): readonly Offered[] {
  const keys = (names: readonly string[], kind: Offered["kind"] = "property") =>
    names.map((label): Offered => ({ label, kind, insert: `${label}: `, snippet: `${label}: { $1 }` }));
  const nodes = keys(
    (journey?.nodes ?? []).map(({ name }) => name),
    "node",
  );
  if (value?.object === undefined) return [];
  switch (value.way.join("/")) {
    case "":
      return keys(["tree", "nodes", sections.innerBody.name, "scripts"]);
    case "nodes":
    case "tree/nodes":
      return nodes;
    case sections.innerBody.name:
      return keys(
        (journey?.nodes ?? []).flatMap(({ name, children }) =>
          children.map((child) => JSON.stringify(`${name}.${child.name}`)),
        ),
        "node",
      );
    case "tree":
      return keys([...knownSettings.keys(), "nodes", "staticNodes", "entryNodeId"]);
    default:
      return [];
  }
}
