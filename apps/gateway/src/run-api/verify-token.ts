import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import type { KubernetesApi } from '@auto-ops/argo-workflows-client';
import { z } from 'zod';
import type { TokenClaims } from './token-claims.ts';

const Keys = z.object({ keys: z.array(z.looseObject({ kid: z.string().optional() })) });
const Header = z.object({ alg: z.enum(['RS256', 'ES256']), kid: z.string() });
const Payload = z.object({
  sub: z.string(),
  aud: z.array(z.string()),
  exp: z.number(),
  nbf: z.number().default(0),
  'kubernetes.io': z.object({ pod: z.object({ name: z.string(), uid: z.string() }).optional() }),
});

/**
 * Verifies a ServiceAccount token by the public keys of the cluster, for an installation without the cluster-wide right to ask for a review:
 * signature, audience, time. Whether the pod is still there is for the caller to look up. Undefined where it does not hold; throws KUBERNETES_*.
 */
export async function verifyToken(
  kubernetes: KubernetesApi,
  token: string,
  audience: string,
  now: number,
): Promise<TokenClaims | undefined> {
  const [head = '', body = '', signature = ''] = token.split('.');
  const header = decode(Header, head);
  const payload = decode(Payload, body);
  if (header === undefined || payload === undefined) return undefined;
  const found = await kubernetes.read(Keys, '/openid/v1/jwks');
  const jwk = found?.keys.find(({ kid }) => kid === header.kid);
  if (jwk === undefined) return undefined;
  const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
  // The algorithm has to be that of the key, whatever the token says of itself.
  if (key.asymmetricKeyType !== (header.alg === 'RS256' ? 'rsa' : 'ec')) return undefined;
  const signed = Buffer.from(`${head}.${body}`);
  const isGenuine = verify(
    'sha256',
    signed,
    { key, ...(header.alg === 'ES256' ? { dsaEncoding: 'ieee-p1363' as const } : {}) },
    Buffer.from(signature, 'base64url'),
  );
  const seconds = now / 1000;
  if (!isGenuine || !payload.aud.includes(audience) || payload.exp <= seconds || payload.nbf > seconds + 60) {
    return undefined;
  }
  return { username: payload.sub, pod: payload['kubernetes.io'].pod };
}

function decode<Schema extends z.ZodType>(schema: Schema, part: string): z.infer<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
