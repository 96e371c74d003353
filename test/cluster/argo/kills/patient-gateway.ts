import type { Cluster } from '../cluster.ts';
import { type Gateway, openGateway } from '../gateway.ts';

/** Calls the gateway, through a new way wherever the present one is gone. */
export function patientGateway(cluster: Cluster) {
  let open: Promise<Gateway> | undefined;
  return async <T>(call: (gateway: Gateway) => Promise<T>): Promise<T> => {
    for (const end = performance.now() + 180_000; ; ) {
      open ??= openGateway(cluster);
      const present = open;
      try {
        return await call(await present);
      } catch (error) {
        // An answer is an answer, also a bad one; where there is none somebody has opened another way, or we do.
        if (/answered 4\d\d/.test((error as Error).message) || performance.now() > end) throw error;
        if (open === present) open = undefined;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  };
}
