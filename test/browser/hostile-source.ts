import {
  bundle,
  idOf,
  labelled,
  object,
  relationship,
  tactic,
  technique,
  type RawObject,
} from '../support/world/build.ts';

/** Text that runs script where it is taken for markup. `window.ran` says that it did. */
const MARKUP =
  '<img src="x" onerror="window.ran=1"><script>window.ran=1</script>"\' onmouseover="window.ran=1"';
const LINK = 'javascript:window.ran=1';

/** A source whose every text is markup, and whose every link is script: group, names, technique, software, campaign, use, mitigation. */
export function hostileSource(): RawObject {
  const references = (label: string): RawObject => ({
    description: `${MARKUP} (Citation: ${MARKUP})`,
    external_references: [
      { source_name: 'mitre-attack', external_id: label, url: LINK },
      { source_name: MARKUP, description: MARKUP, url: LINK },
    ],
  });
  const group = idOf('intrusion-set', 9990);
  const attack = idOf('attack-pattern', 9990);
  const tool = idOf('malware', 9990);
  return bundle(
    tactic(9990, 'TA9990', `Tactic ${MARKUP}`, { x_mitre_shortname: 'markup' }),
    labelled('intrusion-set', 9990, 'G9990', `Group ${MARKUP}`, {
      ...references('G9990'),
      aliases: [`Group ${MARKUP}`, `Other ${MARKUP}`],
      primary_motivation: MARKUP,
    }),
    technique(9990, 'T9990', `Technique ${MARKUP}`, ['markup'], {
      ...references('T9990'),
      x_mitre_platforms: [MARKUP],
    }),
    labelled('malware', 9990, 'S9990', `Software ${MARKUP}`, { ...references('S9990'), is_family: true }),
    labelled('course-of-action', 9990, 'M9990', `Mitigation ${MARKUP}`, references('M9990')),
    object('marking-definition', 9990, {
      definition_type: 'statement',
      definition: { statement: `Copyright ${MARKUP}` },
    }),
    relationship(9990, group, 'uses', attack, references('X')),
    relationship(9991, group, 'uses', tool, references('X')),
    relationship(9992, tool, 'uses', attack, references('X')),
    relationship(9993, idOf('course-of-action', 9990), 'mitigates', attack, references('X')),
  );
}
