/** Turns a secret of a class into its tag. */
export type Tagger = (name: string, value: string) => string;
