/** The file's name without folder and extension. A journey is called so where the file does not name it. */
export function fileStem(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.replace(/(\.journey)?\.json$/i, "") || "Journey";
}
