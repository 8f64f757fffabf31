import { REVIEW_STAGES } from '@anuyat/licence-kit';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { TaskQueryDto } from './task-query.dto';

const faultsOf = (query: object) => validateSync(plainToInstance(TaskQueryDto, query)).map(({ property }) => property);

describe('the inbox', () => {
  it.each(REVIEW_STAGES.map((stage) => [stage]))('can be narrowed to the stage %s', (stage) => {
    expect(faultsOf({ stage })).toEqual([]);
  });

  it('knows no other stage', () => {
    expect(faultsOf({ stage: 'lunch' })).toEqual(['stage']);
  });
});
