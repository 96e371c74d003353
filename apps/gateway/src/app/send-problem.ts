import { AutoOpsError } from '@auto-ops/contracts';
import { asAutoOpsError } from '@auto-ops/runtime';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Problem } from './problem-document.ts';

function translated(error: FastifyError): { failure: AutoOpsError; errors?: NonNullable<Problem['errors']> } {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      pointer: issue.instancePath || '/',
      detail: issue.message ?? 'invalid',
    }));
    const first = errors[0];
    return {
      failure: new AutoOpsError('REQUEST_INVALID', `${first?.pointer ?? '/'}: ${first?.detail ?? 'invalid'}`),
      errors,
    };
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return { failure: new AutoOpsError('REQUEST_TOO_LARGE', 'the body is larger than AUTO_OPS_MAX_BODY_BYTES allows') };
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return { failure: new AutoOpsError('REQUEST_UNSUPPORTED', error.message) };
  if (error.statusCode === 400)
    return { failure: new AutoOpsError('REQUEST_INVALID', error.message, { cause: error }) };
  return { failure: asAutoOpsError(error) };
}

/** Answers with a Problem; what a defect says stays in the log. */
export function sendProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { failure, errors } = translated(error);
  const isInternal = failure.http >= 500 && failure.exit !== 75;
  if (isInternal) request.log.error({ err: error }, 'request failed');
  if (failure.http === 503) reply.header('retry-after', '5');
  const problem: Problem = {
    type: `urn:auto-ops:error:${failure.code.toLowerCase().replaceAll('_', '-')}`,
    title: failure.code,
    status: failure.http,
    detail: isInternal ? 'the gateway failed; its log has the request' : failure.message,
    instance: String(request.id),
    code: failure.code,
    hint: failure.hint,
    ...(errors === undefined ? {} : { errors }),
  };
  reply.code(failure.http).type('application/problem+json').serializer(JSON.stringify).send(problem);
}
