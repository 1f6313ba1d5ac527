import { type Action, ask } from "../../../runtime/action.js";
import type { Callback } from "../../../runtime/callbacks/callback.js";
import { hiddenValueCallback } from "../../../runtime/callbacks/hidden-value-callback.js";
import { metadataCallback } from "../../../runtime/callbacks/metadata-callback.js";
import { scriptTextOutputCallback } from "../../../runtime/callbacks/script-text-output-callback.js";
import type { JsonValue } from "../../../runtime/machine.js";
import type { NodeContext } from "../../../runtime/node-behaviour.js";
import { browserScript } from "./browser-script.js";

/**
 * Asks the browser for a credential: by data that an application reads, or, where the node says so, by a script that
 * the platform's own pages run. The SDKs read the data from either.
 */
export function askBrowser(
  { properties }: NodeContext,
  data: { readonly [name: string]: JsonValue },
  ...buttons: readonly Callback[]
): Action {
  const hidden = hiddenValueCallback({ id: "webAuthnOutcome", value: "false" });
  if (properties.flag("asScript", true)) {
    const message = browserScript(data);
    return ask(
      scriptTextOutputCallback({ message }),
      scriptTextOutputCallback({ message: spinner }),
      hidden,
      ...buttons,
    );
  }
  return ask(
    metadataCallback({ data: { ...data, _type: "WebAuthn", supportsJsonResponse: true } }),
    hidden,
    ...buttons,
  );
}

/** The platform's second script shows that it waits. */
const spinner = "// Waiting for the browser.";

/** The credentials of devices: as objects, whose ids are lists of signed bytes, and as the text of a script. */
export function credentials(ids: readonly Uint8Array[]): { readonly objects: JsonValue; readonly script: string } {
  const lists = ids.map((id) => [...new Int8Array(id)]);
  return {
    objects: lists.map((id) => ({ type: "public-key", id })),
    script: lists.map((id) => `{ "type": "public-key", "id": new Int8Array([${id.join(", ")}]).buffer }`).join(","),
  };
}
