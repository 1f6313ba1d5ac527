import { define, fromText, host } from "./border.js";
import { answeredList } from "./callback-classes.js";
import {
  defineCommonBindings,
  defineFixedBindings,
  defineMissing,
  logLine,
  type ScriptInput,
} from "./common-bindings.js";
import { guardBuiltIns } from "./guards.js";
import { javaClasses } from "./java-classes.js";
import { closeLists } from "./java-collections.js";
import { guardSearchesForJava, javaComparisons } from "./java-comparisons.js";
import { JavaBoolean, JavaNumber } from "./java-numbers.js";
import { definePackages } from "./java-packages.js";
import { useJavaScalars } from "./java-scalars.js";
import { StringBuilder } from "./java-string-builder.js";
import { JavaText } from "./java-text.js";
import { defineUnmodelled, defineUnmodelledStatics } from "./java-unmodelled.js";
import { BuiltAction } from "./legacy-action.js";
import { legacyHttpClient } from "./legacy-http.js";
import { legacyIdRepository } from "./legacy-identities.js";
import { LegacyState } from "./legacy-state.js";
import { defineRhinoSupport } from "./rhino.js";
import { type Leftovers, resultText, standsFor } from "./script-result.js";

useJavaScalars(scalarOfJava);
closeLists();
defineRhinoSupport(javaComparisons);
guardSearchesForJava();
defineFixedBindings();
const classes = javaClasses();
defineUnmodelledStatics(classes);
defineUnmodelled(JavaText.prototype, "java.lang.String");
defineUnmodelled(StringBuilder.prototype, "java.lang.StringBuilder");
definePackages(classes);
// Bindings of scripts with other purposes, such as the transformation of a social profile.
for (const name of ["rawProfile", "normalizedProfile", "deviceProfilesDao"]) defineMissing(name);
guardBuiltIns();

/** Creates the bindings of the legacy engine (1.0) and returns the function that collects the result. */
export default function begin(inputText: string): (left: Leftovers) => string {
  const input = fromText(inputText) as ScriptInput;
  defineCommonBindings(input);
  const state = new LegacyState();
  const bindings = {
    nodeState: state.nodeState(),
    sharedState: state.sharedState.map,
    transientState: state.transientState.map,
    callbacks: answeredList(input.callbacks),
    idRepository: legacyIdRepository,
    httpClient: legacyHttpClient,
    logger: legacyLogger,
  };
  for (const [name, value] of Object.entries(bindings)) define(globalThis, name, value);
  return ({ outcome, action, config }) => {
    state.flush();
    if (action instanceof BuiltAction) return resultText({ outcome, config, ...standsFor(action) });
    if (action !== undefined && action !== null) {
      host("warning", "The variable `action` holds no Action (is `.build()` missing?), so `outcome` decides");
    }
    return resultText({ outcome, config });
  };
}

function scalarOfJava(value: string | number | boolean): unknown {
  if (typeof value === "string") return new JavaText(value);
  return typeof value === "number" ? new JavaNumber(value) : new JavaBoolean(value);
}

const legacyLogger = {
  message: logLine("debug"),
  warning: logLine("warn"),
  error: logLine("error"),
  messageEnabled: () => true,
  warningEnabled: () => true,
  errorEnabled: () => true,
};
