import { expect, test } from 'vitest';
import { parseImage } from './parse-image.ts';

test.each([
  ['cart', { registry: 'docker.io', repository: 'library/cart', tag: 'latest' }],
  ['shop/cart:2', { registry: 'docker.io', repository: 'shop/cart', tag: '2' }],
  ['127.0.0.1:5000/shop/cart:2.5', { registry: '127.0.0.1:5000', repository: 'shop/cart', tag: '2.5' }],
  ['ghcr.io/a/b@sha256:00', { registry: 'ghcr.io', repository: 'a/b', tag: undefined, digest: 'sha256:00' }],
])('%s', (image, expected) => {
  expect(parseImage(image)).toMatchObject(expected);
});
