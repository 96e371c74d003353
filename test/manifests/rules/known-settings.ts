import { stepVariableNames } from '@auto-ops/engine';
import { Config as GatewayConfig } from '../../../apps/gateway/src/config.ts';
import { podsOf } from '../pods-of.ts';
import type { Rule } from '../rule.ts';

const gatewayNames = Object.values(GatewayConfig.shape).map((field) => String(field.meta()?.env));

/** A variable that nobody reads is a typing error that nobody notices. */
export const knownSettings: Rule = {
  title: 'a variable of ours is one that the app reads',
  check: (manifests) => {
    const isKnown = (name: string, app: string | undefined) => {
      const names = app === 'gateway' ? gatewayNames : stepVariableNames;
      return !name.startsWith('AUTO_OPS_') || names.includes(name) || names.includes(name.replace(/_FILE$/, ''));
    };
    const settings = manifests
      .filter(({ kind, metadata }) => kind === 'ConfigMap' && /^auto-ops-[a-z-]+$/.test(metadata.name))
      .flatMap(({ file, metadata, data }) => {
        const app = metadata.name.split('-')[2];
        return Object.keys(data)
          .filter((name) => !isKnown(name, app))
          .map((name) => `${file}: ${name}`);
      });
    const variables = podsOf(manifests).flatMap(({ place, container, manifest }) => {
      const image = /^auto-ops\/([a-z]+):/.exec(container.image)?.[1];
      const app = image === 'gateway' && manifest.kind === 'WorkflowTemplate' ? 'intake' : image;
      return (container.env ?? [])
        .filter(({ name }: { name: string }) => !isKnown(name, app))
        .map(({ name }: { name: string }) => `${place}: ${name}`);
    });
    return [...settings, ...variables];
  },
};
