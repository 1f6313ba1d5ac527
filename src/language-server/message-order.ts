import * as lsp from "vscode-languageserver";

/**
 * The order that the protocol asks of messages: nothing is answered before `initialize` or after `shutdown`, and neither comes twice. What is out of
 * order is refused if it is a request, and dropped if it is a notification, except for `exit`.
 */
export function messageOrder(writer: lsp.MessageWriter): lsp.MessageStrategy {
  let stage: "new" | "running" | "shut down" = "new";
  return {
    handleMessage(message, next) {
      if (lsp.Message.isRequest(message)) {
        const error = refusal(message.method, stage);
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

function refusal(method: string, stage: "new" | "running" | "shut down") {
  const isFirst = method === lsp.InitializeRequest.method;
  if (stage === "new" && !isFirst)
    return { code: lsp.ErrorCodes.ServerNotInitialized, message: "The first request must be initialize" };
  if (stage === "running" && isFirst)
    return { code: lsp.ErrorCodes.InvalidRequest, message: "The server is initialized already" };
  return stage === "shut down"
    ? { code: lsp.ErrorCodes.InvalidRequest, message: "The server is shut down: only exit may follow" }
    : undefined;
}
