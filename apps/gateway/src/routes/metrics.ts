import { DeadLetter, DeadLetterOutcome, MaintenanceJob, Report } from '@auto-ops/contracts';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { IncidentState } from '../store/incident-record.ts';
import type { Route } from './route.ts';

const states: readonly IncidentState[] = ['queued', 'investigating', 'waiting', 'applying', 'ended'];

function secondsOf(time: string | undefined): number {
  return time === undefined ? 0 : Date.parse(time) / 1000;
}

/** `/metrics`: accepted = filtered + grouped + started + quarantined + pending always holds; every series exists from the start. */
export const metrics: Route = (server, { store, controller, now }) => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'auto_ops_deliveries',
    help: 'Deliveries by state; `accepted` is their sum.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const [state, count] of Object.entries(store.journal.counts())) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'auto_ops_incidents',
    help: 'Incidents by state.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const state of states) this.set({ state }, store.incidents.countOf(state));
    },
  });
  new Gauge({
    name: 'auto_ops_runs_ended',
    help: 'Runs with a report, by how they ended.',
    labelNames: ['ending'],
    registers: [registry],
    collect() {
      const counts = store.reports.endings();
      for (const ending of Report.shape.ending.options) this.set({ ending }, counts.get(ending) ?? 0);
    },
  });
  new Gauge({
    name: 'auto_ops_oldest_queued_seconds',
    help: 'How long the incident that has waited longest waits for its run; 0 where none waits.',
    registers: [registry],
    collect() {
      const oldest = store.incidents.queued().map(({ incident }) => Date.parse(incident.createdAt));
      this.set(oldest.length === 0 ? 0 : (Date.parse(now()) - Math.min(...oldest)) / 1000);
    },
  });
  new Gauge({
    name: 'auto_ops_controller_age_seconds',
    help: 'Time since deliveries, runs and decisions were last compared without a failure; more than a minute means that runs do not go on.',
    registers: [registry],
    collect() {
      this.set((Date.parse(now()) - Date.parse(controller.lastLook())) / 1000);
    },
  });
  new Gauge({
    name: 'auto_ops_heartbeat_timestamp_seconds',
    help: 'When a heartbeat last reported; 0 before the first. It says that schedule, step and run API work.',
    registers: [registry],
    collect() {
      this.set(secondsOf(store.maintenance.last('heartbeat', 'done')?.endedAt));
    },
  });
  new Gauge({
    name: 'auto_ops_failing_health_checks',
    help: 'Health checks that failed when they were last looked at.',
    registers: [registry],
    collect() {
      this.set(store.failingChecks.all().size);
    },
  });
  new Gauge({
    name: 'auto_ops_maintenance_last_success_timestamp_seconds',
    help: 'When a job of maintenance last handed in a result; 0 before the first.',
    labelNames: ['job'],
    registers: [registry],
    collect() {
      for (const job of MaintenanceJob.options)
        this.set({ job }, secondsOf(store.maintenance.last(job, 'done')?.endedAt));
    },
  });
  new Gauge({
    name: 'auto_ops_dead_letters_total',
    help: 'Events that a Sensor gave up, and what was found: a duplicate needs nothing, the rest was repaired or is unknown.',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
    collect() {
      for (const kind of DeadLetter.shape.kind.options)
        for (const outcome of DeadLetterOutcome.options) this.set({ kind, outcome }, 0);
      for (const { kind, outcome, letters } of store.deadLetters.counts()) this.set({ kind, outcome }, letters);
    },
  });
  server.route({
    method: 'GET',
    url: '/metrics',
    schema: { summary: 'Metrics for Prometheus', tags: ['operation'] },
    handler: async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  });
};
