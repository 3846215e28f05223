import { choice, flag, option, path, ReportAddAnswer } from '../../answers/index.ts';
import { errorOf, FoeprintError, strictestLevel } from '../../facts/index.ts';
import { addReports } from '../../home/index.ts';
import { reportAddDocument } from '../../report/index.ts';
import { defined, partialDate, webAddress } from '../../text/index.ts';
import { REPORT_KINDS } from '../../threat/index.ts';
import { refuseBelow } from '../act.ts';
import { action } from '../action.ts';
import { levelNamed } from '../level-named.ts';
import { ACTION_ISSUES } from '../issues.ts';
import { issuesNamed } from '../sources/loading.ts';

export const reportAdd = action({
  name: 'report add',
  role: 'analyst',
  summary: 'keep reports of vendors, feeds and incidents, to be read and reviewed',
  details:
    'PDF, Word, HTML, Markdown, plain text, STIX with reports, MISP events, DeTT&CT groups, Attack Flow: files, folders, addresses or standard input (docs/reports.md). Nothing of it is loaded: `report show` has what it is read to state. The same report again changes nothing, and keeps what was decided.',
  given: {
    places: path('<place...>', 'files, folders, http(s) URLs, or - for standard input'),
    kind: choice('--kind <kind>', REPORT_KINDS, 'what kind of source it is', { fallback: 'vendor-report' }),
    title: option('--title <title>', 'its title', { fallback: 'as it states' }),
    publisher: option('--publisher <name>', 'who published it', { fallback: 'as it states' }),
    date: option('--date <date>', 'when it was published: 2026-05-02, 2026-05 or 2026', {
      fallback: 'as it states',
    }),
    url: option('--url <url>', 'its address on the web', { fallback: 'as it states' }),
    tlp: option('--tlp <level>', 'how far it may go: clear, green, amber, amber+strict or red', {
      fallback: 'as it is marked',
    }),
    language: option('--language <language>', 'its language, e.g. en', { fallback: 'as it states' }),
    allowPrivate: flag('--allow-private', 'let addresses lead to this machine or a private network'),
    dryRun: flag('--dry-run', 'say what would come of it, and keep nothing'),
    strict: flag('--strict', 'exit with 3 when anything could not be read'),
  },
  answer: ReportAddAnswer,
  hasTables: true,
  examples: [
    { line: 'report add advisory.pdf --tlp amber', label: 'a file, marked by you' },
    { line: 'report add https://example.org/blog/post.html', label: 'a page of the web' },
    { line: 'report add reports/ --kind incident', label: 'all of a folder' },
    { line: 'report add event.json', label: 'an event as MISP exports it' },
  ],
  run: async (
    { places, kind, title, tlp, dryRun, strict, ...given },
    { home, signs, role, bound, asNamed = false },
  ) => {
    if (given.allowPrivate) refuseBelow('admin', role, 'report add --allow-private');
    const stated = defined({
      kind,
      title,
      publisher: given.publisher,
      level: levelNamed(tlp),
      ...statedBy(given),
    });
    const { added, issues, refused } = await addReports(home, places, {
      stated,
      isTrial: dryRun,
      asNamed,
      clearance: bound,
      ...(given.allowPrivate ? { allowPrivate: true } : {}),
      progress: (what) => signs.progress(what === '' ? '' : `reading ${what}`),
      kept: signs.kept,
    });
    const [first] = refused;
    if (added.length === 0 && issues.length > 0) throw new FoeprintError(issues);
    const hasErrors = issues.some(({ severity }) => severity === 'error');
    return {
      answer: {
        isTrial: dryRun,
        reports: added,
        issues: issuesNamed(issues),
      },
      ending: first ?? (strict && hasErrors ? 'input' : undefined),
      level: strictestLevel(added.map(({ report }) => report.level)),
    };
  },
  document: reportAddDocument,
});

type Given = Readonly<Partial<Record<'date' | 'url' | 'language', string | undefined>>>;

/** What else is stated of a report. @throws FoeprintError C780 where it cannot be */
function statedBy({ date, url, language }: Given): Given {
  const isDate = date === undefined || /^\d{4}(?:-\d{2}){0,2}$/u.test(date);
  const [year = '', month, day] = (date ?? '').split('-');
  if (!isDate || partialDate(year, Number(month ?? 0), Number(day ?? 0)) !== (date ?? ''))
    throw wrong(`“${date ?? ''}” is no date such as 2026-05-02, 2026-05 or 2026.`);
  const address = url === undefined ? undefined : webAddress(url);
  if (url !== undefined && address === undefined) throw wrong(`“${url}” is no address of the web.`);
  if (language !== undefined && !/^[a-z]{2,3}$/u.test(language))
    throw wrong(`“${language}” is no language such as en.`);
  return defined({ date, url: address, language });
}

function wrong(message: string): FoeprintError {
  return errorOf(ACTION_ISSUES.wrongStatement, message);
}
