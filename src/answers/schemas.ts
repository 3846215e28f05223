import { ProfileAnswer, ProfileQuestion } from './profile.ts';
import { VictimologyAnswer, VictimologyQuestion } from './victimology.ts';
import { VictimsAnswer, VictimsQuestion } from './victims.ts';

/** Question and answer of every use case, by its name. */
export const SCHEMAS = {
  profile: { question: ProfileQuestion, answer: ProfileAnswer },
  victims: { question: VictimsQuestion, answer: VictimsAnswer },
  victimology: { question: VictimologyQuestion, answer: VictimologyAnswer },
} as const;
