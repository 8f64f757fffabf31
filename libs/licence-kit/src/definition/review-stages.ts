import type { ReviewStage } from './machine';

const inOrder = {
  completeness: true, gathering: true, recheck: true, demand: true, correction: true, inspection: true, decision: true, confirmation: true, appeal: true,
} satisfies Record<ReviewStage, true>;

/** Every stage of a review, in the order in which a lane comes to them. */
export const REVIEW_STAGES = Object.keys(inOrder) as readonly ReviewStage[];
