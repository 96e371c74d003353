import type { MaintenanceSubject, Signal } from '@auto-ops/contracts';
import type { Command } from './command.ts';
import type { Origin } from './origin.ts';

/** What a delivery means; whether anything follows from it is not the connector's to say. */
export type Meaning =
  | {
      readonly kind: 'signal';
      readonly signal: Signal;
      readonly origin?: Origin;
      /** Logins of who asked: none of them may approve what comes of it. */
      readonly askers?: readonly string[];
    }
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly origin: Origin;
      /** Login of who wrote it, and the forge's number of that account. */
      readonly author: string;
      readonly authorId?: number | undefined;
      /** The forge's number of what was written: it commands once. */
      readonly comment: number;
      /** The issue it was written in, as the report that `investigate` asks for. */
      readonly report: Signal;
      readonly askers: readonly string[];
    }
  | {
      readonly kind: 'maintenance';
      readonly job: 'reindex' | 'review-risk';
      readonly subject: MaintenanceSubject;
      readonly origin: Origin;
    }
  | { readonly kind: 'nothing'; readonly reason: string };
