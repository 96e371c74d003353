/** The parts of an image reference. */
export interface ImageReference {
  readonly registry: string;
  readonly repository: string;
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
}

/** Reads an image reference the way container runtimes do: `cart` is `docker.io/library/cart:latest`. */
export function parseImage(image: string): ImageReference {
  const [name = '', digest] = image.split('@', 2);
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const isRegistry = /[.:]/.test(first) || first === 'localhost';
  const path = isRegistry ? name.slice(slash + 1) : name;
  const colon = path.lastIndexOf(':');
  const repository = colon < 0 ? path : path.slice(0, colon);
  return {
    registry: isRegistry ? first : 'docker.io',
    repository: !isRegistry && slash < 0 ? `library/${repository}` : repository,
    tag: colon < 0 ? (digest === undefined ? 'latest' : undefined) : path.slice(colon + 1),
    digest,
  };
}
