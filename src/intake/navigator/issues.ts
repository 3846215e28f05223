import { issueTable } from '../../facts/index.ts';

/** What can be wrong with a Navigator layer file. Only errors leave something out. */
export const NAVIGATOR_ISSUES = issueTable({
  notALayer: {
    code: 'I150',
    meaning: 'The document, or an entry of its list, is not an ATT&CK Navigator layer.',
    remedy: 'Hand over a JSON object with `name`, `domain` and `techniques`, or a list of such objects.',
  },
  unknownDomain: {
    code: 'I151',
    name: 'unknown-layer-domain',
    meaning: 'The domain of the layer is missing or not one of ATT&CK, so its technique ids have no meaning.',
    remedy: 'Set `domain` to enterprise-attack, mobile-attack or ics-attack; the layer was left out.',
  },
  otherFramework: {
    code: 'I123',
    name: 'layer-of-another-framework',
    meaning: 'The layer is of another framework than ATT&CK, whose matrix is not known.',
    remedy:
      'It cannot be drawn, combined or migrated, and was left out; what its framework publishes as STIX can be loaded and asked for by its ids.',
  },
  unknownVersion: {
    code: 'I152',
    name: 'unknown-layer-version',
    severity: 'warning',
    meaning: 'The layer does not say its format version, or says one that is not known (1.0 to 4.5 are).',
    remedy: 'It was read as version 4.5; check the result, or save it again with a current Navigator.',
  },
  misfit: {
    code: 'I153',
    name: 'misfit-layer-value',
    severity: 'warning',
    meaning: 'A field holds a value that it cannot hold, such as a score that is no number.',
    remedy: 'Correct the value; until then it is kept as metadata of the same name.',
  },
  notATechnique: {
    code: 'I154',
    name: 'not-a-layer-technique',
    meaning: 'An entry of `techniques` is not an object with a `techniqueID`.',
    remedy: 'Give the entry a `techniqueID`; it was left out, the other techniques were read.',
  },
  unknownFields: {
    code: 'I155',
    name: 'unknown-layer-fields',
    severity: 'warning',
    meaning: 'The layer has fields that no format version has.',
    remedy:
      'Nothing needs to be done: they are kept and written again; check their spelling if they should have an effect.',
  },
  unusableEntry: {
    code: 'I156',
    name: 'unusable-layer-entry',
    severity: 'warning',
    meaning: 'A link, metadata or legend entry lacks a part, or a link is not a web or mail address.',
    remedy: 'Complete the entry; until then it is kept as metadata.',
  },
  repeatedCell: {
    code: 'I157',
    name: 'repeated-layer-technique',
    severity: 'warning',
    meaning: 'The layer lists the same technique under the same tactic more than once.',
    remedy: 'Keep one entry. The last value was taken; comments, metadata and links of all were kept.',
  },
  oddTechnique: {
    code: 'I158',
    name: 'odd-layer-technique',
    severity: 'warning',
    meaning: 'A technique id does not look like T1234 or T1234.567.',
    remedy: 'Check the id; the entry was kept as it is.',
  },
  unnamed: {
    code: 'I159',
    name: 'unnamed-layer',
    severity: 'warning',
    meaning: 'The layer has no name.',
    remedy: 'Give it a `name`; it was read as `unnamed layer`.',
  },
  truthAsText: {
    code: 'I184',
    name: 'layer-truth-as-text',
    severity: 'warning',
    meaning: 'A field that is true or false holds that as text or as a number: `"enabled": "false"`.',
    remedy: 'Write it without quotes, as the Navigator does; it was read as what it says.',
  },
});
