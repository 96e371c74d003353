import type { Template } from '../../template/template.ts';

/** What a new node is made of. */
export interface NodeSeed {
  readonly id: string;
  readonly displayName: string;
  readonly template: Template;
  readonly parent?: string | undefined;
  readonly inputs?: Readonly<Record<string, string>>;
}
