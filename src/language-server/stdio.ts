import { createConnection, StreamMessageWriter } from "vscode-languageserver/node";
import { machineHost } from "../project/machine-host.js";
import { messageChecks } from "./message-checks.js";
import { serve } from "./serve.js";
import type { ServerHost } from "./session.js";

/** What the command line knows. */
export interface StdioOptions extends Pick<ServerHost, "version" | "pageOf"> {
  /** Whether a configuration that is code may be run. */
  readonly runsConfigurationCode: boolean;
}

/** Serves one client on standard input and output, until it says `exit` or is gone; then the process ends. */
export function serveOnStdio({ runsConfigurationCode, ...options }: StdioOptions): Promise<never> {
  const { files, importModule } = machineHost(process.cwd());
  const host: ServerHost = { ...options, files, importModule: runsConfigurationCode ? importModule : undefined };
  const writer = new StreamMessageWriter(process.stdout);
  // The library takes a stream with a writer, and ends with the stream then; its types do not say so.
  const output = writer as unknown as NodeJS.WritableStream;
  serve(createConnection(process.stdin, output, { messageStrategy: messageChecks(writer) }), host);
  return new Promise(() => undefined);
}
