import type { MoveVerdict, ProposalState, VersionState } from '@anuyat/contract';
import type { TagTone } from '@anuyat/ui';

/** How the state of a version is drawn. */
export const STATE_TONES: Record<VersionState, TagTone> = { candidate: 'now', coming: 'info', 'in-force': 'done', superseded: 'plain' };

/** How the verdict of a dry run is drawn. */
export const VERDICT_TONES: Record<MoveVerdict, TagTone> = { safe: 'done', decide: 'now', pinned: 'plain' };

/** How a proposal is drawn. */
export const PROPOSAL_TONES: Record<ProposalState, TagTone> = { open: 'now', confirmed: 'done', declined: 'late', 'taken-back': 'plain', overtaken: 'plain' };
