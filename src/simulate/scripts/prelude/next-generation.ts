import { ActionWrapper } from "./action.js";
import { define, fromText, host, unsupported } from "./border.js";
import { CallbacksBuilder } from "./callbacks-builder.js";
import { callbacksWrapper } from "./callbacks-wrapper.js";
import {
  defineCommonBindings,
  defineFixedBindings,
  defineMissing,
  logLine,
  type ScriptInput,
} from "./common-bindings.js";
import { utils } from "./crypto.js";
import { guardBuiltIns } from "./guards.js";
import { httpClient } from "./http-client.js";
import { idRepository } from "./identities.js";
import { javaMap } from "./java-collections.js";
import { nodeState } from "./node-state.js";
import { openidm } from "./openidm.js";
import { defineRequire } from "./require.js";
import { defineRhinoSupport } from "./rhino.js";
import { type Leftovers, resultText } from "./script-result.js";

defineRhinoSupport();
defineFixedBindings();
// What the simulation has nothing for. A script may ask whether they are there; a call makes the node a stub.
for (const [name, method] of [
  ["policy", "evaluate"],
  ["jwtAssertion", "generateJwt"],
  ["jwtValidator", "validateJwtClaims"],
] as const) {
  define(globalThis, name, { [method]: () => unsupported(`${name}.${method}`) });
}
defineMissing("cacheManager");
defineRequire();
guardBuiltIns();

/** Creates the bindings of the next-generation engine (2.0) and returns the function that collects the result. */
export default function begin(inputText: string): (left: Leftovers) => string {
  const input = fromText(inputText) as ScriptInput;
  defineCommonBindings(input);
  const action = new ActionWrapper();
  const callbacksBuilder = new CallbacksBuilder();
  const bindings = {
    nodeState,
    callbacks: callbacksWrapper(input.callbacks),
    callbacksBuilder,
    action,
    idRepository,
    httpClient,
    openidm,
    utils,
    logger,
    journey: {
      name: () => input.journey.name,
      identityResource: () => input.journey.identityResource,
      innerJourney: () => input.journey.inner,
      mustRun: () => input.journey.mustRun,
    },
    locales: { getLocalizedMessage: (texts: unknown) => host("localise", texts) },
    requestCookies: javaMap(input.cookies),
    cookieName: "iPlanetDirectoryPro",
    samlApplication: null,
    oauthApplication: null,
  };
  for (const [name, value] of Object.entries(bindings)) define(globalThis, name, value);
  return ({ outcome, config }) => {
    const callbacks = CallbacksBuilder.made(callbacksBuilder);
    const sent = callbacks.length > 0 ? { callbacks } : {};
    if (callbacks.length > 0 && (typeof outcome === "string" || ActionWrapper.hasOutcome(action))) {
      host(
        "warning",
        "The script asks with `callbacksBuilder` and chooses an outcome, and the question is asked. Whether the platform leaves the node instead is not known: a way that does only one of both is certain",
      );
    }
    return resultText({ outcome, config, ...sent, ...ActionWrapper.decide(action, callbacks.length > 0) });
  };
}

const logger = {
  trace: logLine("trace"),
  debug: logLine("debug"),
  info: logLine("info"),
  warn: logLine("warn"),
  error: logLine("error"),
  isTraceEnabled: () => true,
  isDebugEnabled: () => true,
  isInfoEnabled: () => true,
  isWarnEnabled: () => true,
  isErrorEnabled: () => true,
};
