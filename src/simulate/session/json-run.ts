import { type Run, RunError } from "../../runtime/run.js";
import { getOwn, isJsonObject, type JsonObject } from "../../text/json.js";

/** A run that a program drives: each stop, and each command, is a JSON object. */
export class JsonRun {
  readonly run: Run;
  #mailTold = 0;
  #logTold = 0;

  constructor(run: Run) {
    this.run = run;
  }

  /** Applies a command. Returns whether the run has moved. Throws a `RunError` for a command that does not fit. */
  async take(command: JsonObject): Promise<boolean> {
    const { run } = this;
    const [name] = Object.keys(command);
    const value = name === undefined ? undefined : getOwn(command, name);
    switch (name) {
      case "submit":
        if (!isJsonObject(value)) throw new RunError("`submit` takes an object of inputs");
        await run.submit((run.at?.node ?? "") as never, value as never);
        return true;
      case "callbacks":
        if (!Array.isArray(value)) throw new RunError("`callbacks` takes the callbacks of the step with their inputs");
        await run.submitCallbacks(value);
        return true;
      case "resume":
        await (typeof value === "string" ? run.resume(value) : run.resume());
        return true;
      case "stub": {
        if (typeof value !== "string") throw new RunError("`stub` takes an outcome");
        const state = getOwn(command, "state");
        await run.chooseStub(value, isJsonObject(state) ? { shared: state } : {});
        return true;
      }
      case "wait":
        if (typeof value !== "number") throw new RunError("`wait` takes milliseconds");
        run.wait(value);
        return false;
      default:
        throw new RunError(
          `There is no command ${JSON.stringify(name ?? "")}: submit, callbacks, resume, stub, wait, state, quit`,
        );
    }
  }

  /** Where the run stands, with the mails and warnings since the stop before. */
  stop(): object {
    const { status, at, step, stub, message, detail, session, successUrl, failureUrl, problem, path, outbox } =
      this.run;
    const mail = outbox.slice(this.#mailTold);
    this.#mailTold = outbox.length;
    const warnings = this.run.world.log.slice(this.#logTold).filter(({ level }) => level === "warn");
    this.#logTold = this.run.world.log.length;
    return {
      status,
      ...(at && { at }),
      ...step,
      ...(stub && { stub }),
      ...(mail.length > 0 && { messages: mail }),
      ...(warnings.length > 0 && { warnings: warnings.map(({ script, text }) => ({ script, text })) }),
      ...(message !== undefined && { message }),
      ...(detail && { detail }),
      ...(session && { session }),
      ...(successUrl !== undefined && { successUrl }),
      ...(failureUrl !== undefined && { failureUrl }),
      ...(problem && { problem }),
      path,
    };
  }
}
