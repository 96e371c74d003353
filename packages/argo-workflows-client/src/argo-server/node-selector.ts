/** Which suspended nodes are meant: all given fields must be equal. `id` names exactly one. */
export interface NodeSelector {
  readonly id?: string | undefined;
  readonly displayName?: string | undefined;
  readonly templateName?: string | undefined;
}
