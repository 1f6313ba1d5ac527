// Sends the same request again and again over a few connections, with as little work as can be, so that the server is what is measured.
import { connect } from "node:net";

/** What a client sends, as the bytes of HTTP. */
export function requestBytes({ method = "POST", path, body = "", headers = {} }) {
  const all = {
    host: "127.0.0.1",
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
}

/** Sends `count` requests over so many connections, each when the one before it is answered. Resolves with the requests per second. */
export async function load(port, request, { count, connections = 8 }) {
  let left = count;
  const begun = performance.now();
  const work = Array.from({ length: connections }, () => oneConnection(port, request, () => left-- > 0));
  await Promise.all(work);
  return (count / (performance.now() - begun)) * 1000;
}

function oneConnection(port, request, next) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let waiting = 0;
    let head = "";
    const send = () => {
      if (!next()) return socket.end(resolve);
      head = "";
      waiting = -1;
      return socket.write(request);
    };
    socket.setNoDelay(true);
    socket.on("connect", send);
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      if (waiting === -1) {
        head += chunk.toString("latin1");
        const end = head.indexOf("\r\n\r\n");
        if (end === -1) return;
        if (!head.startsWith("HTTP/1.1 200")) return reject(new Error(head));
        const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
        waiting = length - (head.length - end - 4);
      } else waiting -= chunk.length;
      if (waiting === 0) send();
    });
  });
}
