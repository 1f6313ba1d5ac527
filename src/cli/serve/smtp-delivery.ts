import { createTransport, type SendMailOptions } from "nodemailer";
import type { Message } from "../../runtime/world/outbox.js";
import type { ServerAddress } from "./start-server.js";

/** Hands mails to an SMTP server. */
export interface SmtpDelivery {
  /** Rejects where the server is not there or refuses the mail. */
  readonly deliver: (mail: Message) => Promise<void>;
  readonly close: () => void;
}

/** A server that does not answer for so long is not there, in milliseconds. */
const patience = 5000;

/**
 * Hands mails to the server at an address. Catchers take them without encryption and without a password; connections are kept for the
 * next mail.
 */
export function smtpDelivery(
  { host, port }: ServerAddress,
  onProblem: (mail: Message, problem: string) => void,
): SmtpDelivery {
  const transport = createTransport({
    host,
    port,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 2,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  return {
    async deliver(mail) {
      try {
        await transport.sendMail(mailOf(mail));
      } catch (error) {
        onProblem(mail, error instanceof Error ? error.message : String(error));
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** The sender of mails that name none. */
const usualSender = "noreply@localhost";

function mailOf({ to, from, subject, template, text, resumeUri, at }: Message): SendMailOptions {
  const content = text ?? resumeUri ?? "";
  const isHtml = /<[a-z][^>]*>/i.test(content);
  return {
    to: { name: "", address: to },
    // A sender that is a placeholder of the tenant is no address.
    from: from?.includes("@") === true ? from : usualSender,
    subject: subject ?? template ?? "",
    date: new Date(at),
    ...(isHtml ? { html: content } : { text: content }),
    // Texts of journeys name no files and no addresses to be read here.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
