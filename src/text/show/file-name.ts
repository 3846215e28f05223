/** The name of a file: folders of the machine that a report was made on say nothing to its readers. */
export function fileName(path: string): string {
  return path.split(/[/\\]/u).at(-1) ?? path;
}
