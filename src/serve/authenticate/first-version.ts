import { getOwn, isJsonObject } from "../../text/json.js";
import { Refusal } from "../refusal.js";
import { type Reply, replyWithError } from "../reply.js";

/**
 * Answers as the client's version of the endpoint does: to one that asks for `resource=1.x` in `Accept-API-Version`, errors are told in
 * the form of that version. Steps and successes are the same in both.
 */
export async function inAskedVersion({ headers }: Request, answer: () => Promise<Reply>): Promise<Reply> {
  const [, asked] = /resource=(1(?:\.\d+)?)\s*(?:,|$)/.exec(headers.get("accept-api-version") ?? "") ?? [];
  if (asked === undefined) return answer();
  try {
    return inFirstVersion(await answer(), asked);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return inFirstVersion(replyWithError(error.status, error.message, error.detail), asked);
  }
}

function inFirstVersion(reply: Reply, asked: string): Reply {
  const headers = { ...reply.headers, "content-api-version": `resource=${asked}` };
  const { body } = reply;
  if (reply.status < 400 || !isJsonObject(body)) return { ...reply, headers };
  const detail = getOwn(body, "detail");
  const failureUrl = isJsonObject(detail) ? getOwn(detail, "failureUrl") : undefined;
  const told = { errorMessage: getOwn(body, "message") ?? "", ...(failureUrl !== undefined && { failureUrl }) };
  return { ...reply, headers, body: told };
}
