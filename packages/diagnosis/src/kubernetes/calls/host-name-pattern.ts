/** A host name or an IPv4 address, as part of a pattern. */
export const hostNamePattern = String.raw`[a-zA-Z0-9](?:[a-zA-Z0-9_-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9_-]*[a-zA-Z0-9])?)*`;
