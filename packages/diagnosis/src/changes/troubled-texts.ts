import type { Signals } from '../signals/read-signals.ts';
import type { View } from '../view.ts';

/** Texts that speak of the trouble, each with its weight: errors in logs and spans, metrics that moved, the alerts. */
export function troubledTexts(
  view: View,
  signals: Signals,
): readonly { readonly text: string; readonly weight: number }[] {
  return [
    ...signals.logs.filter(({ isError }) => isError).map(({ text }) => ({ text, weight: 1 })),
    ...signals.logs
      .filter(({ isError }) => !isError)
      .map(({ text, isTrouble }) => ({ text, weight: isTrouble ? 0.8 : 0.4 })),
    ...signals.spans.map(({ text }) => ({ text, weight: 1 })),
    ...signals.metrics.map(({ name }) => ({ text: name, weight: 0.8 })),
    ...view.alerts.map((alert) => ({
      text: [alert.name, alert.summary, alert.description, alert.labels.metric].filter(Boolean).join(' '),
      weight: 0.7,
    })),
  ];
}
