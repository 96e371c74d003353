/** The body that Alertmanager posts when everything in an earlier one is resolved. */
export function resolvedBody(body: object): object {
  const { alerts, ...rest } = body as { alerts: object[] };
  const endsAt = new Date().toISOString();
  return { ...rest, status: 'resolved', alerts: alerts.map((one) => ({ ...one, status: 'resolved', endsAt })) };
}
