import { WalkthroughAnswer, WalkthroughQuestion } from './playbook/walkthrough.ts';
import { EmulateAnswer, EmulateQuestion } from './emulation/emulate.ts';
import { MigrateAnswer, MigrateQuestion } from './releases/migrate.ts';
import { DiffAnswer, DiffQuestion } from './releases/diff.ts';
import { NewsAnswer, NewsQuestion } from './releases/news.ts';
import { TimelineAnswer, TimelineQuestion } from './groups/timeline.ts';
import { DerivedFactsAnswer, DerivedFactsQuestion } from './explanation/derived-facts.ts';
import { ExplainAnswer, ExplainQuestion } from './explanation/explain.ts';
import { QueryAnswer, QueryQuestion } from './explanation/query.ts';
import { RulesAnswer, RulesQuestion } from './explanation/rules.ts';
import { AliasesAnswer, AliasesQuestion } from './groups/aliases.ts';
import { AssertionsAnswer, AssertionsQuestion } from './knowledge/assertions.ts';
import { GroupsAnswer, GroupsQuestion } from './groups/groups.ts';
import { CompareAnswer, CompareQuestion } from './groups/compare.ts';
import { OverlapAnswer, OverlapQuestion } from './groups/overlap.ts';
import { ListAnswer, ListQuestion } from './knowledge/list.ts';
import { SearchAnswer, SearchQuestion } from './knowledge/search.ts';
import { VocabularyAnswer, VocabularyQuestion } from './knowledge/vocabulary.ts';
import { ShowAnswer, ShowQuestion } from './knowledge/show.ts';
import { SourcesAnswer, SourcesQuestion } from './knowledge/sources.ts';
import { StatusAnswer, StatusQuestion } from './knowledge/status.ts';
import { DetectionsAnswer, DetectionsQuestion } from './techniques/detections.ts';
import { MitigationsAnswer, MitigationsQuestion } from './techniques/mitigations.ts';
import { PrevalenceAnswer, PrevalenceQuestion } from './techniques/prevalence.ts';
import { TechniquesAnswer, TechniquesQuestion } from './techniques/techniques.ts';
import { TechniqueAnswer, TechniqueQuestion } from './pages/technique.ts';
import { SoftwareAnswer, SoftwareQuestion } from './pages/software.ts';
import { CampaignAnswer, CampaignQuestion } from './pages/campaign.ts';
import { LayerCombineAnswer, LayerCombineQuestion } from './layers/layer-combine.ts';
import { LayerRenderAnswer, LayerRenderQuestion } from './layers/layer-render.ts';
import { LayerAnswer, LayerQuestion } from './layers/layer.ts';
import { ProfileAnswer, ProfileQuestion } from './groups/profile.ts';
import { ExpectAnswer, ExpectQuestion } from './threats/expect.ts';
import { PlaybookAnswer, PlaybookQuestion } from './playbook/playbook.ts';
import { PlanAnswer, PlanQuestion } from './planning/plan.ts';
import { PrioritiesAnswer, PrioritiesQuestion } from './threats/priorities.ts';
import { ThreatsAnswer, ThreatsQuestion } from './threats/threats.ts';
import { TriageAnswer, TriageQuestion } from './triage/triage.ts';
import {
  CoverageGapsAnswer,
  CoverageGapsQuestion,
  CoverageShowAnswer,
  CoverageShowQuestion,
} from './coverage/coverage-show.ts';
import { DashboardAnswer, DashboardQuestion } from './dashboard/dashboard.ts';
import { CoverageListAnswer, CoverageListQuestion } from './coverage/inventory.ts';
import { ReportAnswer, ReportExtractQuestion, ReportShowQuestion } from './reports/report.ts';
import { ReportListAnswer, ReportListQuestion } from './reports/report-list.ts';
import { SigmaCheckAnswer, SigmaCheckQuestion } from './sigma/check.ts';
import { SigmaAnswer, SigmaQuestion } from './sigma/sigma.ts';
import { SigmaTestAnswer, SigmaTestQuestion } from './sigma/test.ts';
import { SightingsListAnswer, SightingsListQuestion } from './sightings/list.ts';
import { WhatIfAnswer, WhatIfQuestion } from './threats/what-if.ts';
import { SectorsAnswer, SectorsQuestion } from './sightings/sectors.ts';
import { SightingsShowAnswer, SightingsShowQuestion } from './sightings/show.ts';
import { SightingsSummaryAnswer, SightingsSummaryQuestion } from './sightings/summary.ts';
import { VictimologyAnswer, VictimologyQuestion } from './groups/victimology.ts';
import { VictimsAnswer, VictimsQuestion } from './groups/victims.ts';

/** Question and answer of every use case, by its name. */
export const SCHEMAS = {
  explain: { question: ExplainQuestion, answer: ExplainAnswer },
  query: { question: QueryQuestion, answer: QueryAnswer },
  rules: { question: RulesQuestion, answer: RulesAnswer },
  'export-derived': { question: DerivedFactsQuestion, answer: DerivedFactsAnswer },
  technique: { question: TechniqueQuestion, answer: TechniqueAnswer },
  software: { question: SoftwareQuestion, answer: SoftwareAnswer },
  campaign: { question: CampaignQuestion, answer: CampaignAnswer },
  groups: { question: GroupsQuestion, answer: GroupsAnswer },
  aliases: { question: AliasesQuestion, answer: AliasesAnswer },
  assertions: { question: AssertionsQuestion, answer: AssertionsAnswer },
  status: { question: StatusQuestion, answer: StatusAnswer },
  sources: { question: SourcesQuestion, answer: SourcesAnswer },
  list: { question: ListQuestion, answer: ListAnswer },
  show: { question: ShowQuestion, answer: ShowAnswer },
  search: { question: SearchQuestion, answer: SearchAnswer },
  vocabulary: { question: VocabularyQuestion, answer: VocabularyAnswer },
  emulate: { question: EmulateQuestion, answer: EmulateAnswer },
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
  news: { question: NewsQuestion, answer: NewsAnswer },
  migrate: { question: MigrateQuestion, answer: MigrateAnswer },
  walkthrough: { question: WalkthroughQuestion, answer: WalkthroughAnswer },
  triage: { question: TriageQuestion, answer: TriageAnswer },
  threats: { question: ThreatsQuestion, answer: ThreatsAnswer },
  'what-if': { question: WhatIfQuestion, answer: WhatIfAnswer },
  expect: { question: ExpectQuestion, answer: ExpectAnswer },
  plan: { question: PlanQuestion, answer: PlanAnswer },
  priorities: { question: PrioritiesQuestion, answer: PrioritiesAnswer },
  sigma: { question: SigmaQuestion, answer: SigmaAnswer },
  'sigma-test': { question: SigmaTestQuestion, answer: SigmaTestAnswer },
  'sigma-check': { question: SigmaCheckQuestion, answer: SigmaCheckAnswer },
  'sightings-show': { question: SightingsShowQuestion, answer: SightingsShowAnswer },
  'sightings-summary': { question: SightingsSummaryQuestion, answer: SightingsSummaryAnswer },
  sectors: { question: SectorsQuestion, answer: SectorsAnswer },
  dashboard: { question: DashboardQuestion, answer: DashboardAnswer },
  'coverage-show': { question: CoverageShowQuestion, answer: CoverageShowAnswer },
  'coverage-gaps': { question: CoverageGapsQuestion, answer: CoverageGapsAnswer },
  'coverage-list': { question: CoverageListQuestion, answer: CoverageListAnswer },
  'report-show': { question: ReportShowQuestion, answer: ReportAnswer },
  'report-extract': { question: ReportExtractQuestion, answer: ReportAnswer },
  'report-list': { question: ReportListQuestion, answer: ReportListAnswer },
  'sightings-list': { question: SightingsListQuestion, answer: SightingsListAnswer },
  playbook: { question: PlaybookQuestion, answer: PlaybookAnswer },
} as const;
