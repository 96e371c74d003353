import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { discoverIn } from '../../__fixtures__/discover-in.ts';
import { object } from '../../__fixtures__/object.ts';
import { service } from '../../__fixtures__/service.ts';
import { workload } from '../../__fixtures__/workload.ts';

const image = 'quay.io/prometheus/alertmanager:v0.28.1';
const byFile = workload('monitoring/alertmanager', image, { kind: 'StatefulSet', configMaps: ['alertmanager'] });
const settings = (text: string) =>
  object('v1', 'ConfigMap', 'monitoring/alertmanager', { data: { 'alertmanager.yml': text } });
const byOperator = workload('monitoring/alertmanager-main', image, { kind: 'StatefulSet' });
const operated = object('monitoring.coreos.com/v1', 'Alertmanager', 'monitoring/main', {
  spec: { alertmanagerConfigSelector: { matchLabels: { team: 'platform' } } },
});
const gateway = {
  ...service('ops/gw', 80),
  metadata: {
    namespace: 'ops',
    name: 'gw',
    labels: { 'app.kubernetes.io/part-of': 'auto-ops', 'app.kubernetes.io/component': 'gateway' },
  },
  spec: { selector: { app: 'gw' }, ports: [{ port: 80, name: 'http' }] },
};

it('says nothing of an Alertmanager that has the route', async () => {
  const withRoute = settings('receivers: [{webhook_configs: [{url: http://gw/hooks/alertmanager}]}]');
  const config = object('monitoring.coreos.com/v1alpha1', 'AlertmanagerConfig', 'monitoring/auto-ops', {
    spec: { receivers: [{ webhookConfigs: [{ url: 'http://gw/hooks/alertmanager' }] }] },
  });

  expect((await discoverIn([byFile, withRoute], 'alertmanager')).missing).toEqual([]);
  expect((await discoverIn([byOperator, operated, config], 'alertmanager')).missing).toEqual([]);
});

it('gives the route to the gateway that was found, as alertmanager.yml has it', async () => {
  const { found, missing } = await discoverIn([byFile, settings('route: {receiver: mail}'), gateway], 'alertmanager');

  expect(found).toMatchObject([{ what: 'Alertmanager', version: 'v0.28.1', use: 'used' }]);
  expect(missing).toMatchObject([{ weight: 'needed', what: expect.stringContaining('has no route to the gateway') }]);
  expect(parse(missing[0]?.snippet ?? '')).toMatchObject({
    route: { routes: [{ receiver: 'auto-ops', continue: true }] },
    receivers: [
      { name: 'auto-ops', webhook_configs: [{ url: 'http://gw.ops.svc/hooks/alertmanager', send_resolved: true }] },
    ],
  });
});

it('gives an AlertmanagerConfig that the operator selects, and says that it cannot see the settings', async () => {
  const { missing } = await discoverIn([byOperator, operated], 'alertmanager');
  const [, document = ''] = /<<'END'\n([\s\S]*)\nEND\n/.exec(missing[0]?.snippet ?? '') ?? [];

  expect(missing).toMatchObject([
    { weight: 'advised', what: expect.stringContaining('in a Secret, which is not read') },
  ]);
  expect(parse(document)).toMatchObject({
    kind: 'AlertmanagerConfig',
    metadata: { namespace: 'monitoring', labels: { team: 'platform' } },
    spec: {
      receivers: [{ webhookConfigs: [{ url: 'http://auto-ops-gateway.auto-ops.svc/hooks/alertmanager' }] }],
    },
  });
  expect(document).toContain('Only alerts with the label namespace="monitoring" go through');
});

it('says how to get alerts in where there is no Alertmanager', async () => {
  const { missing } = await discoverIn([], 'alertmanager');

  expect(missing).toMatchObject([
    { weight: 'advised', what: expect.stringContaining('nothing opens incidents by itself') },
  ]);
});
