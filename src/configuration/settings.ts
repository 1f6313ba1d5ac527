import { targets } from "../compile/targets.js";
import type { ExportOptions } from "../model/model.js";
import type { Shape } from "./shape.js";
import { worldShape } from "./world-shape.js";

const text = (about: string, oneOf?: readonly string[]): Shape => ({
  kind: "text",
  about,
  ...(oneOf ? { oneOf } : {}),
});
const texts = (about: string, oneOf?: readonly string[]): Shape => ({ kind: "list", about, items: text("", oneOf) });
const flag = (about: string): Shape => ({ kind: "boolean", about });

const flagOr = (about: string, ...words: readonly string[]): Shape => ({
  kind: "either",
  about,
  shapes: [flag("On or off."), text("In this form.", words)],
});

const params: Shape = {
  kind: "map",
  about: "Values of parameters, by name.",
  values: { kind: "any", about: "The value of the parameter." },
};
const realm = text("The value of the parameter `realm`. Default: alpha.");
const severity = text("off: not reported. An error can neither be silenced nor lowered.", [
  "off",
  "info",
  "warning",
  "error",
]);

/** One for each of the options, which the compiler sees to. */
const exportMembers: { readonly [Name in keyof Required<ExportOptions>]: Shape } = {
  nodeVersions: flag("Whether node versions are written. Default: true."),
  nodeVersionPlaces: texts("Where node versions are written, if not everywhere.", ["references", "types", "children"]),
  outcomes: flag("Whether `_outcomes` are written. Default: true."),
  coordinates: flag("Whether positions on the canvas are written. Default: true."),
  defaults: flag("Whether properties that were left out get their defaults. Default: true."),
  scriptEncoding: text("How script bodies are written. Default: json.", ["json", "base64", "lines"]),
  types: flagOr("Whether and how `_type` is written. Default: true.", "plain"),
  staticNodes: flagOr("Whether and how `staticNodes` is written. Default: as `coordinates`.", "empty", "given"),
  uiConfig: flag("Whether the tree's `uiConfig` is written. Default: true."),
  bodies: flag("Whether the bodies of nodes are written, as a tree alone has none. Default: true."),
  nodeVersionNumbers: flag("Whether versions are written as numbers. Default: false."),
  treeId: flag("Whether the tree's `_id` is written. Default: true."),
  variables: flag("Whether a `variable` container is written even where it is empty. Default: false."),
};

/** All settings of `journey.config`. */
export const settingsShape: Shape & { readonly kind: "object" } = {
  kind: "object",
  about: "The configuration file of journeyc, journey.config.json.",
  members: {
    $schema: text("The address of this schema, for editors."),
    include: texts(
      "Files and folders that are meant when the command names none. Default: the configuration's folder.",
    ),
    outDir: text("Where `build` writes. Default: dist."),
    targets: texts("What `build` writes. Default: export.", targets),
    realm,
    params,
    environments: {
      kind: "map",
      about: "Named sets of values, chosen by `--env NAME`.",
      values: {
        kind: "object",
        about: "What holds in this environment instead of the general values.",
        members: { realm, params },
      },
    },
    defaultLocale: text("The locale that a plain text of a localised property stands for. Default: en."),
    rules: {
      kind: "map",
      about: "The severity of diagnostics, by code.",
      values: {
        kind: "either",
        about: "A severity, or a severity with the reason for it.",
        shapes: [
          severity,
          {
            kind: "object",
            about: "A severity with its reason.",
            members: { severity, reason: text("Why it is so in this project.") },
          },
        ],
      },
    },
    nodeTypes: texts("Files with further node types, such as a tenant's own."),
    journeys: {
      kind: "object",
      about: "What is to be known of other journeys.",
      members: { external: texts("Inner journeys that live elsewhere, by id.") },
    },
    simulate: worldShape,
    export: {
      kind: "object",
      about: "How exports are written where a journey's own `export { }` block says nothing else.",
      members: exportMembers,
    },
  },
};
