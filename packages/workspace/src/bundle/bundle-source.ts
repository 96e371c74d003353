/** Where the files of a bundle come from: a folder, or an archive that was read into memory. */
export interface BundleSource {
  /** What error messages call it. */
  readonly name: string;
  readonly folder?: string;
  /** Undefined where there is no such file; throws BUNDLE_UNREADABLE where it is a link or longer than `maximumBytes`. */
  text(path: string, maximumBytes: number): string | undefined;
  /** Sorted paths of the regular files below a folder, relative to the bundle. */
  files(folder: string): string[];
}
