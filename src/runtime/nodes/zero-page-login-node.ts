import { type Action, decide } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { decodeWord } from "../world/encoded-word.js";

/** Reads username and password from request headers. */
export const zeroPageLoginNode: NodeBehaviour = {
  type: "ZeroPageLoginNode",
  runs: "fully",
  process({ properties, state, world }: NodeContext): Action {
    const [name] = world.header(properties.text("usernameHeader", "X-OpenAM-Username"));
    const [password] = world.header(properties.text("passwordHeader", "X-OpenAM-Password"));
    if (name === undefined && password === undefined) return decide(false);
    const [referer] = world.header("Referer");
    const allowed =
      referer === undefined
        ? properties.flag("allowWithoutReferer", true)
        : properties.texts("referrerWhiteList").some((each) => referer.startsWith(each));
    if (!allowed) return decide(false);
    if (name !== undefined) state.putShared("username", decodeWord(name));
    if (password !== undefined) state.putTransient("password", decodeWord(password));
    return decide(true);
  },
};
