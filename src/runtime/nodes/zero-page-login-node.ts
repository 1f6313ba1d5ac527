import { type Action, decide, fail } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { decodeWord } from "../world/encoded-word.js";

/** Reads username and password from request headers. */
export const zeroPageLoginNode: NodeBehaviour = {
  type: "ZeroPageLoginNode",
  runs: "fully",
  process({ properties, state, world }: NodeContext): Action {
    const names = world.header(properties.text("usernameHeader", "X-OpenAM-Username"));
    const passwords = world.header(properties.text("passwordHeader", "X-OpenAM-Password"));
    if (names.length === 0 && passwords.length === 0) return decide(false);
    // The platform looks at the referer only where one is wanted, and then compares the whole address: an address that
    // merely begins like a listed one may belong to somebody else.
    if (!properties.flag("allowWithoutReferer", true)) {
      const allowed = new Set(properties.texts("referrerWhiteList"));
      if (!world.header("Referer").some((referer) => allowed.has(referer))) return decide(false);
    }
    const repeated = [names, passwords].find(({ length }) => length > 1);
    if (repeated) {
      return fail(`Expecting only one header value for username and/or password but size is${repeated.length}`);
    }
    const [name] = names;
    const [password] = passwords;
    if (name !== undefined) state.putShared("username", decodeWord(name));
    if (password !== undefined) state.putTransient("password", decodeWord(password));
    return decide(true);
  },
};
