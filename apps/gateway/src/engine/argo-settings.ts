import { AutoOpsError } from '@auto-ops/contracts';
import type { Config } from '../config.ts';

/** What the argo engine cannot do without. */
export interface ArgoSettings {
  readonly eventsUrl: string;
  readonly eventsToken: string;
  readonly argoServer: string;
  readonly runApiListen: string;
  readonly tls: { readonly certificate: string; readonly key: string } | undefined;
}

/** Checks what is needed together with AUTO_OPS_ENGINE=argo; throws CONFIGURATION_INVALID with every problem at once. */
export function argoSettings(config: Config): ArgoSettings {
  const { eventsUrl, eventsToken, argoServer, runApiListen, runApiCertificate, runApiKey } = config;
  const problems = Object.entries({
    AUTO_OPS_EVENTS_URL: eventsUrl,
    AUTO_OPS_EVENTS_TOKEN: eventsToken,
    AUTO_OPS_ARGO_SERVER: argoServer,
    AUTO_OPS_RUN_API_LISTEN: runApiListen,
  }).flatMap(([name, value]) => (value === undefined ? [`${name}: is not set`] : []));
  if ((runApiCertificate === undefined) !== (runApiKey === undefined)) {
    problems.push('AUTO_OPS_RUN_API_CERTIFICATE and AUTO_OPS_RUN_API_KEY: one is set without the other');
  }
  if (config.bundles !== undefined) {
    problems.push('AUTO_OPS_BUNDLES: recorded incidents are replayed with AUTO_OPS_ENGINE=local only');
  }
  if (
    problems.length > 0 ||
    eventsUrl === undefined ||
    eventsToken === undefined ||
    argoServer === undefined ||
    runApiListen === undefined
  ) {
    throw new AutoOpsError('CONFIGURATION_INVALID', `AUTO_OPS_ENGINE=argo: ${problems.join('; ')}`, {
      data: { problems },
    });
  }
  const tls =
    runApiCertificate === undefined || runApiKey === undefined
      ? undefined
      : { certificate: runApiCertificate, key: runApiKey };
  return { eventsUrl, eventsToken, argoServer, runApiListen, tls };
}
