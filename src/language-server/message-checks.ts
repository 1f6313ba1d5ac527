import * as lsp from "vscode-languageserver";
import { shapeProblem } from "./message-shape.js";

/**
 * Checks messages before they are handled. Nothing is answered before `initialize` or after `shutdown`, and neither comes twice; what is out of this
 * order is refused if it is a request, and dropped if it is a notification, except for `exit`. Requests with parameters of the wrong shape are refused.
 */
export function messageChecks(writer: lsp.MessageWriter): lsp.MessageStrategy {
  let stage: Stage = "new";
  return {
    handleMessage(message, next) {
      if (lsp.Message.isRequest(message)) {
        const error = outOfOrder(message.method, stage) ?? misshapen(message);
        if (error !== undefined) {
          const { jsonrpc, id } = message;
          const response: lsp.ResponseMessage = { jsonrpc, id, error };
          // Nobody is left to tell of a client that is gone.
          writer.write(response).catch(() => undefined);
          return;
        }
        if (message.method === lsp.InitializeRequest.method) stage = "running";
        if (message.method === lsp.ShutdownRequest.method) stage = "shut down";
      } else if (lsp.Message.isNotification(message)) {
        if (stage !== "running" && message.method !== lsp.ExitNotification.method) return;
      }
      next(message);
    },
  };
}

type Stage = "new" | "running" | "shut down";

type RefusedWith = NonNullable<lsp.ResponseMessage["error"]>;

function outOfOrder(method: string, stage: Stage): RefusedWith | undefined {
  const isFirst = method === lsp.InitializeRequest.method;
  if (stage === "new" && !isFirst)
    return { code: lsp.ErrorCodes.ServerNotInitialized, message: "The first request must be initialize" };
  if (stage === "running" && isFirst)
    return { code: lsp.ErrorCodes.InvalidRequest, message: "The server is initialized already" };
  return stage === "shut down"
    ? { code: lsp.ErrorCodes.InvalidRequest, message: "The server is shut down: only exit may follow" }
    : undefined;
}

function misshapen({ method, params }: lsp.RequestMessage): RefusedWith | undefined {
  const message = shapeProblem(method, params);
  return message === undefined ? undefined : { code: lsp.ErrorCodes.InvalidParams, message };
}
