import { expect, test } from 'vitest';
import { bundleOf } from '../__fixtures__/bundle-of.ts';
import { diagnose } from '../diagnose.ts';

// Names that every object of JavaScript has by itself.
test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
  'a kind, a name, labels and a question that say %s are taken as text',
  (name) => {
    const labels = Object.fromEntries([
      [name, name],
      ['workload_type', name],
      ['workload', name],
    ]);
    const object = { apiVersion: 'v1', kind: name, metadata: { name, namespace: 'shop', labels } };
    const question = `is ${name}/shop/${name} broken?`;
    const alerts = [{ name, labels, severity: name }];

    const analysis = diagnose(bundleOf(object, { question, alerts }));

    expect(JSON.stringify(analysis)).not.toContain('native code');
  },
);
