/**
 * What fields of the Elastic Common Schema are called in rules, for events that do not have Windows’ own names in `winlog.event_data`.
 * Where several rows have one name, the first that an event has is it.
 */
export const ECS_FIELDS: readonly (readonly [ecs: string, sigma: string])[] = [
  ['process.executable', 'Image'],
  ['process.command_line', 'CommandLine'],
  ['process.pe.original_file_name', 'OriginalFileName'],
  ['process.pe.product', 'Product'],
  ['process.pe.description', 'Description'],
  ['process.pe.company', 'Company'],
  ['process.working_directory', 'CurrentDirectory'],
  ['process.pid', 'ProcessId'],
  ['process.entity_id', 'ProcessGuid'],
  ['process.parent.executable', 'ParentImage'],
  ['process.parent.command_line', 'ParentCommandLine'],
  ['process.parent.pid', 'ParentProcessId'],
  ['file.path', 'TargetFilename'],
  ['dll.path', 'ImageLoaded'],
  ['file.pe.original_file_name', 'OriginalFileName'],
  ['registry.path', 'TargetObject'],
  ['registry.data.strings', 'Details'],
  ['dns.question.name', 'QueryName'],
  ['destination.ip', 'DestinationIp'],
  ['destination.port', 'DestinationPort'],
  ['destination.domain', 'DestinationHostname'],
  ['source.ip', 'SourceIp'],
  ['source.port', 'SourcePort'],
  ['network.protocol', 'Protocol'],
  ['powershell.file.script_block_text', 'ScriptBlockText'],
  ['host.name', 'Computer'],
  ['user.name', 'User'],
];

/** What an event of a category and type of ECS is in the words of Sigma. */
export const ECS_CATEGORIES: readonly (readonly [category: string, type: string, sigma: string])[] = [
  ['process', 'start', 'process_creation'],
  ['process', 'end', 'process_termination'],
  ['file', 'creation', 'file_event'],
  ['file', 'change', 'file_change'],
  ['file', 'deletion', 'file_delete'],
  ['registry', 'change', 'registry_set'],
  ['registry', 'creation', 'registry_add'],
  ['registry', 'deletion', 'registry_delete'],
  ['network', 'start', 'network_connection'],
  ['network', 'connection', 'network_connection'],
  ['library', 'start', 'image_load'],
  ['driver', 'start', 'driver_load'],
];
