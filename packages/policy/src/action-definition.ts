import type { ActionClass, Edit, JsonValue, KubernetesObject } from '@auto-ops/contracts';
import type { z } from 'zod';

/** One operation of a JSON Patch (RFC 6902). */
export type PatchOperation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: string; readonly value: JsonValue }
  | { readonly op: 'remove'; readonly path: string };

/** What an action does, as data: the actuator sends exactly this. */
export type ActionChange =
  | { readonly method: 'patch'; readonly operations: readonly PatchOperation[] }
  | { readonly method: 'delete' }
  | { readonly method: 'edit'; readonly edits: readonly Edit[] };

/** Something related to the target that an action's change depends on, for example its ReplicaSets. */
export interface Related {
  readonly objects: readonly KubernetesObject[];
}

/** A live object as the API returns it. */
export type LiveObject = KubernetesObject & Readonly<Record<string, unknown>>;

/** A quantity that an action changes, so that policy can bound how far it rises. */
export interface QuantityChange {
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * One folder below `actions/`, found by the generated registry. Everything in it is pure: it turns an object and arguments into
 * data and never acts. `Arguments` are validated by the schema before any other member sees them.
 */
export interface ActionDefinition<Arguments = unknown> {
  readonly type: string;
  readonly title: string;
  /** What `change` always is, so that the rights it needs can be told without an object. */
  readonly method: ActionChange['method'];
  /** Whether it stops running pods of its target, be it one after the other: then the last replica and disruption budgets count. */
  readonly disruptsPods: boolean;
  /** `apiVersion/kind` the action can be about, for example `apps/v1/Deployment`. */
  readonly targets: readonly string[];
  readonly arguments: z.ZodType<Arguments>;
  /** The class before context escalates it, with the reason where the arguments matter. */
  classify(
    object: LiveObject | undefined,
    input: Arguments,
    related?: Related,
  ): { readonly class: ActionClass; readonly reasons: readonly string[] };
  /** Kinds to list in the target's namespace before `change` can be computed, for example `apps/v1/ReplicaSet`. */
  readonly needs?: readonly string[];
  /** The change that reaches the aim from this object; throws `TARGET_CHANGED` where it no longer makes sense. */
  change(object: LiveObject | undefined, input: Arguments, related: Related): ActionChange;
  /** Type and arguments of the action that takes it back from the state before; absent where nothing does. */
  undo(
    before: LiveObject | undefined,
    input: Arguments,
    related: Related,
  ): { readonly type: string; readonly arguments: Readonly<Record<string, JsonValue>> } | undefined;
  /** The quantities it changes, where it changes any. */
  quantities?(before: LiveObject, input: Arguments): readonly QuantityChange[];
  /** One line for people: what it will do to this target. */
  describe(input: Arguments): string;
}
