import { expect, it } from 'vitest';
import { freePort, startCommand } from './start-service.ts';

it('plays the sample from the alert to a verified outcome and says that nothing live was touched', {
  timeout: 60_000,
}, async () => {
  const { exit, output } = startCommand(['serve', '--once', '--listen', `127.0.0.1:${await freePort()}`]);

  expect(await exit, output()).toBe(0);
  const text = output();
  expect(text).toContain('config-key-missing: Deployment shop/checkout');
  expect(text).toMatch(/✔ apply .*\n(.*\n)*.*✔ verify .*recovered/);
  expect(text).toContain('demo-approver');
  expect(text).toMatch(/nothing (that runs|live|running) was (touched|changed)/i);
});
