import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one administrator proposes and another one decides: publishing a version, moving running applications to it. Nobody decides their own, not even past the portal. */
export class VersionProposals1763928000000 implements MigrationInterface {
  name = 'VersionProposals1763928000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE version_proposal (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('publication', 'move')),
        code text NOT NULL,
        version int NOT NULL CHECK (version > 0),
        sha256 text NOT NULL,
        content jsonb NOT NULL,
        digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
        proposed_by uuid NOT NULL REFERENCES account,
        proposer jsonb NOT NULL,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        outcome text CHECK (outcome IN ('confirmed', 'declined', 'taken-back', 'overtaken')),
        decided_by uuid REFERENCES account,
        decider jsonb,
        decided_at timestamptz,
        reason text CHECK (length(reason) <= 2000),
        moved jsonb,
        CHECK ((outcome IS NULL) = (decided_at IS NULL)),
        CHECK (outcome IS NULL OR outcome NOT IN ('confirmed', 'declined') OR (decided_by IS NOT NULL AND decided_by <> proposed_by)),
        CHECK (outcome <> 'declined' OR reason IS NOT NULL)
      )`);
    await runner.query(`CREATE UNIQUE INDEX version_proposal_open ON version_proposal (code, version, kind) WHERE outcome IS NULL`);
    await runner.query(`CREATE INDEX version_proposal_version ON version_proposal (code, version, proposed_at)`);
    await runner.query(`
      CREATE FUNCTION keep_version_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.outcome IS NOT NULL AND (OLD.moved IS NOT NULL OR to_jsonb(OLD) - 'moved' IS DISTINCT FROM to_jsonb(NEW) - 'moved') THEN
          RAISE EXCEPTION 'What was decided about version % of "%" stays.', OLD.version, OLD.code;
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`CREATE TRIGGER version_proposal_stays BEFORE UPDATE ON version_proposal FOR EACH ROW EXECUTE FUNCTION keep_version_proposal()`);
    await runner.query(`REVOKE UPDATE, DELETE ON version_proposal FROM anuyat_app`);
    await runner.query(`GRANT UPDATE (outcome, decided_by, decider, decided_at, reason, moved) ON version_proposal TO anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE version_proposal`);
    await runner.query(`DROP FUNCTION keep_version_proposal()`);
  }
}
