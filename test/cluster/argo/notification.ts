interface Alert {
  readonly status: string;
  readonly labels: Record<string, string>;
  readonly annotations?: Record<string, string>;
  readonly startsAt: string;
}

/** The body that Alertmanager posts for one alert. */
export function notification(alert: Alert): object {
  const { alertname = '', namespace = '' } = alert.labels;
  return {
    version: '4',
    groupKey: `{}:{alertname="${alertname}"}`,
    truncatedAlerts: 0,
    status: alert.status,
    receiver: 'auto-ops',
    groupLabels: { alertname, namespace },
    commonLabels: alert.labels,
    commonAnnotations: alert.annotations ?? {},
    externalURL: 'http://alertmanager.example:9093',
    alerts: [
      {
        status: alert.status,
        labels: alert.labels,
        annotations: alert.annotations ?? {},
        startsAt: alert.startsAt,
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: 'http://prometheus.example:9090/graph',
        fingerprint: '5f2c9d1e7a3b4c60',
      },
    ],
  };
}
