/** The name of a file or a folder: folders of the machine that a report was made on say nothing to its readers. */
export function fileName(path: string): string {
  return path.split(/[/\\]+/u).findLast((part) => part !== '') ?? path;
}
