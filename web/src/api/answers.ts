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
