import { describeStatus } from "../../simulate/describe-run.js";
import { listField, objectField, objectOf, optional, textField, wholeField } from "../shape.js";
import { defineTool } from "../tool.js";

const mostSteps = 200;

export const simulateLook = defineTool({
  name: "simulate_look",
  title: "Look into a simulation",
  description:
    "Tells node state, all messages, the whole path, the log of scripts and the users of a simulation, without moving it.",
  input: { session: textField("as simulate_start gave it") },
  output: {
    status: textField("where it stands, in words"),
    state: objectField("shared, transient and secure state"),
    messages: listField(objectField("a mail or text message"), "all that were sent"),
    path: listField(
      objectOf({
        journey: textField("id"),
        node: textField("name"),
        outcome: optional(textField("the outcome that was taken")),
      }),
      "the nodes passed, the last ones of a long path",
    ),
    pathLeftOut: wholeField("how many nodes before them are left out"),
    log: listField(objectField("level, script and text"), "what scripts have logged"),
    callbacks: listField(objectField("as the authenticate endpoint sends it"), "what is asked now"),
  },
  run({ session }, workbench) {
    return workbench.sessions.use(session, async ({ run }) => {
      const plain = JSON.parse(
        JSON.stringify({
          state: run.state,
          messages: run.outbox,
          log: run.world.log,
          callbacks: run.step?.callbacks ?? [],
        }),
      );
      return {
        ...plain,
        status: describeStatus(run),
        path: run.path.slice(-mostSteps).map(({ journey, node, outcome }) => ({
          journey,
          node,
          ...(outcome !== undefined && { outcome }),
        })),
        pathLeftOut: Math.max(0, run.path.length - mostSteps),
      };
    });
  },
});
