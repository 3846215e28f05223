export * from './explanation-graph.ts'; // everything under a fact, each part once
export {
  proofs,
  shortestProof,
  type DerivedProof,
  type Proof,
  type ProvenFact,
  type ReportedProof,
} from './proof.ts'; // proof trees, shortest first
export { countProofs, type ProofCount } from './count-proofs.ts'; // how many there are
export { whyNot, type Attempt, type Obstacle, type Way, type WhyNot } from './why-not.ts'; // what is missing for something to be a fact
export { sayObstacle } from './say-obstacle.ts';
export { sayAtom, sayChecks, sayFact, sayRule, type NameOf } from './say.ts'; // facts and rule applications in words
