import type { Resource } from './resource.ts';

/** `v1` or `apps/v1`. */
export function apiVersion(resource: Resource): string {
  return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}
