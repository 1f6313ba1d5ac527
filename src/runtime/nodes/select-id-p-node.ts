import { type Action, ask, fail, goTo } from "../action.js";
import { textOf } from "../callbacks/callback.js";
import { selectIdPCallback } from "../callbacks/select-idp-callback.js";
import { attributesOf, findIdentity } from "../identity/attributes.js";
import type { JsonValue } from "../machine.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { isPresent } from "../world/identity-store.js";

/** Offers the world's identity providers, and local sign-on beside them. */
export const selectIdPNode: NodeBehaviour = {
  type: "SelectIdPNode",
  runs: "fully",
  process(context: NodeContext): Action {
    const { callbacks, state } = context;
    const candidates = candidatesOf(context);
    if (candidates === undefined) return fail("No identity stored in state");
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

/** The providers to choose from; `undefined` where the node is to look up a user and state does not say whom. */
function candidatesOf(context: NodeContext): readonly Candidate[] | undefined {
  const { properties, world } = context;
  const offersLocal = properties.flag("includeLocalAuthentication", true);
  const all = [...(world.options.identityProviders ?? []), ...(offersLocal ? [{ provider: local }] : [])];
  const existing = properties.flag("offerOnlyExisting", false) && all.length > 0 ? existingOf(context, all) : all;
  if (!existing) return undefined;
  const filter = properties.texts("filteredProviders");
  if (filter.length === 0) return existing;
  // With a filter, the platform offers local sign-on again, whether or not the user has a password.
  const named = existing.filter(({ provider }) => provider !== local && filter.includes(provider));
  return offersLocal ? [...named, { provider: local }] : named;
}

/** The providers that the user has used, and local sign-on for one with a password. */
function existingOf(context: NodeContext, all: readonly Candidate[]): readonly Candidate[] | undefined {
  const { properties, state } = context;
  const attribute = properties.text("identityAttribute", "mail");
  if (typeof readPath(attributesOf(state), attribute) !== "string") return undefined;
  const user = findIdentity(context, attribute);
  const aliases = user && Array.isArray(user.aliasList) ? user.aliasList.map(String) : [];
  const hasPassword = user !== undefined && isPresent(user[properties.text("passwordAttribute", "password")]);
  return all.filter(({ provider }) =>
    provider === local ? hasPassword : aliases.some((alias) => alias.startsWith(`${provider}-`)),
  );
}

/** Providers always have the settings of their buttons, which login pages rely on; local sign-on has none. */
function describe({ provider, uiConfig }: Candidate): JsonValue {
  return provider === local ? { provider } : { provider, uiConfig: { ...plainButton(provider), ...uiConfig } };
}

function plainButton(provider: string): NonNullable<Candidate["uiConfig"]> {
  return {
    buttonClass: "",
    buttonCustomStyle: "",
    buttonCustomStyleHover: "",
    buttonDisplayName: provider,
    buttonImage: "",
  };
}
