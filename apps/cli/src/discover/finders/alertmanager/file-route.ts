/** The receiver and the route as `alertmanager.yml` has them. */
export function fileRoute(url: string): string {
  return `route:
  routes:
    - receiver: auto-ops
      continue: true
receivers:
  - name: auto-ops
    webhook_configs:
      - url: ${url}
        send_resolved: true
        http_config:
          authorization:
            type: Bearer
            credentials_file: /etc/alertmanager/auto-ops/token
`;
}
