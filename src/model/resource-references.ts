import { judgeCondition } from "../catalogue/condition.js";
import type { PropertyReference } from "../catalogue/node-type.js";
import { isPlaceholder } from "../catalogue/placeholder.js";
import type { Json } from "../text/json.js";
import { textsIn } from "../text/texts-in.js";
import { knownVersion } from "./known-properties.js";
import type { JourneyNode, Setting } from "./model.js";
import { propertyValues } from "./property-values.js";
import { themeIn } from "./theme-of-stage.js";

/** What a property may name, and the theme in the stage of a page. */
export type ReferencedKind = PropertyReference["kind"] | "theme";

/** What one setting of a node names. */
export interface SettingReference {
  readonly kind: ReferencedKind;
  readonly ids: readonly string[];
  readonly setting: Setting;
}

/** What the settings of a node name by an id. What a variable gives is known on the tenant alone. */
export function* settingReferences(node: JourneyNode): Iterable<SettingReference> {
  for (const { name, reference } of knownVersion(node.type, node.version).references) {
    const setting = node.properties.get(name);
    if (reference === undefined || setting === undefined) continue;
    // The alias of a hosted provider is no id.
    if (reference.kind === "saml2Entity" && reference.role !== "remoteIdP") continue;
    if (reference.when !== undefined && judgeCondition(reference.when, propertyValues(node)) !== "yes") continue;
    const values: readonly Json[] = Array.isArray(setting.value) ? setting.value : [setting.value];
    const ids = values.filter((id) => typeof id === "string" && id !== "" && id !== "[Empty]" && !isPlaceholder(id));
    yield { kind: reference.kind, ids: ids as readonly string[], setting };
  }
  const stage = node.properties.get("stage");
  const theme = stage === undefined ? undefined : themeIn(stage.value);
  if (stage !== undefined && theme !== undefined) yield { kind: "theme", ids: [theme], setting: stage };
}

/** The e-mail templates that a script sends by a name that stands in it. */
export function templatesSentBy(body: string): readonly string[] {
  if (!body.includes("sendTemplate")) return [];
  return [
    ...new Set([...body.matchAll(/\btemplateName["']?\s*:\s*(["'])([^"'\n]+)\1/g)].map(([, , name = ""]) => name)),
  ];
}

/** The variables whose placeholders stand in the texts of a value, called as the console calls them. */
export function variablesIn(value: Json): readonly string[] {
  const texts = textsIn(value).flatMap((text) => [...text.matchAll(/&\{(esv\.[\w.]+)\}/g)]);
  return [...new Set(texts.map(([, name = ""]) => variableName(name)))];
}

/** The name `esv-smtp-host` in the tenant, which placeholders write `esv.smtp.host`. */
export function variableName(name: string): string {
  return name.trim().replaceAll(".", "-");
}

/** Whether a variable is rather a secret, which is no part of an export. */
export function isSecretName(name: string): boolean {
  return /secret|password|key|token/i.test(name);
}
