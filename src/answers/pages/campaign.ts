import { Statement } from '../explanation/statement.ts';
import { SeenDate } from '../groups/seen.ts';
import { argument, question } from '../question.ts';
import { list, shape, type Of } from '../schema.ts';
import { ABOUT } from './about.ts';
import { UsedTechnique } from './software.ts';

/** One campaign. */
export const CampaignQuestion = question({
  campaign: argument('<campaign>', 'a campaign by id, name or alias'),
});

export const CampaignAnswer = shape('CampaignAnswer', 'What is known of one campaign.', {
  ...ABOUT,
  seen: list(SeenDate, 'when it is reported to have begun and ended; where sources differ, each date apart'),
  attributedTo: list(Statement, 'to whom it is attributed'),
  techniques: list(UsedTechnique, 'techniques that are reported of it, by label'),
  software: list(Statement, 'software that is reported of it, newest evidence first'),
});
export type CampaignAnswer = Of<typeof CampaignAnswer>;
