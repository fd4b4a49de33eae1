import { expect } from 'chai';
import { toFailure } from '../../../../src/server/database/clickhouse/clickhouse-connection.js';
import { DatabaseError } from '../../../../src/server/database/fact-database.js';

describe('toFailure', () => {
  const cases: [name: string, error: unknown, type: string][] = [
    ['a refused connection', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }), 'unavailable'],
    ['a time limit of the client', new Error('Timeout error.'), 'unavailable'],
    ['an answer that breaks off', new SyntaxError('Unexpected end of JSON input'), 'unavailable'],
    [
      'a shard that is gone, told by a new server',
      Object.assign(new Error('All connection tries failed'), { code: '279' }),
      'unavailable',
    ],
    [
      'a shard that is gone, told by an old one',
      new Error('Code: 279, e.displayText() = DB::NetException: All connection tries failed.'),
      'unavailable',
    ],
    [
      'a shard that went away in the middle',
      new Error('Code: 32, e.displayText() = DB::Exception: Attempt to read after eof'),
      'unavailable',
    ],
    ['a time limit of the server', new Error('Code: 159, e.displayText() = DB::Exception: Timeout exceeded'), 'busy'],
    ['too little memory', Object.assign(new Error('Memory limit exceeded'), { code: '241' }), 'busy'],
    ['a full disk', Object.assign(new Error('Cannot reserve 1.00 MiB'), { code: '243' }), 'full'],
  ];
  for (const [name, error, type] of cases) {
    it(`${name} is ${type}`, () => {
      const failure = toFailure(error) as DatabaseError;
      expect(failure).to.be.instanceOf(DatabaseError);
      expect(failure.type).to.equal(type);
      expect(failure.cause).to.equal(error);
    });
  }

  it('leaves a fault of the statement as it is', () => {
    const error = new Error('Code: 62, e.displayText() = DB::Exception: Syntax error');
    expect(toFailure(error)).to.equal(error);
  });

  it('leaves what is told already as it is', () => {
    const error = new DatabaseError('mismatch', 'Newer.');
    expect(toFailure(error)).to.equal(error);
  });
});
