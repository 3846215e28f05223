import { defined } from '../../text/index.ts';
import type { LogSourceClaim } from '../../threat/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { readYaml } from '../yaml-file.ts';
import type { CoverageReading } from './coverage-format.ts';
import { dayWritten } from './day-written.ts';
import { fieldsOf, listOf, platformsIn, textIn, textsIn } from './written-lists.ts';

/**
 * Reads which logs a DeTT&CT data source administration file (versions 1.0 and 1.1) has: data components by name, on the platforms of
 * the systems that they apply to. One that is not available for analytics does not count.
 *
 * @param file name of the file, for issues
 */
export function readDettectDataSources(text: string, file: string): CoverageReading {
  const issues = new IssueList(file);
  const yaml = readYaml(file, text);
  for (const { message, place } of yaml.faults)
    issues.add(INTAKE_ISSUES.notCoverage, `It is not YAML: ${message}`, place);
  const { systems, data_sources: sources, platform } = fieldsOf(yaml.value);
  const platforms = new Map(
    listOf(systems).map((system) => {
      const fields = fieldsOf(system);
      return [textIn(fields['applicable_to'])?.toLowerCase(), platformsIn(fields['platform'])] as const;
    }),
  );
  const logSources = listOf(sources).flatMap((source, index): readonly LogSourceClaim[] => {
    const { data_source_name: named, data_source: details } = fieldsOf(source);
    const logSource = textIn(named);
    if (logSource === undefined) {
      const place = yaml.locate(['data_sources', index]);
      issues.add(INTAKE_ISSUES.wrongCoverageEntry, 'A data source has no name.', place);
      return [];
    }
    return listOf(details).flatMap((detail) => {
      const fields = fieldsOf(detail);
      if (fields['available_for_data_analytics'] === false) return [];
      const applies = textsIn(fields['applicable_to']).map((name) => name.toLowerCase());
      const isOfAll = applies.length === 0 || applies.includes('all');
      const own = applies.flatMap((name) => platforms.get(name) ?? []);
      const all = platformsIn(platform) ?? [...platforms.values()].flatMap((each) => each ?? []);
      const meant = [...new Set(isOfAll ? all : own)];
      return [
        {
          logSource,
          file,
          ...(meant.length === 0 ? {} : { platforms: meant }),
          ...defined({
            date: dayWritten(fields['date_connected']) ?? dayWritten(fields['date_registered']),
          }),
        },
      ];
    });
  });
  if (logSources.length === 0 && issues.isEmpty)
    issues.add(INTAKE_ISSUES.nothingCovered, 'No data source of it is available.');
  return { claims: [], logSources, issues: issues.toArray() };
}
