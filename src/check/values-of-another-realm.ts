import type { Place } from "../diagnostics/diagnostic.js";
import type { Journey, Model, Script, Setting } from "../model/model.js";
import { placeOfRealm, realmsIn } from "../model/realm-values.js";
import { placeInScript } from "../model/script-place.js";
import { allNodes } from "../model/used-resources.js";
import type { Json } from "../text/json.js";
import { textsIn } from "../text/texts-in.js";
import { nodeLabel } from "./describe-node.js";

/** A value that names a realm that its journey is not for. */
export interface ValueOfAnotherRealm {
  readonly at: Place;
  readonly args: {
    readonly what: string;
    readonly realm: string;
    readonly target: string;
    /** A script has no parameters. */
    readonly isScript?: boolean;
  };
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
}

/**
 * The values of a journey that name another realm than the one it is for. Nobody can tell whether they are to follow the journey, so
 * they stay. A journey that is known to belong to the realm is not moved, and may well name another one.
 */
export function valuesOfAnotherRealm(journey: Journey, target: string): readonly ValueOfAnotherRealm[] {
  if (journey.origin.kind !== "text" && journey.origin.realm === target) return [];
  const found: ValueOfAnotherRealm[] = [];
  const look = (at: Place, what: string, value: Json, property?: string) => {
    const realms = new Set(textsIn(value).flatMap((text) => realmsIn(text, property)));
    for (const realm of realms) if (realm !== target) found.push({ at, args: { what, realm, target } });
  };
  const lookAt = (settings: ReadonlyMap<string, Setting>, owner: string) => {
    for (const [name, { value, place }] of settings) look(place, `Property "${name}" of ${owner}`, value, name);
  };
  lookAt(journey.settings, "the journey");
  for (const node of allNodes(journey.nodes)) lookAt(node.properties, `node "${nodeLabel(node)}"`);
  for (const script of journey.scripts)
    for (const realm of realmsIn(script.body)) if (realm !== target) found.push(inScript(script, realm, target));
  for (const { id, content, place } of journey.resources) look(place, `Resource "${id}"`, content);
  if (journey.raw !== undefined) look(journey.place, "The `raw` block", journey.raw);
  return found;
}

/**
 * Scripts that name another realm than the scenarios of the script, which answer calls for one realm alone: it makes none of those calls.
 * Asked where nobody has said which realm the journeys are for.
 */
export function scriptsOfAnotherRealm({ scenarios }: Model): readonly ValueOfAnotherRealm[] {
  const answered = new Map<Script, { readonly realms: Set<string>; readonly place: Place }>();
  for (const { script, steps } of scenarios) {
    for (const step of script === undefined ? [] : steps) {
      if (step.kind !== "answer" || script === undefined) continue;
      const place = step.parts.text ?? step.place;
      const known = answered.get(script.script) ?? { realms: new Set<string>(), place };
      for (const realm of realmsIn(step.call.target)) known.realms.add(realm);
      answered.set(script.script, known);
    }
  }
  return [...answered].flatMap(([script, { realms, place }]) => {
    const [target, second] = realms;
    const own = realmsIn(script.body);
    if (target === undefined || second !== undefined || own.includes(target)) return [];
    const related = [{ place, message: `The scenarios of the script are for realm "${target}"` }];
    return own.map((realm) => ({ ...inScript(script, realm, target), related }));
  });
}

/**
 * Users of one realm of the cloud in a journey all of whose scripts that name a realm name the other one. Asked where nobody has said which realm
 * the journeys are for.
 */
export function usersOfAnotherRealm({ settings, scripts }: Journey): readonly ValueOfAnotherRealm[] {
  const users = settings.get("identityResource");
  const realm = typeof users?.value === "string" ? /^managed\/(alpha|bravo)_/.exec(users.value)?.[1] : undefined;
  if (users === undefined || realm === undefined || !users.explicit) return [];
  const naming = scripts
    .map((script) => ({ script, realms: realmsIn(script.body) }))
    .filter(({ realms }) => realms.length > 0);
  const [target, second] = new Set(naming.flatMap(({ realms }) => realms));
  if (target === undefined || second !== undefined || target === realm || !/^(?:alpha|bravo)$/.test(target)) return [];
  const related = naming.map(({ script }) => ({
    place: placeInScript(script, placeOfRealm(script.body, target) ?? 0).at,
    message: `Script "${script.title}" is for realm "${target}"`,
  }));
  return [{ at: users.place, args: { what: `Property "identityResource" of the journey`, realm, target }, related }];
}

/**
 * Aliases of SAML entities in another realm of the cloud than the journey's users: a realm has entities of its own. Asked where nobody has said
 * which realm the journeys are for.
 */
export function aliasesOfAnotherRealm({ settings, nodes }: Journey): readonly ValueOfAnotherRealm[] {
  const users = settings.get("identityResource");
  const target = typeof users?.value === "string" ? /^managed\/(alpha|bravo)_/.exec(users.value)?.[1] : undefined;
  if (users === undefined || target === undefined) return [];
  const related = users.explicit ? [{ place: users.place, message: `The users are those of realm "${target}"` }] : [];
  const found: ValueOfAnotherRealm[] = [];
  for (const node of allNodes(nodes)) {
    for (const [name, { value, place }] of node.properties) {
      if (typeof value !== "string" || !/metaAlias$/i.test(name)) continue;
      const realm = /^\/(alpha|bravo)\//.exec(value)?.[1];
      if (realm === undefined || realm === target) continue;
      const args = { what: `Property "${name}" of node "${nodeLabel(node)}"`, realm, target };
      found.push({ at: place, args, related });
    }
  }
  return found;
}

function inScript(script: Script, realm: string, target: string): ValueOfAnotherRealm {
  const { at } = placeInScript(script, placeOfRealm(script.body, realm) ?? 0);
  return { at, args: { what: `Script "${script.title}"`, realm, target, isScript: true } };
}
