import { CampaignQuestion, CampaignAnswer } from '../../../answers/index.ts';
import { campaignDocument, campaignTables } from '../../../report/index.ts';
import { campaignPage } from '../../pages/campaign.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'campaign',
  summary: 'one campaign: when, to whom it is attributed, techniques, software, citations',
  details:
    'Groups are asked about with `foeprint profile`, which also takes campaigns and scores what they do.',
  question: CampaignQuestion,
  answer: CampaignAnswer,
  needs: 'desk',
  examples: [
    { line: 'campaign C0024', label: 'the SolarWinds compromise' },
    { line: 'campaign C0024 -o solarwinds.pdf', label: 'as a report' },
  ],
  run: (desk, { campaign }) => campaignPage(desk, campaign),
  isEmpty: () => false,
  document: campaignDocument,
  tables: campaignTables,
});
