import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";

/** A fixed time, so that the same files give the same bytes. */
const mtime = new Date(1980, 0, 1);

/**
 * The `.vsix` of an extension: a zip with its files in `extension/`, a manifest of the marketplaces, and the media types of
 * its files, as the Open Packaging Conventions want them.
 *
 * @param {string} folder the extension, with all that it needs
 * @returns {Uint8Array} the same bytes for the same files
 */
export function packVsix(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const text = new TextEncoder();
  return zipSync(
    {
      "[Content_Types].xml": text.encode(contentTypes(files)),
      "extension.vsixmanifest": text.encode(vsixManifest(manifest)),
      ...Object.fromEntries(
        files.map((file) => [`extension/${file}`, new Uint8Array(readFileSync(join(folder, file)))]),
      ),
    },
    { mtime, level: 9 },
  );
}

const mediaTypes = {
  cjs: "application/javascript",
  css: "text/css",
  js: "application/javascript",
  json: "application/json",
  md: "text/markdown",
  mjs: "application/javascript",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  vsixmanifest: "text/xml",
  wasm: "application/wasm",
};

function contentTypes(files) {
  // A licence may have no extension; such files have no media type.
  const extensions = new Set(["vsixmanifest", ...files.flatMap((file) => /\.(\w+)$/.exec(file)?.[1] ?? [])]);
  const types = [...extensions].sort().map((extension) => {
    if (!Object.hasOwn(mediaTypes, extension)) throw new Error(`No media type is known for .${extension}`);
    return `<Default Extension=".${extension}" ContentType="${mediaTypes[extension]}"/>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types.join("")}</Types>
`;
}

function vsixManifest({
  name,
  displayName,
  description,
  version,
  publisher,
  categories,
  keywords,
  icon,
  engines,
  galleryBanner,
}) {
  const asset = (type, path) =>
    `    <Asset Type="Microsoft.VisualStudio.${type}" Path="extension/${path}" Addressable="true"/>`;
  const property = (id, value) => `      <Property Id="Microsoft.VisualStudio.${id}" Value="${escaped(value)}"/>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}"/>
    <DisplayName>${escaped(displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(description)}</Description>
    <Tags>${escaped([...keywords, "journey", "__ext_journey", "__web_extension"].join(","))}</Tags>
    <Categories>${escaped(categories.join(","))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
${[
  property("Code.Engine", engines.vscode),
  property("Code.ExtensionDependencies", ""),
  property("Code.ExtensionPack", ""),
  property("Code.ExtensionKind", "workspace,web"),
  property("Code.LocalizedLanguages", ""),
  property("Code.EnabledApiProposals", ""),
  property("Code.ExecutesCode", "true"),
  property("Services.Branding.Color", galleryBanner.color),
  property("Services.Branding.Theme", galleryBanner.theme),
  property("Services.GitHubFlavoredMarkdown", "true"),
  property("Services.Content.Pricing", "Free"),
].join("\n")}
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/${icon}</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
${[
  asset("Code.Manifest", "package.json"),
  asset("Services.Content.Details", "README.md"),
  asset("Services.Content.License", "LICENSE.txt"),
  asset("Services.Icons.Default", icon),
].join("\n")}
  </Assets>
</PackageManifest>
`;
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
