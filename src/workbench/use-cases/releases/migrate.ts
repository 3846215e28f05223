import { MigrateQuestion, MigrateAnswer } from '../../../answers/index.ts';
import { migrationDocument } from '../../../report/index.ts';
import { migrateDocuments } from '../../releases/migrate.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'migrate',
  summary: 'carry layers, Sigma rules, DeTT&CT files and id lists to another release of ATT&CK',
  details:
    'From any release, back to ids from before sub-techniques. What has one successor is carried without a question; the rest is listed as assumed, ambiguous, unknown or dropped, with file and line. Addresses of ATT&CK are carried with their ids. Texts stay as they are but for the ids. Without --into nothing is written but the report. 19.1 is known without being loaded.',
  question: MigrateQuestion,
  answer: MigrateAnswer,
  needs: 'loaded',
  examples: [
    { line: 'migrate our-layer.json --to 19.1 --into migrated', label: 'a layer' },
    {
      line: 'migrate our-rules/ --to 18.1 -o report.html',
      label: 'what would become of a folder of Sigma rules',
    },
  ],
  run: ({ base }, { documents, to }) => migrateDocuments(base, documents, to),
  isEmpty: () => false,
  document: migrationDocument,
});
