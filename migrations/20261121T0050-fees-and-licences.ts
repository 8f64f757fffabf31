import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bills and payments, licences with gapless numbers, notices to applicants. */
export class FeesAndLicences1763686200000 implements MigrationInterface {
  name = 'FeesAndLicences1763686200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bill (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL UNIQUE REFERENCES application,
        case_id uuid NOT NULL REFERENCES case_file,
        office text NOT NULL,
        lines jsonb NOT NULL,
        total int NOT NULL CHECK (total > 0),
        status text NOT NULL CHECK (status IN ('due', 'paid', 'cancelled')),
        biller_id text NOT NULL,
        ref1 text NOT NULL UNIQUE,
        ref2 text NOT NULL,
        due_at timestamptz,
        paid_at timestamptz,
        receipt_number text UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX bill_of_case ON bill (case_id)`);
    await runner.query(`CREATE INDEX bill_due ON bill (created_at) WHERE status = 'due'`);
    await runner.query(`
      CREATE TABLE payment (
        transaction_id text PRIMARY KEY,
        bill_id uuid REFERENCES bill,
        ref1 text NOT NULL,
        ref2 text,
        amount int NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('matched', 'wrong-amount', 'unknown-bill', 'duplicate', 'cancelled-bill')),
        raw jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`REVOKE UPDATE, DELETE ON payment FROM anuyat_app`);
    await runner.query(`
      CREATE TABLE number_series (
        series text PRIMARY KEY,
        last int NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE licence (
        number text PRIMARY KEY,
        application_id uuid NOT NULL UNIQUE REFERENCES application,
        case_id uuid NOT NULL REFERENCES case_file,
        account_id uuid NOT NULL,
        code text NOT NULL,
        version int NOT NULL,
        office text NOT NULL,
        holder text NOT NULL,
        business_name text,
        place_th text NOT NULL,
        place_en text NOT NULL,
        conditions jsonb NOT NULL DEFAULT '[]',
        issued_on date NOT NULL,
        valid_until date,
        status text NOT NULL CHECK (status IN ('valid', 'suspended', 'revoked')),
        paper_key text NOT NULL,
        issued_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX licence_of_case ON licence (case_id)`);
    await runner.query(`CREATE INDEX licence_of_account ON licence (account_id, issued_at DESC)`);
    await runner.query(`REVOKE DELETE ON licence FROM anuyat_app`);
    await runner.query(`
      CREATE TABLE notice (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_file,
        application_id uuid NOT NULL REFERENCES application,
        revision int NOT NULL,
        notice text NOT NULL,
        lane text,
        title_th text NOT NULL,
        title_en text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        read_at timestamptz,
        UNIQUE (application_id, revision, notice)
      )`);
    await runner.query(`CREATE INDEX notice_of_account ON notice (account_id, at DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notice', 'licence', 'number_series', 'payment', 'bill']) await runner.query(`DROP TABLE ${table}`);
  }
}
