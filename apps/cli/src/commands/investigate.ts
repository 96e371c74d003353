import type { CommandCall, CommandDefinition } from '../command/command-definition.ts';
import { diagnoseLive } from '../live/diagnose-live.ts';
import { liveIncident } from '../live/live-incident.ts';
import { liveOptions } from '../live/live-options.ts';
import { questionArgument } from '../live/question-argument.ts';
import { analysisAnswer } from '../output/analysis-answer.ts';
import { formatAnalysis } from '../output/format-analysis.ts';

async function run(call: CommandCall): Promise<undefined> {
  const started = performance.now();
  const incident = liveIncident(call, call.words[0], new Date());
  await diagnoseLive(call, incident, async (analysis) => {
    const milliseconds = { read: Math.round(performance.now() - started), analyse: 0 };
    const answer =
      call.output === 'json'
        ? `${JSON.stringify(analysisAnswer(analysis, milliseconds), null, 2)}\n`
        : formatAnalysis(analysis);
    call.print(answer);
  });
  return undefined;
}

/** Looks at the cluster and says what is wrong; changes nothing. */
export const investigate: CommandDefinition = {
  path: 'investigate',
  summary:
    'Look at the cluster, read-only, and say what is wrong: about an alert, an object, a namespace or a question.',
  arguments: [questionArgument],
  options: liveOptions,
  outputs: ['text', 'json'],
  example: 'auto-ops investigate --target deployment/cart -n shop',
  run,
};
