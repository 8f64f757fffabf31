import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Several bills of a case in one payment, a ledger that splits every payment by office, what the bank corrects, and how staff settled
 * money that fitted no bill.
 */
export class PaymentsTogether1763795400000 implements MigrationInterface {
  name = 'PaymentsTogether1763795400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE joint_payment (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES case_file,
        total int NOT NULL CHECK (total > 0),
        status text NOT NULL CHECK (status IN ('due', 'paid', 'cancelled')),
        biller_id text NOT NULL,
        ref1 text NOT NULL UNIQUE,
        ref2 text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        paid_at timestamptz
      )`);
    await runner.query(`CREATE INDEX joint_payment_of_case ON joint_payment (case_id)`);
    await runner.query(`CREATE INDEX joint_payment_due ON joint_payment (created_at) WHERE status = 'due'`);
    await runner.query(`
      CREATE TABLE joint_payment_bill (
        joint_id uuid NOT NULL REFERENCES joint_payment,
        bill_id uuid NOT NULL REFERENCES bill,
        PRIMARY KEY (joint_id, bill_id)
      )`);
    await runner.query(`CREATE INDEX joint_payment_of_bill ON joint_payment_bill (bill_id)`);
    await runner.query(`
      CREATE TABLE fee_ledger (
        bill_id uuid PRIMARY KEY REFERENCES bill,
        transaction_id text NOT NULL REFERENCES payment,
        office text NOT NULL,
        agency text NOT NULL,
        amount int NOT NULL CHECK (amount > 0),
        receipt_number text NOT NULL UNIQUE,
        at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX fee_ledger_of_agency ON fee_ledger (agency, at)`);
    await runner.query(`CREATE INDEX fee_ledger_of_transaction ON fee_ledger (transaction_id)`);
    await runner.query(`
      CREATE TABLE payment_correction (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        transaction_id text NOT NULL REFERENCES payment,
        amount bigint NOT NULL,
        outcome text NOT NULL,
        raw jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX payment_correction_of ON payment_correction (transaction_id, id DESC)`);
    await runner.query(`
      CREATE TABLE payment_resolution (
        transaction_id text PRIMARY KEY REFERENCES payment,
        how text NOT NULL CHECK (how IN ('refunded', 'accounted-elsewhere', 'explained')),
        note text NOT NULL,
        actor jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX payment_unmatched ON payment (at DESC) WHERE outcome <> 'matched'`);
    for (const table of ['fee_ledger', 'payment_correction', 'payment_resolution', 'joint_payment_bill']) await runner.query(`REVOKE UPDATE, DELETE ON ${table} FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX payment_unmatched`);
    for (const table of ['payment_resolution', 'payment_correction', 'fee_ledger', 'joint_payment_bill', 'joint_payment']) await runner.query(`DROP TABLE ${table}`);
  }
}
