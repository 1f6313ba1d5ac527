import { spawn } from "node:child_process";

/** The program of each system that shows an address in the user's browser. */
const openers: { readonly [platform: string]: readonly string[] } = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", '""'],
};

/** Shows an address in the user's browser; false where none can be started. The browser outlives this program. */
export function openBrowser(address: string, platform: string = process.platform): Promise<boolean> {
  const [program = "", ...before] = openers[platform] ?? ["xdg-open"];
  return new Promise((resolve) => {
    const opener = spawn(program, [...before, address], {
      stdio: "ignore",
      detached: true,
      windowsVerbatimArguments: true,
    });
    opener.once("error", () => resolve(false));
    opener.once("exit", (status) => resolve(status === 0));
    opener.unref();
  });
}
