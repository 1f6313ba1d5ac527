/** The file's name without folder and extension: what a journey is called where nothing in the file says it. */
export function fileStem(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.replace(/(\.journey)?\.json$/i, "") || "Journey";
}
