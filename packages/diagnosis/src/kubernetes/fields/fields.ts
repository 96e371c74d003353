/** A JSON object whose members are not known. */
export type Fields = Readonly<Record<string, unknown>>;
