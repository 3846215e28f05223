export * from './mention.ts'; // things as answers name them
export * from './known-facts.ts'; // what analyses are given
export * from './identify.ts'; // a text → the thing it names
export * from './keywords.ts'; // keywords in texts
export * from './technique-use.ts'; // who uses which techniques, and how many do
export * from './defences.ts'; // mitigations and detections against a technique, or relevant to a group
export * from './explanation.ts'; // why a fact holds, as plain data
export * from './explain-fact.ts'; // a fact of a model → its explanation
export * from './propagate.ts'; // what facts inherit from those they rest on: credibility, markings
