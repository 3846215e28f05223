"""Writes an event as MISP's own library does: with a galaxy cluster, tags on event, attribute and object, a marking and an event report."""

from pymisp import MISPEvent, MISPEventReport, MISPObject

event = MISPEvent()
event.uuid = "0b7f3c0e-6d58-4d5e-9a8e-1f2f3a4b5c6d"
event.info = "Adders in the harbour"
event.date = "2026-02-01"
event.distribution = 1
event.threat_level_id = 2
event.analysis = 2
event.add_tag("tlp:amber")
event.add_tag('misp-galaxy:mitre-intrusion-set="APT29 - G0016"')
event.add_attribute("link", "https://example.org/adders", comment="where it was published")
attribute = event.add_attribute("text", "The letters had macros.")
attribute.add_tag('misp-galaxy:mitre-attack-pattern="Spearphishing Attachment - T1566.001"')
found = MISPObject("file")
held = found.add_attribute("filename", value="adder.ps1")
held.add_tag('misp-galaxy:mitre-attack-pattern="PowerShell - T1059.001"')
event.add_object(found)
report = MISPEventReport()
report.from_dict(name="What happened", content="They sent letters to the harbour.", distribution=5)
event.event_reports.append(report)
print(event.to_json())
