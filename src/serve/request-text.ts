import { Refusal } from "./refusal.js";

/** The greatest body that is read, in bytes; a step with pictures of a device profile has some kilobytes. */
const mostBytes = 1_000_000;

/** Reads a body as text, up to the greatest length. */
export async function readRequestText(request: Request): Promise<string> {
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) > mostBytes) throw tooLong();
  try {
    return announced === null ? await readStream(request) : await request.text();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, "The body ended before it was complete");
  }
}

async function readStream({ body }: Request): Promise<string> {
  if (body === null) return "";
  const decoder = new TextDecoder();
  let length = 0;
  let text = "";
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > mostBytes) throw tooLong();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function tooLong(): Refusal {
  return new Refusal(413, `The body has more than ${mostBytes} bytes`);
}
