import { ListAnswer, ListQuestion } from './list.ts';
import { SearchAnswer, SearchQuestion } from './search.ts';
import { ShowAnswer, ShowQuestion } from './show.ts';
import { SourcesAnswer, SourcesQuestion } from './sources.ts';
import { StatusAnswer, StatusQuestion } from './status.ts';
import { ProfileAnswer, ProfileQuestion } from './profile.ts';
import { VictimologyAnswer, VictimologyQuestion } from './victimology.ts';
import { VictimsAnswer, VictimsQuestion } from './victims.ts';

/** Question and answer of every use case, by its name. */
export const SCHEMAS = {
  status: { question: StatusQuestion, answer: StatusAnswer },
  sources: { question: SourcesQuestion, answer: SourcesAnswer },
  list: { question: ListQuestion, answer: ListAnswer },
  show: { question: ShowQuestion, answer: ShowAnswer },
  search: { question: SearchQuestion, answer: SearchAnswer },
  profile: { question: ProfileQuestion, answer: ProfileAnswer },
  victims: { question: VictimsQuestion, answer: VictimsAnswer },
  victimology: { question: VictimologyQuestion, answer: VictimologyAnswer },
} as const;
