/** Endings of files: `home.html` is a path. */
const fileEndings =
  /\.(?:html?|xhtml|jspx?|php|aspx?|do|action|json|xml|m?js|css|png|jpe?g|gif|svg|webp|ico|pdf|txt|md)$/i;

/** The server that an address without a scheme certainly begins with: it has an ending such as `.com`, a port, or is `localhost`. */
export function serverAtStart(address: string): string | undefined {
  const [, server = "", port = ""] =
    /^((?:[\w-]+\.)*[\w-]+|\[[\da-f:.]+\])(:\d{1,5})?(?=[/?#]|$)/i.exec(address.trim()) ?? [];
  if (server === "" || fileEndings.test(server)) return undefined;
  const isServer = port !== "" || /^localhost$|\.[a-z]{2,}$|^\[|^\d+(?:\.\d+){3}$/i.test(server);
  return isServer ? server + port : undefined;
}

/** Whether a text has the ending of a file. */
export function hasFileEnding(text: string): boolean {
  return fileEndings.test(text);
}
