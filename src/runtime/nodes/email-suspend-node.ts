import { isJsonObject } from "../../text/json.js";
import { type Action, onward } from "../action.js";
import { attributesOf, readIdentity } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { objectAttributes } from "../node-state.js";
import type { Properties } from "../properties.js";
import { readPath } from "../world/attribute-path.js";
import { sendTemplate } from "../world/mail.js";
import type { ManagedObject } from "../world/world-options.js";

/**
 * Mails a link and suspends the journey. The client sees the same answer whether or not the user exists, so that nobody
 * can find out who has an account.
 */
export const emailSuspendNode: NodeBehaviour = {
  type: "EmailSuspendNode",
  runs: "fully",
  inputs: (properties) => [properties.text("identityAttribute", "userName"), properties.text("emailAttribute", "mail")],
  process(context: NodeContext): Action {
    const { properties, resumed, world } = context;
    if (resumed) return onward;
    const object = recipient(context);
    const to = readPath(object, properties.text("emailAttribute", "mail"));
    if (typeof to === "string" && to !== "") {
      const template = properties.text("emailTemplateName", "registration");
      sendTemplate(world, { template, to, object, resumeUri: context.resumeUri() });
    }
    const message = world.localise(messages(properties)) ?? "An email has been sent to your inbox.";
    const minutes = properties.optionalNumber("suspendDuration");
    return { kind: "suspend", message, ...(minutes !== undefined && minutes > 0 && { minutes }) };
  },
};

/** The messages by locale. An export that leaves the setting out means the type's default, not an empty map. */
function messages(properties: Properties): ReadonlyMap<string, string> {
  return properties.value("emailSuspendMessage") === undefined
    ? new Map([["en", "An email has been sent to the address you entered. Click the link in that email to proceed."]])
    : properties.map("emailSuspendMessage");
}

function recipient(context: NodeContext): ManagedObject {
  const { properties, state } = context;
  if (properties.flag("objectLookup", false)) {
    return readIdentity(context, properties.text("identityAttribute", "userName")) ?? {};
  }
  // The template is filled from shared attributes only, so that a password never gets into a mail.
  const shared = state.getShared(objectAttributes);
  return isJsonObject(shared) ? shared : withoutPassword(attributesOf(state));
}

function withoutPassword(object: ManagedObject): ManagedObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== "password"));
}
