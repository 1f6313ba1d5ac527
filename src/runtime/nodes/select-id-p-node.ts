import { type Action, ask, fail, goTo } from "../action.js";
import { textOf } from "../callbacks/callback.js";
import { selectIdPCallback } from "../callbacks/select-idp-callback.js";
import { findIdentity, readIdentity } from "../identity/attributes.js";
import type { JsonValue } from "../machine.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { isPresent } from "../world/identity-store.js";

/** Offers the world's identity providers, and local sign-on beside them. */
export const selectIdPNode: NodeBehaviour = {
  type: "SelectIdPNode",
  runs: "fully",
  process(context: NodeContext): Action {
    const { callbacks, state } = context;
    const candidates = candidatesOf(context);
    const [only] = candidates;
    if (!only) return fail("No available authentication providers");
    const [answer] = callbacks;
    if (candidates.length > 1 && !answer) return ask(selectIdPCallback({ providers: candidates.map(describe) }));
    const chosen = answer ? textOf(answer) : only.provider;
    if (answer && chosen === "") return ask(selectIdPCallback({ providers: candidates.map(describe) }));
    if (!candidates.some(({ provider }) => provider === chosen)) return fail("Selected provider is unknown");
    if (chosen === local) {
      // When the user chooses local sign-on, nothing is written; when it is the only choice, it is recorded.
      if (!answer) state.putShared("selectedIdp", chosen);
      return goTo("localAuthentication");
    }
    state.putShared("selectedIdp", chosen);
    return goTo("socialAuthentication");
  },
};

const local = "localAuthentication";

interface Candidate {
  readonly provider: string;
  readonly uiConfig?: { readonly [name: string]: string };
}

function candidatesOf(context: NodeContext): readonly Candidate[] {
  const { properties, world } = context;
  const attribute = properties.text("identityAttribute", "mail");
  const filtered = properties.texts("filteredProviders");
  const existing = properties.flag("offerOnlyExisting", false) ? readIdentity(context, attribute) : undefined;
  const linked = existing && Array.isArray(existing.aliasList) ? existing.aliasList.map(String) : undefined;
  const providers = (world.options.identityProviders ?? []).filter(
    ({ provider }) =>
      (filtered.length === 0 || filtered.includes(provider)) &&
      (linked === undefined || linked.some((alias) => alias.startsWith(`${provider}-`))),
  );
  if (!properties.flag("includeLocalAuthentication", true)) return providers;
  const user = findIdentity(context, attribute);
  const passwordAttribute = properties.text("passwordAttribute", "password");
  const hasPassword = !existing || (user !== undefined && isPresent(user[passwordAttribute]));
  return hasPassword ? [...providers, { provider: local }] : providers;
}

function describe({ provider, uiConfig }: Candidate): JsonValue {
  return uiConfig ? { provider, uiConfig } : { provider };
}
