import { DiffAnswer, DiffQuestion } from './diff.ts';
import { TimelineAnswer, TimelineQuestion } from './timeline.ts';
import { AliasesAnswer, AliasesQuestion } from './aliases.ts';
import { AssertionsAnswer, AssertionsQuestion } from './assertions.ts';
import { GroupsAnswer, GroupsQuestion } from './groups.ts';
import { CompareAnswer, CompareQuestion } from './compare.ts';
import { OverlapAnswer, OverlapQuestion } from './overlap.ts';
import { ListAnswer, ListQuestion } from './list.ts';
import { SearchAnswer, SearchQuestion } from './search.ts';
import { ShowAnswer, ShowQuestion } from './show.ts';
import { SourcesAnswer, SourcesQuestion } from './sources.ts';
import { StatusAnswer, StatusQuestion } from './status.ts';
import { DetectionsAnswer, DetectionsQuestion } from './detections.ts';
import { MitigationsAnswer, MitigationsQuestion } from './mitigations.ts';
import { PrevalenceAnswer, PrevalenceQuestion } from './prevalence.ts';
import { TechniquesAnswer, TechniquesQuestion } from './techniques.ts';
import { LayerCombineAnswer, LayerCombineQuestion } from './layer-combine.ts';
import { LayerRenderAnswer, LayerRenderQuestion } from './layer-render.ts';
import { LayerAnswer, LayerQuestion } from './layer.ts';
import { ProfileAnswer, ProfileQuestion } from './profile.ts';
import { VictimologyAnswer, VictimologyQuestion } from './victimology.ts';
import { VictimsAnswer, VictimsQuestion } from './victims.ts';

/** Question and answer of every use case, by its name. */
export const SCHEMAS = {
  groups: { question: GroupsQuestion, answer: GroupsAnswer },
  aliases: { question: AliasesQuestion, answer: AliasesAnswer },
  assertions: { question: AssertionsQuestion, answer: AssertionsAnswer },
  status: { question: StatusQuestion, answer: StatusAnswer },
  sources: { question: SourcesQuestion, answer: SourcesAnswer },
  list: { question: ListQuestion, answer: ListAnswer },
  show: { question: ShowQuestion, answer: ShowAnswer },
  search: { question: SearchQuestion, answer: SearchAnswer },
  profile: { question: ProfileQuestion, answer: ProfileAnswer },
  victims: { question: VictimsQuestion, answer: VictimsAnswer },
  victimology: { question: VictimologyQuestion, answer: VictimologyAnswer },
  techniques: { question: TechniquesQuestion, answer: TechniquesAnswer },
  prevalence: { question: PrevalenceQuestion, answer: PrevalenceAnswer },
  mitigations: { question: MitigationsQuestion, answer: MitigationsAnswer },
  detections: { question: DetectionsQuestion, answer: DetectionsAnswer },
  compare: { question: CompareQuestion, answer: CompareAnswer },
  'overlap-groups': { question: OverlapQuestion, answer: OverlapAnswer },
  layer: { question: LayerQuestion, answer: LayerAnswer },
  'layer-combine': { question: LayerCombineQuestion, answer: LayerCombineAnswer },
  'layer-render': { question: LayerRenderQuestion, answer: LayerRenderAnswer },
  timeline: { question: TimelineQuestion, answer: TimelineAnswer },
  diff: { question: DiffQuestion, answer: DiffAnswer },
} as const;
