import { type Action, ask, fail, goTo } from "../../../runtime/action.js";
import { textOf } from "../../../runtime/callbacks/callback.js";
import { idPCallback } from "../../../runtime/callbacks/idp-callback.js";
import { redirectCallback } from "../../../runtime/callbacks/redirect-callback.js";
import { universalIdOf } from "../../../runtime/engine/run-end.js";
import { attributesOf, putAttribute, putSecretAttribute } from "../../../runtime/identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../../../runtime/node-behaviour.js";
import type { ManagedObject } from "../../../runtime/world/world-options.js";
import { providerAddress } from "./provider-address.js";
import { readCode, type SocialProfile } from "./social-profile.js";

const note =
  "The local identity provider takes the place of all others. Its profile has the attributes of managed users, so that the transformation scripts do not run.";

/** Lets a user sign in with another provider. */
export const socialProviderHandlerNode: NodeBehaviour = {
  type: "SocialProviderHandlerNode",
  runs: "partly",
  note,
  inputs: () => ["selectedIdp", "aliasList"],
  process: (context) => comeBack(context) ?? sendAway(context),
};

/** The same, with an outcome for a user who comes back without having been there. */
export const socialProviderHandlerNodeV2: NodeBehaviour = {
  type: "SocialProviderHandlerNodeV2",
  runs: "partly",
  note,
  inputs: () => ["selectedIdp", "aliasList", "expectProfileInformation"],
  process(context: NodeContext): Action {
    const { state } = context;
    const action = comeBack(context);
    if (action !== undefined) {
      state.remove("expectProfileInformation");
      return action;
    }
    if (state.get("expectProfileInformation") === true) {
      state.remove("expectProfileInformation");
      return goTo("SOCIAL_AUTH_INTERRUPTED");
    }
    state.putShared("expectProfileInformation", true);
    return sendAway(context);
  },
};

/** Where the state of a redirect is kept until the browser comes back. */
const stateKey = "socialState";

function sendAway(context: NodeContext): Action {
  const { properties, state, world } = context;
  const provider = providerOf(context);
  if (provider === undefined)
    return fail(
      `${state.get("selectedIdp") === undefined ? "selectedIdp not found in state" : "Selected provider does not exist."}`,
    );
  if (properties.text("clientType", "BROWSER") === "NATIVE") {
    return ask(
      idPCallback({ provider, clientId: "journeyc", redirectUri: providerAddress(world), nonce: world.random.uuid() }),
    );
  }
  const held = world.random.uuid();
  state.putShared(stateKey, held);
  return ask(redirectCallback({ redirectUrl: providerAddress(world, { provider, state: held }) }));
}

/** What comes of a user who is back from the provider; `undefined` for one who was not there yet. */
function comeBack(context: NodeContext): Action | undefined {
  const { callbacks, properties, state, world } = context;
  const provider = providerOf(context);
  if (provider === undefined) return undefined;
  const [native] = properties.text("clientType", "BROWSER") === "NATIVE" ? callbacks : [];
  const code = native ? textOf(native, "token") : world.queryParameter("code")[0];
  if (code === undefined) return undefined;
  if (!native) {
    const [given] = world.queryParameter("state");
    if (given === undefined) return fail("Not having the state could mean that this request did not come from the IDP");
    if (given !== state.getShared(stateKey)) return fail("The state is not the one that was sent");
    state.removeShared(stateKey);
  }
  const profile = readCode(code);
  return profile === undefined ? fail("Failed to retrieve social profile data") : take(context, provider, profile);
}

function take(context: NodeContext, provider: string, { subject, attributes }: SocialProfile): Action {
  const { properties, state, world } = context;
  const nameAttribute = properties.text("usernameAttribute", "userName");
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== nameAttribute) putSecretAttribute(state, name, value);
  }
  const alias = `${provider}-${subject}`;
  const user = world.identities.find("aliasList", alias);
  const begun = attributesOf(state)[nameAttribute];
  if (user !== undefined && typeof begun === "string" && begun !== user[nameAttribute]) {
    return fail("Account does not belong to user in share state.");
  }
  const resolved = typeof begun === "string" ? begun : (user?.[nameAttribute] ?? attributes[nameAttribute]);
  if (typeof begun !== "string" && resolved !== undefined) putAttribute(state, nameAttribute, resolved);
  if (typeof resolved === "string") state.putShared("username", resolved);
  const known = user ?? (typeof begun === "string" ? world.identities.find(nameAttribute, begun) : undefined);
  const aliases = new Set([alias, ...aliasesOf(attributesOf(state)), ...(known ? aliasesOf(known) : [])]);
  putSecretAttribute(state, "aliasList", [...aliases]);
  state.putTransient("socialOAuthData", { [provider]: { subject, rawProfile: attributes } });
  if (user === undefined) return goTo("NO_ACCOUNT");
  if (typeof resolved !== "string") return goTo("ACCOUNT_EXISTS");
  const identity = { name: resolved, type: "user" } as const;
  return goTo("ACCOUNT_EXISTS", { identity: { ...identity, universalId: universalIdOf(resolved, identity, world) } });
}

/** The chosen provider, if the world has it. */
function providerOf({ state, world }: NodeContext): string | undefined {
  const chosen = state.get("selectedIdp");
  return world.options.identityProviders?.find(({ provider }) => provider === chosen)?.provider;
}

function aliasesOf({ aliasList }: ManagedObject): readonly string[] {
  return Array.isArray(aliasList) ? aliasList.map(String) : [];
}
