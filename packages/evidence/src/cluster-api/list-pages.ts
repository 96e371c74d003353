import { AutoOpsError, KubernetesObject } from '@auto-ops/contracts';
import { z } from 'zod';
import { apiVersion } from './api-version.ts';
import type { Listing, ListOptions } from './kubernetes-reader.ts';
import type { Resource } from './resource.ts';
import { resourcePath } from './resource-path.ts';

type Get = (path: string, accept: string) => Promise<string>;

const pageSize = 500;
const defaultMaximum = 10_000;
const metadataAccept = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';
const Page = z.looseObject({
  metadata: z.looseObject({ continue: z.string().optional() }).optional(),
  items: z.array(z.looseObject({})).nullish(),
});

/** Lists page by page, so that neither side holds a large cluster at once; items get the kind and version that lists leave out. */
export async function listPages(get: Get, resource: Resource, options: ListOptions): Promise<Listing> {
  const maximum = options.maximumItems ?? defaultMaximum;
  const items: KubernetesObject[] = [];
  let next = '';
  try {
    do {
      const text = await get(
        pathOf(resource, options, next),
        options.metadataOnly ? metadataAccept : 'application/json',
      );
      const page = Page.parse(JSON.parse(text));
      for (const item of page.items ?? []) items.push(named(item, resource));
      next = page.metadata?.continue ?? '';
    } while (next !== '' && items.length < maximum);
  } catch (error) {
    return partial(items, resource, error);
  }
  if (next === '') return { items, complete: true };
  return { items, complete: false, error: `only the first ${items.length} were read` };
}

function pathOf(resource: Resource, options: ListOptions, next: string): string {
  const query = new URLSearchParams({ limit: String(pageSize) });
  if (options.labelSelector !== undefined) query.set('labelSelector', options.labelSelector);
  if (options.fieldSelector !== undefined) query.set('fieldSelector', options.fieldSelector);
  if (next !== '') query.set('continue', next);
  return `${resourcePath(resource, options.namespace)}?${query}`;
}

/** A list gives its items without kind and version, and metadata alone under the name of the partial kind. */
function named(item: Record<string, unknown>, resource: Resource): KubernetesObject {
  return KubernetesObject.parse({ ...item, apiVersion: apiVersion(resource), kind: resource.kind });
}

/** No connection and no credentials concern every list, so those go up; the rest is the trouble of this kind alone. */
function partial(items: KubernetesObject[], resource: Resource, error: unknown): Listing {
  if (!(error instanceof AutoOpsError)) {
    return { items, complete: false, error: `the answer is not a list: ${(error as Error).message.slice(0, 200)}` };
  }
  if (error.code === 'KUBERNETES_UNREACHABLE' || error.code === 'KUBERNETES_UNAUTHORIZED') throw error;
  const status = error.data.status;
  if (status === 404) return { items, complete: false, error: `the API server does not serve ${resource.kind}` };
  if (status === 403) return { items, complete: false, error: `forbidden: ${error.message}` };
  if (status === 410) return { items, complete: false, error: `the list expired after ${items.length} items` };
  return { items, complete: false, error: error.message };
}
