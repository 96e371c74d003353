/** A Workflow made of a WorkflowTemplate: the only kind this client creates. */
export interface NewWorkflow {
  readonly name: string;
  /** Name of the WorkflowTemplate. */
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** The template's own where absent. */
  readonly entrypoint?: string | undefined;
}
