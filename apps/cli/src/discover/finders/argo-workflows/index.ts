import type { Discovery } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';
import { findWorkloads } from '../../recognise/find-workloads.ts';
import { foundWorkload } from '../../recognise/found-workload.ts';
import { gatewayService } from '../../recognise/gateway-service.ts';
import { workloadKinds } from '../../recognise/workload-kinds.ts';
import { checkController } from './check-controller.ts';
import { controllersIn } from './controllers-in.ts';
import { fitServer } from './fit-server.ts';

/** The controller that runs incidents and the server that wakes and stops them: version, reach, and the address of the server. */
export const finder: Finder = {
  name: 'argo-workflows',
  title: 'Argo Workflows',
  reads: [...workloadKinds, kinds.services],
  follows: (cluster) =>
    controllersIn(cluster).map(({ workload, container }) => ({
      namespace: workload.namespace,
      name:
        container?.words.flatMap((word, index, words) => (word === '--configmap' ? (words[index + 1] ?? []) : []))[0] ??
        'workflow-controller-configmap',
    })),
  find(cluster): Discovery {
    const controllers = controllersIn(cluster);
    const servers = findWorkloads(cluster, { words: /(^|[/\s])argo server(\s|$)/ });
    const commandLines = findWorkloads(cluster, { image: /(^|\/)argocli$/, words: /^server(\s|$)/ });
    const [server] = [...servers, ...commandLines];
    const isComplete = cluster.isComplete(...workloadKinds);
    const runs = gatewayService(cluster).namespace;
    const fitted = server && fitServer(cluster, server);
    return {
      found: [
        ...controllers.map((controller) => foundWorkload(controller, 'Argo Workflows', 'used', 'runs the incidents')),
        ...(server === undefined
          ? []
          : [foundWorkload(server, 'Argo Server', 'used', `wakes and stops runs at ${fitted?.address}`)]),
      ],
      settings: fitted?.settings ?? [],
      patches: fitted?.patches ?? [],
      missing: [
        ...(controllers.length === 0 && isComplete
          ? [
              {
                weight: 'needed' as const,
                what: 'No Argo Workflows',
                next: 'Install Argo Workflows 4.1.2 or newer, controller and server; or run `auto-ops serve`, whose engine needs neither.',
              },
            ]
          : []),
        ...controllers.flatMap((controller) => checkController(cluster, controller, runs)),
        ...(controllers.length > 0 && server === undefined && isComplete
          ? [
              {
                weight: 'needed' as const,
                what: 'Argo Workflows without an Argo Server',
                next: 'Install the Argo Server of the same version with `--auth-mode=client`: an approved run is woken through it.',
              },
            ]
          : []),
        ...(fitted?.missing ?? []),
      ],
    };
  },
};
