import type { CauseDefinition } from './cause-definition.ts';

/** Causes of the category `security`. */
export const securityCauses = [
  {
    code: 'certificate-expired',
    category: 'security',
    title: 'Certificate expired',
    meaning: 'A TLS certificate is past its end, so clients refuse it.',
    subject: 'the holder of the certificate: a Secret, an Ingress, a workload or a Component',
    proves:
      'A log line, event or probe that says certificate has expired, or a certificate whose notAfter lies before now.',
    rulesOut: 'A newer certificate is served.',
  },
] as const satisfies readonly CauseDefinition[];
