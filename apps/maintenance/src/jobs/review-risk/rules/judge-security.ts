import { readPath } from '@auto-ops/policy';
import { podOf } from '../objects/pod-of.ts';
import { about } from './about.ts';
import type { Finding, ObjectRule } from './rule.ts';

/** Fields of a security context, the value that guards, and the one that does not. */
const guards = [
  ['runAsNonRoot', true],
  ['readOnlyRootFilesystem', true],
  ['allowPrivilegeEscalation', false],
] as const;
const hostFields = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

/** What a pod may do to its node, and as whom it runs. */
export const judgeSecurity: ObjectRule = ({ before, after }) => {
  const pod = podOf(after?.object);
  if (after === undefined || pod === undefined) return [];
  const old = podOf(before?.object);
  const at = (code: string, text: string, ...keys: (string | number)[]): Finding =>
    about(after, code, /^(privileged|host-)/.test(code) ? 'R4' : 'R3', text, ...keys);
  const findings: Finding[] = [];
  for (const field of hostFields) {
    if (pod.spec[field] === true && old?.spec[field] !== true) {
      findings.push(at('host-namespace', `${field}: the pod shares the node's`, ...pod.keys, field));
    }
  }
  const oldPaths = new Set(hostPathsOf(old?.spec));
  for (const path of hostPathsOf(pod.spec)) {
    if (!oldPaths.has(path)) findings.push(at('host-path', `${path} of the node is mounted`, ...pod.keys, 'volumes'));
  }
  const [wasAccount, isAccount] = [old, pod].map((one) => one?.spec.serviceAccountName);
  if (old !== undefined && wasAccount !== isAccount) {
    const text = `ServiceAccount ${String(wasAccount ?? 'default')} → ${String(isAccount ?? 'default')}`;
    findings.push(at('service-account-changed', text, ...pod.keys, 'serviceAccountName'));
  }
  findings.push(
    ...weakened(readPath(old?.spec, 'securityContext'), pod.spec.securityContext, 'the pod', (text, field) =>
      at('security-weakened', text, ...pod.keys, 'securityContext', field),
    ),
  );
  const known = new Map(old?.containers.map((container) => [container.name, container]));
  for (const { name, securityContext = {}, keys } of pod.containers) {
    const was = known.get(name)?.securityContext;
    if (securityContext.privileged === true && was?.privileged !== true) {
      findings.push(
        at('privileged', `${name} may do everything on its node`, ...keys, 'securityContext', 'privileged'),
      );
    }
    findings.push(
      ...weakened(was, securityContext, name, (text, field) =>
        at('security-weakened', text, ...keys, 'securityContext', field),
      ),
    );
  }
  return findings;
};

function weakened(was: unknown, is: unknown, who: string, at: (text: string, field: string) => Finding): Finding[] {
  const findings = guards
    .filter(([field, guard]) => {
      const [old, now] = [readPath(was, field), readPath(is, field)];
      return (now === !guard && old !== !guard) || (old === guard && now !== guard);
    })
    .map(([field]) => at(`${who}: ${field} ${shown(readPath(was, field))} → ${shown(readPath(is, field))}`, field));
  const added = listOf(readPath(is, 'capabilities', 'add')).filter(
    (capability) => !listOf(readPath(was, 'capabilities', 'add')).includes(capability),
  );
  if (added.length > 0) findings.push(at(`${who}: capabilities ${added.join(', ')} are added`, 'capabilities'));
  if (
    listOf(readPath(was, 'capabilities', 'drop')).some(
      (one) => !listOf(readPath(is, 'capabilities', 'drop')).includes(one),
    )
  ) {
    findings.push(at(`${who}: capabilities are no longer dropped`, 'capabilities'));
  }
  const [oldProfile, profile] = [was, is].map((context) => readPath(context, 'seccompProfile', 'type'));
  if (profile !== oldProfile && (profile === 'Unconfined' || profile === undefined)) {
    findings.push(at(`${who}: seccomp profile ${shown(oldProfile)} → ${shown(profile)}`, 'seccompProfile'));
  }
  if (readPath(is, 'runAsUser') === 0 && readPath(was, 'runAsUser') !== 0)
    findings.push(at(`${who} runs as root`, 'runAsUser'));
  return findings;
}

function hostPathsOf(spec: unknown): string[] {
  const volumes = readPath(spec, 'volumes');
  return (Array.isArray(volumes) ? volumes : []).flatMap((volume: unknown) => {
    const path = readPath(volume, 'hostPath', 'path');
    return typeof path === 'string' ? [path] : [];
  });
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function shown(value: unknown): string {
  return value === undefined || value === null ? 'not set' : String(value);
}
