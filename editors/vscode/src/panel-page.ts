import { Uri, type Webview } from "vscode";

/** The frame of a panel's page: it may run one script of the extension, `NAME.js`, and load nothing else. */
export function panelPage(webview: Webview, extensionUri: Uri, name: string): string {
  const file = (extension: string) => webview.asWebviewUri(Uri.joinPath(extensionUri, "pages", `${name}.${extension}`));
  // The style of a picture stands in the picture.
  const policy = `default-src 'none'; style-src ${webview.cspSource} 'unsafe-inline'; script-src ${webview.cspSource}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${file("css")}">
</head>
<body>
<script type="module" src="${file("js")}"></script>
</body>
</html>`;
}
