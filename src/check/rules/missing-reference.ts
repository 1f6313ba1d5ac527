import type { Place } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { propertiesByName } from "../../model/known-properties.js";
import { meantByNames, type Nameable } from "../../model/meant-resource.js";
import type { Journey, JourneyNode, Resource, ResourceKind } from "../../model/model.js";
import { entityIdIn, resourceIdIn } from "../../model/resource-content.js";
import {
  isSecretName,
  type ReferencedKind,
  type SettingReference,
  settingReferences,
  templatesSentBy,
  variableName,
  variablesIn,
} from "../../model/resource-references.js";
import { shippedScripts } from "../../model/shipped-scripts.js";
import { allNodes } from "../../model/used-resources.js";
import { nodeLabel } from "../describe-node.js";
import { markedProperties } from "../marked-properties.js";
import { journeyRule } from "../rule.js";

/** A kind of dependency of which an export contains either all or none. */
interface Brought {
  readonly word: string;
  readonly things: readonly Nameable[];
  readonly ids: ReadonlySet<string>;
}

/**
 * Reports dependencies that the nodes of an export use and the export lacks, but only where it contains others of the
 * same kind: one without any was made without dependencies. The tenant may have the missing one, so a finding may be
 * harmless.
 */
export const missingReference = journeyRule("missing-reference", "may-overreport", (facts, report) => {
  const { journey } = facts;
  if (journey.scripts.length === 0 && journey.resources.length === 0) return;
  const brought = broughtBy(journey);
  const references = allNodes(facts.reachedNodes).flatMap((node) =>
    [...settingReferences(node)].map((reference) => ({ node, ...reference })),
  );
  const meant = meantByLost(references, brought, facts.nodes);
  const reported = new Set<string>();
  for (const { node, kind, ids, setting } of references) {
    const missing = missingOf(brought[kind], ids).filter(
      (id) => !reported.has(`${kind} ${id}`) && !(kind === "script" && shippedScripts.has(id)),
    );
    for (const id of missing) reported.add(`${kind} ${id}`);
    // A default stands there because the author's property is misspelt.
    if (missing.length === 0 || (!setting.explicit && hasUnknownProperty(node))) continue;
    const args = { node: nodeLabel(node), kind: brought[kind]?.word ?? kind, ids: missing, what: "Node" } as const;
    const [only = ""] = missing;
    const near = missing.length === 1 ? meant.get(kind)?.get(only)?.id : undefined;
    // Of all entities of a realm, an export has some.
    if (kind === "saml2Entity" && near === undefined) continue;
    const help = /[\n;]/.test(only) ? inAFile : near === undefined ? undefined : `Did you mean "${near}"?`;
    // The binder tells what a declaration that nothing uses is meant for.
    const restsOn = [setting.place, ...missing.flatMap((id) => declarationsHolding(kind, id, journey))];
    // Nodes keep the names of providers that a tenant no longer has, and do without them.
    const severity = kind === "socialProvider" && near === undefined ? ({ severity: "info" } as const) : {};
    report({ at: setting.place, args, restsOn, ...severity, ...(help === undefined ? {} : { help }) });
  }
  for (const script of journey.scripts) {
    const missing = missingOf(brought.emailTemplate, templatesSentBy(script.body));
    if (missing.length === 0) continue;
    const restsOn = [script.place, ...missing.flatMap((id) => declarationsHolding("emailTemplate", id, journey))];
    const args = { node: script.title, kind: "e-mail template", ids: missing, what: "Script" } as const;
    report({ at: script.place, args, restsOn });
  }
  const variables = new Set(
    journey.resources.flatMap(({ kind, id }) => (kind === "variable" ? [variableName(id)] : [])),
  );
  if (variables.size === 0) return;
  for (const node of allNodes(facts.reachedNodes)) {
    const { secret } = markedProperties(node);
    for (const [name, setting] of node.properties) {
      // Secrets are no part of an export.
      if (secret.has(name) || isSecretName(name)) continue;
      const missing = variablesIn(setting.value).filter((id) => !variables.has(id) && !isSecretName(id));
      const fresh = missing.filter((id) => !reported.has(`variable ${id}`));
      for (const id of fresh) reported.add(`variable ${id}`);
      if (fresh.length === 0) continue;
      const args = { node: nodeLabel(node), kind: "variable", ids: fresh, what: "Node" } as const;
      const restsOn = [setting.place, ...fresh.flatMap((id) => declarationsHolding("variable", id, journey))];
      const [near, second] = fresh.map((id) => nearestName(id, variables));
      const help =
        near === undefined || second !== undefined ? {} : { help: `Did you mean \`&{${near.replaceAll("-", ".")}}\`?` };
      report({ at: setting.place, args, restsOn, ...help });
    }
  }
});

type Lost = ReadonlyMap<ReferencedKind, ReadonlyMap<string, Nameable>>;

/** What each name of a kind means that the journey does not bring along. */
function meantByLost(
  references: readonly SettingReference[],
  brought: BroughtKinds,
  nodes: readonly JourneyNode[],
): Lost {
  const idsOf = (kind: ReferencedKind, among: readonly SettingReference[]) =>
    among.flatMap((reference) => (reference.kind === kind ? reference.ids : []));
  const meant = new Map<ReferencedKind, ReadonlyMap<string, Nameable>>();
  for (const kind of new Set(references.map((reference) => reference.kind))) {
    const container = brought[kind];
    const lost = missingOf(container, idsOf(kind, references));
    if (container === undefined || lost.length === 0) continue;
    const named = new Set(
      idsOf(
        kind,
        nodes.flatMap((node) => [...settingReferences(node)]),
      ),
    );
    const unused = container.things.filter(({ id }) => !named.has(id));
    const nearest = kind === "saml2Entity" ? nearestEntity : nearestName;
    meant.set(kind, meantByNames(kind, lost, container.things, unused, nearest));
  }
  return meant;
}

/** Of the addresses of one company, many are alike: only a slip of the keyboard is certain, and no other number. */
function nearestEntity(name: string, ids: readonly string[]): string | undefined {
  const numbers = name.replace(/\D/g, "");
  const ofSameNumbers = ids.filter((id) => id.replace(/\D/g, "") === numbers);
  return nearestName(name, ofSameNumbers, mostOfEntity);
}

const mostOfEntity = 2;

/** An entity as nodes name it. */
function entityNamed({ kind, id, content }: Resource): readonly Nameable[] {
  return kind === "saml2Entity" ? [{ id: entityIdIn(content) ?? id, content }] : [];
}

/** The lines that declare a resource of which the file has this id, under another one or as another kind. */
function declarationsHolding(kind: string, id: string, { resources }: Journey): readonly Place[] {
  return resources.flatMap(({ kind: ownKind, id: ownId, content, place }) => {
    const isThis = ownId === id && ownKind === kind;
    if (isThis || place.pointer !== undefined || resourceIdIn(content) !== id) return [];
    const { source } = place;
    const { line } = source.positionAt(place.range.start);
    return [{ source, range: { start: source.lineStart(line), end: source.lineStart(line + 1) } }];
  });
}

/** A script that is written where its name belongs. */
const inAFile = 'A script stands in a file: declare it with `script Name { file: "path" }`, and write its name.';

function hasUnknownProperty({ type, version, properties }: JourneyNode): boolean {
  const known = propertiesByName(type, version);
  return known !== undefined && [...properties].some(([name, { explicit }]) => explicit && !known.has(name));
}

function missingOf(container: Brought | undefined, ids: readonly string[]): readonly string[] {
  return container === undefined || container.ids.size === 0 ? [] : ids.filter((id) => !container.ids.has(id));
}

type BroughtKinds = { readonly [Kind in ReferencedKind]?: Brought };

function broughtBy({ scripts, resources }: Journey): BroughtKinds {
  const of = (word: string, things: readonly Nameable[]): Brought => ({
    word,
    things,
    ids: new Set(things.map(({ id }) => id)),
  });
  const ofKind = (word: string, kind: ResourceKind) =>
    of(
      word,
      resources.filter((resource) => resource.kind === kind),
    );
  return {
    script: of(
      "script",
      scripts.map(({ id }) => ({ id })),
    ),
    emailTemplate: ofKind("e-mail template", "emailTemplate"),
    theme: ofKind("theme", "theme"),
    saml2Entity: of("SAML 2.0 entity", resources.flatMap(entityNamed)),
    socialProvider: ofKind("social provider", "socialIdentityProvider"),
  };
}
