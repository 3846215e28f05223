import type { AnswerOf } from 'foeprint/answers';

// Parts of answers that marks and components are made from.

/** The matrix of one domain. */
export type DomainMatrix = AnswerOf<'matrix'>['matrices'][number];
/** A group: how it works. */
export type Profile = AnswerOf<'profile'>;
/** A technique that a group uses. */
export type ProfiledTechnique = Profile['techniques'][number];
/** A source that is loaded. */
export type LoadedSource = AnswerOf<'status'>['loaded'][number];
/** A thing as answers name it. */
export type Mention = Profile['group'];
/** Why a fact holds. */
export type Explanation = AnswerOf<'explain'>['explanations'][number];
/** How far detection has come, by tactic. */
export type CoverageColumn = AnswerOf<'coverage-show'>['columns'][number];
/** A technique whose detection falls short, and why. */
export type CoverageGap = AnswerOf<'coverage-gaps'>['gaps'][number];
/** Something to build, and what it adds. */
export type PlanLine = AnswerOf<'plan'>['lines'][number];
/** A document that a source cites. */
export type Citation = AnswerOf<'technique'>['citations'][number];
/** What stands in a relation to a thing, in which words, citing what. */
export type Statement = AnswerOf<'technique'>['groups']['newest'][number];
/** A detection strategy with its analytics. */
export type Detection = AnswerOf<'technique'>['detections'][number];
/** A technique of software or a campaign, with the tactics that it serves. */
export type UsedTechnique = AnswerOf<'software'>['techniques'][number];
