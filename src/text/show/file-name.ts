/** The name of a file or a folder without those that it lies in, which say nothing to readers on another machine. */
export function fileName(path: string): string {
  return path.split(/[/\\]+/u).findLast((part) => part !== '') ?? path;
}
