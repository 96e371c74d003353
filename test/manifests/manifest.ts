/** One document of a manifest file; its fields are looked at by the rules. */
// biome-ignore lint/suspicious/noExplicitAny: a rule says itself what it expects where.
export type Manifest = Record<string, any> & { readonly file: string };
