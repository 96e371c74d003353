/** An image's name as people speak of it. */
export interface Image {
  /** Without registry, tag and digest, for example `argoproj/workflow-controller`. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  /** The tag; the short digest where there is no tag; absent where there is neither. */
  readonly version?: string;
}

/** Reads an image reference; the first part is a registry where it looks like a host. */
export function readImage(reference: string): Image {
  const [named = '', digest] = reference.split('@');
  const [, withRegistry = named, tag] = /^(.*?)(?::([\w][\w.-]*))?$/.exec(named) ?? [];
  const path = withRegistry.replace(/^(?:[^/]*[.:][^/]*|localhost)\//, '');
  const version = tag ?? digest?.slice(0, 19);
  return { path, name: path.split('/').at(-1) ?? path, ...(version === undefined ? {} : { version }) };
}
