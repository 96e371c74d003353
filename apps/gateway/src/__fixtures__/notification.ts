/** The body of an Alertmanager notification about one pod. */
export function notification(over: { status?: 'firing' | 'resolved'; startsAt?: string; labels?: Record<string, string> } = {}) {
  const { status = 'firing', startsAt = '2026-11-21T10:00:00Z', labels = {} } = over;
  return {
    version: '4',
    status,
    receiver: 'auto-ops',
    alerts: [
      {
        status,
        labels: { alertname: 'KubePodCrashLooping', namespace: 'shop', deployment: 'cart', severity: 'critical', ...labels },
        annotations: { summary: 'crash' },
        startsAt,
        endsAt: status === 'resolved' ? '2026-11-21T10:30:00Z' : '0001-01-01T00:00:00Z',
      },
    ],
  };
}
