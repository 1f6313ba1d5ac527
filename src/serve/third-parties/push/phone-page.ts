import { escapedHtml, htmlPage } from "../../html-page.js";
import type { Phone, PushMessage } from "./phone.js";

/** The page of all phones: what they are asked, with buttons for the answers. It loads itself anew every two seconds. */
export function phonePage(phone: Phone, now: number): Response {
  const messages = phone.open(now).map(messageForm);
  const body =
    messages.length === 0
      ? "<p>No messages. A journey that asks a phone makes one appear here.</p>"
      : messages.join("\n");
  return htmlPage(200, "Phone", `<meta http-equiv="refresh" content="2"><h1>Phone</h1>${body}`);
}

/** Takes the answer that the form of a message has sent, and shows the page at its address again. */
export function answerMessage(phone: Phone, form: URLSearchParams, now: number, address: string): Response {
  const number = form.get("number");
  const answer = {
    isApproved: form.get("decision") === "approve",
    ...(number !== null && { number: Number(number) }),
  };
  const isTaken = phone.answer(form.get("message") ?? "", answer, now);
  if (!isTaken) return htmlPage(404, "Phone", "<h1>Phone</h1><p>This message is no longer open.</p>");
  return new Response(undefined, { status: 303, headers: { Location: address } });
}

function messageForm({ id, kind, user, text, numbers }: PushMessage): string {
  const approve =
    numbers === undefined
      ? `<button name="decision" value="approve">${kind === "register" ? "Register" : "Approve"}</button>`
      : numbers.map((number) => `<button name="number" value="${number}">${number}</button>`).join(" ");
  const decision = numbers === undefined ? "" : '<input type="hidden" name="decision" value="approve">';
  return `<form method="post" aria-label="${escapedHtml(text)}">
<p><strong>${escapedHtml(user)}</strong>: ${escapedHtml(text)}</p>
<input type="hidden" name="message" value="${escapedHtml(id)}">
${decision}${approve}
</form>
<form method="post">
<input type="hidden" name="message" value="${escapedHtml(id)}">
<button name="decision" value="deny">Deny</button>
</form>`;
}
