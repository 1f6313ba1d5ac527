import { optional, textField, wholeField } from "../shape.js";
import { stopOf, stopOutput } from "../simulation-stop.js";
import { defineTool } from "../tool.js";

export const simulateResume = defineTool({
  name: "simulate_resume",
  title: "Follow a link in a simulation",
  description: "Goes on with a suspended simulation as the user does who follows the link in a mail.",
  input: {
    session: textField("as simulate_start gave it"),
    link: optional(textField("the resumeUri of a message; default: that of the last")),
    wait: optional(wholeField("milliseconds that pass before")),
  },
  output: stopOutput,
  run({ session, link, wait }, workbench) {
    return workbench.sessions.use(session, async (run) => {
      if (wait !== undefined) await run.take({ wait });
      await run.take({ resume: link ?? null });
      return stopOf(session, run);
    });
  },
});
