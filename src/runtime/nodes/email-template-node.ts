import { type Action, goTo } from "../action.js";
import { readIdentity } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { sendTemplate } from "../world/mail.js";

/** Mails a template to the user. */
export const emailTemplateNode: NodeBehaviour = {
  type: "EmailTemplateNode",
  runs: "fully",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  process(context: NodeContext): Action {
    const { properties, world } = context;
    const object = readIdentity(context, properties.text("identityAttribute", "userName"));
    const to = object && readPath(object, properties.text("emailAttribute", "mail"));
    if (!object || typeof to !== "string" || to === "") return goTo("EMAIL_NOT_SENT");
    sendTemplate(world, { template: properties.text("emailTemplateName", "welcome"), to, object });
    return goTo("EMAIL_SENT");
  },
};
