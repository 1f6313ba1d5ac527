import type { NodeContext } from "../../../runtime/node-behaviour.js";

/** The platform's own texts of the prompt, where the node sets none. */
const texts = {
  title: "Authentication required",
  subtitle: "Cryptography device binding",
  description: "Please complete with biometric to proceed",
};

/** The texts and the time of the prompt that the device shows. */
export function promptOf({ properties, world }: NodeContext) {
  const [title, subtitle, description] = (["title", "subtitle", "description"] as const).map(
    (name) => world.localise(properties.map(name)) ?? texts[name],
  );
  return { title, subtitle, description, timeout: properties.number("timeout", 60) };
}
