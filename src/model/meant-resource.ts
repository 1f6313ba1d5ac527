import { nearestName } from "../diagnostics/suggest.js";
import type { Json } from "../text/json.js";
import { resourceNameIn } from "./resource-content.js";
import type { ReferencedKind } from "./resource-references.js";
import { meansId } from "./used-resources.js";

/** What names may mean: a resource, or a script, which has no content to look into. */
export interface Nameable {
  readonly id: string;
  readonly content?: Json;
}

/** The kinds of which a tenant has many more than a journey brings along: a name that is like none of those is no mistake for one. */
const manyOnTenant: ReadonlySet<string> = new Set<ReferencedKind>(["script", "saml2Entity"]);

/** The e-mail templates that a new tenant has, so that journeys name them without bringing them along. */
const templatesOfNewTenant: ReadonlySet<string> = new Set([
  "forgottenUsername",
  "registration",
  "resetPassword",
  "updatePassword",
  "welcome",
]);

/**
 * What each name of one kind most likely means that nothing is called: the thing that has it as its name, whose id it is in another notation or
 * nearly; or, where one name and one thing that nothing names are left over, that one.
 */
export function meantByNames<Thing extends Nameable>(
  kind: ReferencedKind | "variable",
  names: Iterable<string>,
  candidates: readonly Thing[],
  unused: readonly Thing[],
  nearest: (name: string, ids: readonly string[]) => string | undefined = nearestName,
): ReadonlyMap<string, Thing> {
  const ids = candidates.map(({ id }) => id);
  const meant = new Map<string, Thing>();
  const strange: string[] = [];
  for (const name of new Set(names)) {
    const called = candidates.find(({ content }) => content !== undefined && resourceNameIn(content) === name);
    const near = called?.id ?? ids.find((id) => meansId(name, id)) ?? nearest(name, ids);
    const thing = candidates.find(({ id }) => id === near);
    if (thing !== undefined) meant.set(name, thing);
    else if (kind !== "emailTemplate" || !templatesOfNewTenant.has(name)) strange.push(name);
  }
  const taken = new Set([...meant.values()].map(({ id }) => id));
  const [only, second] = unused.filter(({ id }) => !taken.has(id));
  const [name, otherName] = strange;
  const isClear = only !== undefined && second === undefined && name !== undefined && otherName === undefined;
  if (isClear && !manyOnTenant.has(kind)) meant.set(name, only);
  return meant;
}
