import type { AdministratorTerms, Covers, DoorDesk, Invitations, TermKeeper } from '@anuyat/identity';

/** Those who do what the agency's administrator asks for. */
export class PeopleDesks {
  constructor(
    readonly invitations: Invitations,
    readonly terms: TermKeeper,
    readonly covers: Covers,
    readonly door: DoorDesk,
    readonly administrators: AdministratorTerms,
  ) {}
}
