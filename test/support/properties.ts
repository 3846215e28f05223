import fc from 'fast-check';
import { runs } from './runs.ts';

// Properties that say nothing else.
fc.configureGlobal(runs(40));
