import { Mention } from '../explanation/mention.ts';
import { as, list, shape, text, type Of } from '../schema.ts';

const LogSource = shape('LogSource', 'A log in which to look.', {
  name: text('its name, e.g. `WinEventLog:Security`'),
  channel: text('what to look for in it, e.g. `EventCode=4688`'),
  component: text('name of the data component that it provides'),
});

export const Analytic = shape(
  'Analytic',
  'One way to carry out a detection strategy: on which platforms, and in which logs to look.',
  {
    analytic: as(Mention, 'the analytic'),
    platforms: list(text('a platform'), 'what it is for, as its source has it'),
    description: text('what it looks for; empty where its source does not say'),
    logSources: list(LogSource, 'where it looks'),
    tuning: list(
      shape('AnalyticTuning', 'What of an analytic is to be set for each environment.', {
        field: text('its name, e.g. `TimeWindow`; empty where its source does not say'),
        description: text('what to set'),
      }),
      'what to set where it is used',
    ),
  },
);
export type Analytic = Of<typeof Analytic>;
