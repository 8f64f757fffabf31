import { onClient } from '@anuyat/database';
import type { DataSource } from 'typeorm';
import { writeMoves } from './application-store';
import { Gathered } from './gathered';
import { MOST_TOGETHER, type Move } from './move';

/**
 * Writes moves, those of one moment with one statement. What the database refuses for one of them is tried again alone for each, so that
 * nobody's event fails for another's.
 */
export class JointWriter {
  private readonly moves: Gathered<Move, boolean>;

  constructor(private readonly source: DataSource) {
    this.moves = new Gathered((moves) => onClient(source, (client) => writeMoves(client, moves)), MOST_TOGETHER);
  }

  /** @returns false when somebody else holds the application or moved it meanwhile; then nothing was written. @throws what the database says. */
  async write(move: Move): Promise<boolean> {
    try {
      return await this.moves.ask(move);
    } catch (error) {
      if (!isOfStatement(error)) throw error;
      const [isMade = false] = await onClient(this.source, (client) => writeMoves(client, [move]));
      return isMade;
    }
  }
}

/** The database's answer to what was sent, rather than a database that does not answer. */
function isOfStatement(error: unknown): boolean {
  return /^(22|23|40)/.test((error as { code?: string }).code ?? '');
}
