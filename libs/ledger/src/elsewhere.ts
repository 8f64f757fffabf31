/*
 * What the ledger holds no digest of, and how a change shows there instead, or why it does not matter. A test compares these lists with
 * the tables and columns that the database has.
 */

/** Tables that the ledger has no kind for. */
export const tablesElsewhere: Readonly<Record<string, string>> = {
  history: 'chained by hash, line by line; the digest of all its line hashes is entered as `application`, what its lines hand over (`handed`) as `clock`',
  ledger_entry: 'the leaves under the signed roots',
  ledger_node: 'computed from the entries',
  ledger_root: 'signed, and kept once more outside the database',
  ledger_wish: 'asks for a root and decides nothing',
  timer: 'a replay computes every clock from the history (`npm run replay`)',
  outbox: 'what is still to be done; gone when it is done',
  stuck_work: 'what could not be done yet; gone when it is done, and told by lines of the history (`portal.stuck`, `portal.resumed`)',
  idempotency_key: 'kept for seven days',
  task: 'an inbox, computed from histories; what is done there is a line of a history',
  number_series: 'a counter; the numbers that it gave are in licences, receipts and orders',
  case_counter: 'a counter; the numbers that it gave are in cases',
  untold_decision: 'computed from histories; each finding is a line of one (`decision.untold`)',
  licence_offer: 'an offer that is open; its acceptance is a line of a history',
  definition_candidate: 'waits to be published; what is published is entered',
  version_proposal: 'what was decided stays as it is; what it led to is entered with both names: the published definition, the lines of histories that moved',
  definition_proof: 'what the prover need not prove again; sealed with a key of its own',
  holiday: 'the calendar as it is now; every change of it is entered as `holiday-change`',
  account: 'who is who; each line of a history holds who acted, by name',
  account_role: 'who may act; each line of a history holds who did',
  office_membership: 'who may act; each line of a history holds who did',
  company_mandate: 'who may act; each line of a history holds who did',
  monitor_territory: 'who may look',
  session: 'who is signed in',
  account_link: 'who is who; each line of a history holds who acted, by name',
  mandate_request: 'who may act; each line of a history holds who did',
  agency_administrator: 'who looks after people; what was done stands in people_note',
  officer_invitation: 'who may become an officer; each line of a history holds who acted',
  absence_cover: 'who stands in for whom; each line of a history holds who acted and in whose place',
  people_note: 'what was done about officers; the running role can only add to it',
  passkey: 'who is who',
  passkey_challenge: 'what was asked of an authenticator',
  passkey_signature: 'signed itself by the officer; the running role can only add to it',
  agency_system: 'who may act; what was done about it stands in people_note, and the running role cannot move its key, its offices or its days',
  system_nonce: 'which signatures were used; gone when they are too old',
  system_signature: 'signed itself by the system, its digest stands in the line of the history; the running role can only add to it',
  system_message: 'what a system is still to be told; gone when it is told',
  access_note: 'who looked at what, for the people it is about; the running role can only add to it, and it decides nothing',
  exceptional_look: 'who was let in to look at what and why, for the people it is about; the running role can only add to it, and it decides nothing',
  security_event: 'sign-ins and refusals; the running role can only add to it, and it decides nothing',
  retention_night: 'what the nightly duty did; it decides nothing, for what it removes is past by the rules, which are entered',
  promise_watch: 'computed from promised dates and histories',
  stored_file: 'content, found by its digest; the digest is entered with each `document`',
  upload: 'a file on its way in; it becomes a paper when it is whole',
  upload_piece: 'a file on its way in',
  vault_paper: 'papers that nothing was filed with yet; those that were are entered as `document`',
  status_list: 'signed by the agency, and computed from licences',
  mail_address: 'where somebody wants to be told; it decides nothing',
  letter: 'whether a notice also went out by e-mail, and what the mail server said; the notice itself is entered',
  migrations: 'which migrations ran',
};

/** Columns of entered tables that may change after the row was entered. */
export const columnsElsewhere: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  application: {
    account_id: 'the holder of a licence may change: a new edition',
    revision: 'compared with the history', state: 'compared with the history', status: 'compared with the history', last_hash: 'compared with the history',
    version: 'compared by the replay', offices: 'settled again by events of the history', hands: 'a fold of the history', answers_revision: 'a mark for the next writer', moved_at: 'for lists',
  },
  case_file: {
    status: 'a draft that was submitted stays so', licences: 'moves with versions, which are lines of histories', answers: 'every change is entered as `answers`', answers_revision: 'every change is entered as `answers`',
    business_name: 'a part of the answers', place: 'a part of the answers', estate: 'entered with each `filing`', zone: 'entered with each `filing`', set_aside: 'a remark on the draft', updated_at: 'for lists',
  },
  document: {
    removed_at: 'a paper may be replaced; those that were reviewed stand in the history by their digests',
    issued_on: 'a remark of whoever uploaded it', expires_on: 'a remark of whoever uploaded it', in_vault: 'where it is kept',
  },
  licence_paper: {
    pdf: 'signed by the agency, and stamped with the time later', code: 'signed by the agency', credential: 'signed by the agency', stamped_at: 'told by the stamp itself',
  },
  holiday_change: { carried_at: 'progress', done_at: 'progress', moved: 'progress' },
  bill: { status: 'compared with `receipt`', paid_at: 'compared with `receipt`', receipt_number: 'compared with `receipt`' },
  joint_payment: { status: 'each bill of it is compared with its `receipt`', paid_at: 'each bill of it is compared with its `receipt`' },
  licence: {
    account_id: 'compared with `licence-edition`', holder: 'compared with `licence-edition`', business_name: 'compared with `licence-edition`', place_th: 'compared with `licence-edition`', place_en: 'compared with `licence-edition`',
    valid_from: 'compared with `licence-edition`', valid_until: 'compared with `licence-edition`', paper_key: 'compared with `licence-edition`', edition: 'compared with `licence-edition`', edition_on: 'the day of the newest edition',
    sealed_edition: 'how far its papers are', status: 'must be the first one: what became of the licence is its own history', version: 'the definition that the newest paper is printed by', conditions: 'granted by lines of the history, and printed again from them with each edition',
  },
  notice: { read_at: 'when it was opened', audience: 'follows from what it says' },
};
