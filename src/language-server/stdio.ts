import { createConnection } from "vscode-languageserver/node";
import { machineHost } from "../project/machine-host.js";
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
  serve(createConnection(process.stdin, process.stdout), host);
  return new Promise(() => undefined);
}
