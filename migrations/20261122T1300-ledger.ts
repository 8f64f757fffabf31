import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger: one entry for each history head and record, whole subtrees of its Merkle tree, the keys and the signed roots. Append-only. */
export class Ledger1763816400000 implements MigrationInterface {
  name = 'Ledger1763816400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_entry (
        position bigint PRIMARY KEY CHECK (position >= 0),
        kind text NOT NULL,
        subject text NOT NULL,
        revision int NOT NULL CHECK (revision >= 0),
        digest bytea NOT NULL CHECK (length(digest) = 32),
        UNIQUE (kind, subject, revision)
      )`);
    await runner.query(`
      CREATE TABLE ledger_node (
        level int NOT NULL CHECK (level > 0),
        index bigint NOT NULL CHECK (index >= 0),
        hash bytea NOT NULL CHECK (length(hash) = 32),
        PRIMARY KEY (level, index)
      )`);
    await runner.query(`
      CREATE TABLE ledger_key (
        id text PRIMARY KEY,
        name text NOT NULL,
        public_key bytea NOT NULL CHECK (length(public_key) = 32),
        since timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE ledger_root (
        number int PRIMARY KEY CHECK (number > 0),
        size bigint NOT NULL UNIQUE CHECK (size > 0),
        root bytea NOT NULL CHECK (length(root) = 32),
        key_id text NOT NULL REFERENCES ledger_key,
        note text NOT NULL,
        signed_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE ledger_wish (
        id uuid PRIMARY KEY,
        actor jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await runner.query(`
      CREATE FUNCTION ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The ledger only grows: nothing in % is changed or removed.', TG_TABLE_NAME;
      END $$`);
    for (const table of ['ledger_entry', 'ledger_node', 'ledger_key', 'ledger_root', 'ledger_wish']) {
      await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM anuyat_app`);
      await runner.query(`CREATE TRIGGER ledger_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_grows()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ledger_wish', 'ledger_root', 'ledger_key', 'ledger_node', 'ledger_entry']) await runner.query(`DROP TABLE ${table}`);
    await runner.query(`DROP FUNCTION ledger_only_grows`);
  }
}
