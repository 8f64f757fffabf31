import { inForce } from '@anuyat/database';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MandateAct, MandateRequestView, MandatesView, MandateView } from '@anuyat/contract';

const LIVE = inForce('m');
const DIRECTED = `SELECT d.juristic_id FROM company_mandate d WHERE d.account_id = $1 AND d.ground = 'director' AND ${inForce('d')}`;

const MANDATES = `
  SELECT m.id, m.juristic_id, m.name_th, m.name_en, m.ground, m.acts, a.name_th AS holder_th, a.name_en AS holder_en, m.valid_from, m.valid_until, m.register, m.account_id = $1 AS is_mine
    FROM company_mandate m JOIN account a ON a.id = m.account_id
   WHERE ${LIVE} AND (m.account_id = $1 OR (m.ground = 'power-of-attorney' AND m.juristic_id IN (${DIRECTED}))) ORDER BY m.juristic_id, m.valid_from`;

const REQUESTS = `
  SELECT r.id, r.juristic_id, r.name_th, r.name_en, r.acts, a.name_th AS asker_th, a.name_en AS asker_en, r.until, r.words, r.asked_at, r.is_granted, r.account_id = $1 AS is_mine
    FROM mandate_request r JOIN account a ON a.id = r.account_id
   WHERE r.account_id = $1 OR (r.decided_at IS NULL AND r.juristic_id IN (${DIRECTED})) ORDER BY r.asked_at DESC LIMIT 100`;

interface MandateRow {
  id: string;
  juristic_id: string;
  name_th: string;
  name_en: string;
  ground: MandateView['ground'];
  acts: MandateAct[];
  holder_th: string;
  holder_en: string;
  valid_from: Date;
  valid_until: Date | null;
  register: { signing?: string; isByNameOnly?: boolean } | null;
  is_mine: boolean;
}

interface RequestRow {
  id: string;
  juristic_id: string;
  name_th: string;
  name_en: string;
  acts: MandateAct[];
  asker_th: string;
  asker_en: string;
  until: Date;
  words: string;
  asked_at: Date;
  is_granted: boolean | null;
  is_mine: boolean;
}

/** Tells a person which mandates there are: one's own, those one answers for as a director, and what is asked. */
@Injectable()
export class MandateReader {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async read(accountId: string, actingFor: string | null): Promise<MandatesView> {
    const mandates: MandateRow[] = await this.source.query(MANDATES, [accountId]);
    const requests: RequestRow[] = await this.source.query(REQUESTS, [accountId]);
    return {
      actingFor,
      mine: mandates.filter(({ is_mine }) => is_mine).map(viewOf),
      given: mandates.filter(({ is_mine }) => !is_mine).map(viewOf),
      toDecide: requests.filter(({ is_mine, is_granted }) => !is_mine && is_granted === null).map(requestOf),
      asked: requests.filter(({ is_mine }) => is_mine).map(requestOf),
    };
  }
}

function viewOf(row: MandateRow): MandateView {
  const { id, ground, acts, register } = row;
  return {
    id, ground, acts,
    company: { juristicId: row.juristic_id, name: { th: row.name_th, en: row.name_en } },
    holder: { th: row.holder_th, en: row.holder_en },
    since: row.valid_from.toISOString(),
    until: row.valid_until?.toISOString() ?? null,
    isByNameOnly: register?.isByNameOnly ?? false,
    ...(register?.signing ? { signing: register.signing } : {}),
  };
}

function requestOf(row: RequestRow): MandateRequestView {
  const { id, acts, words } = row;
  return {
    id, acts, words,
    company: { juristicId: row.juristic_id, name: { th: row.name_th, en: row.name_en } },
    asker: { th: row.asker_th, en: row.asker_en },
    until: row.until.toISOString(),
    askedAt: row.asked_at.toISOString(),
    decision: row.is_granted === null ? null : row.is_granted ? 'granted' : 'declined',
  };
}
