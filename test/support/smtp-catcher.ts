import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";

/** A mail as a server takes it. */
export interface CaughtMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and text, as they came. */
  readonly data: string;
}

/** An SMTP server that keeps what it is given, as far as a client without encryption goes. */
export class SmtpCatcher {
  readonly mails: CaughtMail[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  readonly #refused: string | undefined;

  private constructor(refused: string | undefined) {
    this.#refused = refused;
    this.#server = createServer((socket) => this.#talk(socket));
  }

  /** Listens at a free port. @param refused the recipient whose mails are refused */
  static async open(refused?: string): Promise<SmtpCatcher> {
    const catcher = new SmtpCatcher(refused);
    await new Promise<void>((resolve) => catcher.#server.listen(0, "127.0.0.1", resolve));
    return catcher;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #talk(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket)).on("error", () => undefined);
    const say = (line: string) => socket.write(`${line}\r\n`);
    let mail: { from: string; to: string[]; data?: string } = { from: "", to: [] };
    let waiting = "";
    const take = (line: string) => {
      if (mail.data !== undefined) {
        if (line !== ".") {
          mail.data += `${line.replace(/^\.\./, ".")}\r\n`;
          return;
        }
        this.mails.push({ ...mail, data: mail.data });
        mail = { from: "", to: [] };
        return say("250 kept");
      }
      const [, address = ""] = /<([^>]*)>/.exec(line) ?? [];
      if (/^(EHLO|HELO|RSET|NOOP)/i.test(line)) return say("250 catcher");
      if (/^MAIL FROM/i.test(line)) {
        mail = { from: address, to: [] };
        return say("250 ok");
      }
      if (/^RCPT TO/i.test(line)) {
        if (address === this.#refused) return say("550 no such box");
        mail.to.push(address);
        return say("250 ok");
      }
      if (/^DATA/i.test(line)) {
        mail.data = "";
        return say("354 go on");
      }
      if (/^QUIT/i.test(line)) {
        say("221 bye");
        return socket.end();
      }
      say("502 unknown");
    };
    say("220 catcher");
    socket.setEncoding("utf8").on("data", (text) => {
      const lines = `${waiting}${text}`.split("\r\n");
      waiting = lines.pop() ?? "";
      for (const line of lines) take(line);
    });
  }
}
