import { nearestName } from "../diagnostics/suggest.js";
import { isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { type Answer, type Service, type ServiceCall, services } from "./scenario.js";

/** What is wrong with a call or its answer. */
interface Wrong {
  readonly problem: string;
  readonly help?: string;
}

/** What a stub of a call looks like. */
export const formOfAnswer =
  '`stub http GET "https://…" -> { status: 200, body: { … } }` or `stub openidm read "managed/…" -> { … }`';

/** Reads `http GET "https://…"` or `openidm read "managed/…"` behind `stub` or `expect`. */
export function readCall(
  service: string,
  operation: string | undefined,
  target: string | undefined,
  keyword: string,
): ServiceCall | Wrong {
  const known = (Object.keys(services) as Service[]).find((each) => each === service);
  if (known === undefined) {
    const near = nearestName(service, Object.keys(services));
    const help = near === undefined ? `Calls are stubbed as in ${formOfAnswer}.` : `Did you mean \`${near}\`?`;
    return { problem: `There is no \`${keyword} ${service}\` with a text`, help };
  }
  const operations: readonly string[] = services[known];
  const named = operation !== undefined && known === "http" ? operation.toUpperCase() : operation;
  if (named !== undefined && !operations.includes(named)) {
    const near = nearestName(named, operations);
    const help = near === undefined ? `There are ${operations.join(", ")}.` : `Did you mean \`${near}\`?`;
    return { problem: `\`${known}\` has no \`${operation}\``, help };
  }
  const what = known === "http" ? "a URL" : "a resource such as `managed/alpha_user/1`";
  if (target === undefined || target === "") return { problem: `\`${keyword} ${known}\` needs ${what} in quotes` };
  return { service: known, operation: named, target };
}

/** Reads what stands behind the arrow of a stub of a call. */
export function readReply(
  call: ServiceCall,
  word: string | undefined,
  value: Json | undefined,
): Answer["reply"] | Wrong {
  if (word !== undefined && word !== "error" && (word !== "null" || value !== undefined)) {
    return { problem: `A call is not answered with \`${word}\``, help: `Write it as in ${formOfAnswer}.` };
  }
  if (word === "error") return readError(value);
  if (call.service === "http") return readHttpReply(value);
  if (word === "null") return { value: null };
  return value === undefined
    ? { problem: "The answer is missing", help: `Write it as in ${formOfAnswer}.` }
    : { value };
}

const errorMembers = ["code", "message"];

function readError(value: Json | undefined): Answer["reply"] | Wrong {
  const form = 'An error is written `error { message: "…" }`, with a `code` where it has one.';
  const error = value ?? {};
  if (!isJsonObject(error)) return { problem: "An error is an object", help: form };
  const unknown = unknownMember(error, errorMembers, "An error");
  if (unknown) return unknown;
  const { code = 500, message = "" } = error;
  if (typeof code !== "number" || typeof message !== "string") {
    return { problem: "An error has a number as `code` and a text as `message`", help: form };
  }
  return { error };
}

const replyMembers = ["status", "headers", "body"];

function readHttpReply(value: Json | undefined): Answer["reply"] | Wrong {
  const form = "An answer is written `{ status: 200, headers: { … }, body: … }`; each member may be left out.";
  if (!isJsonObject(value)) return { problem: "The answer to an HTTP request is an object", help: form };
  const unknown = unknownMember(value, replyMembers, "The answer to an HTTP request");
  if (unknown) return { ...unknown, help: unknown.help ?? form };
  const { status = 200, headers = {} } = value;
  if (typeof status !== "number" || !Number.isInteger(status) || status < 100 || status > 599) {
    return { problem: "The `status` of an answer is a number from 100 to 599" };
  }
  if (!isJsonObject(headers) || Object.values(headers).some((each) => typeof each !== "string")) {
    return { problem: "The `headers` of an answer are an object of texts" };
  }
  return { value };
}

function unknownMember(value: JsonObject, members: readonly string[], what: string): Wrong | undefined {
  const unknown = Object.keys(value).find((name) => !members.includes(name));
  if (unknown === undefined) return undefined;
  const near = nearestName(unknown, members);
  const help = near === undefined ? {} : { help: `Did you mean \`${near}\`?` };
  return { problem: `${what} has no \`${unknown}\``, ...help };
}
