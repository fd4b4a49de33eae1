/**
 * Records as bytes: a tenth of what they take as objects. What comes back has the fields that the fact describes and the columns that the
 * data's owner declared, its instants as epoch milliseconds. The id is kept elsewhere.
 */
import type { Fields, Shape } from '../../facts/field.js';
import { customValue, type FactColumns } from '../../custom-columns.js';
import { parseInstant, type Instant } from '../../time/instant.js';
import { readUtf8 } from '../store/bytes.js';
import { ByteWriter, readNumber, readWhole, type BytePlace } from './byte-writer.js';

interface Codec {
  write(value: unknown, out: RecordWriter): void;
  read(from: RecordPlace): unknown;
}

interface FieldCodec {
  name: string;
  codec: Codec;
  /** Of a declared column, of which nothing is kept where the value is of another kind. */
  kind?: 'text' | 'number';
}

/** Instants are written as the time since the one before. */
interface RecordPlace extends BytePlace {
  instant: number;
}

/** Also says when the first and the last event of the record happened: `Infinity` and `-Infinity` without any. */
export class RecordWriter extends ByteWriter {
  instant = 0;
  first = Infinity;
  last = -Infinity;

  begin(): void {
    this.instant = 0;
    this.first = Infinity;
    this.last = -Infinity;
  }

  writeInstant(at: number, isEvent: boolean): void {
    this.writeWhole(at - this.instant);
    this.instant = at;
    if (!isEvent) return;
    if (at < this.first) this.first = at;
    if (at > this.last) this.last = at;
  }
}

export class RecordCodec {
  /** In the order of the bits that say which of them a record has. */
  readonly names: readonly string[];
  readonly #fields: readonly FieldCodec[];

  constructor(fields: Fields, own: FactColumns) {
    const declared = Object.entries(own).filter(([name]) => !Object.hasOwn(fields, name));
    this.#fields = [
      ...fieldCodecs(fields).filter(({ name }) => name !== 'id'),
      ...declared.map(([name, kind]) => ({ name, kind, codec: kind === 'text' ? textCodec() : NUMBERS })),
    ];
    this.names = this.#fields.map(({ name }) => name);
  }

  write(record: object, out: RecordWriter): void {
    out.begin();
    writeFields(this.#fields, record, out);
  }

  read(bytes: Uint8Array, at: number): object {
    return readFields(this.#fields, { bytes, at, instant: 0 });
  }

  /** Whether the record at `at` has the field in this place of `names`. */
  has(bytes: Uint8Array, at: number, field: number): boolean {
    return (bytes[at + (field >>> 3)]! & (1 << (field & 7))) !== 0;
  }
}

function fieldCodecs(fields: Fields): FieldCodec[] {
  return Object.entries(fields).map(([name, { shape, isEvent }]) => ({ name, codec: codecOf(shape, isEvent) }));
}

/** A bit for each field says whether it is there. */
function writeFields(fields: readonly FieldCodec[], record: object, out: RecordWriter): void {
  const bits = out.skip((fields.length + 7) >>> 3);
  for (let index = 0; index < fields.length; index++) {
    const { name, codec, kind } = fields[index]!;
    const value = kind ? customValue(record, name, kind) : (record as Readonly<Record<string, unknown>>)[name];
    if (value === undefined || value === null) continue;
    out.bytes[bits + (index >>> 3)]! |= 1 << (index & 7);
    codec.write(value, out);
  }
}

function readFields(fields: readonly FieldCodec[], from: RecordPlace): object {
  const record: Record<string, unknown> = {};
  const bits = from.at;
  from.at += (fields.length + 7) >>> 3;
  for (let index = 0; index < fields.length; index++) {
    if ((from.bytes[bits + (index >>> 3)]! & (1 << (index & 7))) === 0) continue;
    const { name, codec } = fields[index]!;
    record[name] = codec.read(from);
  }
  return record;
}

function codecOf(shape: Shape, isEvent: boolean): Codec {
  switch (shape.kind) {
    case 'text':
      return textCodec();
    case 'number':
      return NUMBERS;
    case 'flag':
      return oneOfCodec([false, true]);
    case 'one-of':
      return oneOfCodec(shape.values);
    case 'instant':
      return isEvent ? EVENTS : INSTANTS;
    case 'list':
      return listCodec(codecOf(shape.of, isEvent));
    case 'object':
      return objectCodec(fieldCodecs(shape.fields));
    default:
      throw new TypeError(`Records cannot hold a field of the kind "${shape.kind}". Teach it to the codec first.`);
  }
}

const instantCodec = (isEvent: boolean): Codec => ({
  write: (value, out) => out.writeInstant(parseInstant(value as Instant), isEvent),
  read: (from) => (from.instant += readWhole(from)),
});
const EVENTS = instantCodec(true);
const INSTANTS = instantCodec(false);

const NUMBERS: Codec = { write: (value, out) => out.writeNumber(value as number), read: readNumber };

function oneOfCodec(values: readonly unknown[]): Codec {
  return {
    write: (value, out) => out.writeWhole(values.indexOf(value)),
    read: (from) => values[readWhole(from)],
  };
}

function listCodec({ write, read }: Codec): Codec {
  return {
    write(value, out) {
      const list = value as readonly unknown[];
      out.writeWhole(list.length);
      for (let index = 0; index < list.length; index++) write(list[index], out);
    },
    read(from) {
      const list: unknown[] = [];
      for (let left = readWhole(from); left > 0; left--) list.push(read(from));
      return list;
    },
  };
}

function objectCodec(fields: readonly FieldCodec[]): Codec {
  return {
    write: (value, out) => writeFields(fields, value as object, out),
    read: (from) => readFields(fields, from),
  };
}

/** Texts of one field that are kept once: enough for names and kinds, no more than ids that never come again may waste. */
const MAX_KNOWN = 4096;
const LONGEST_KNOWN = 64;

function textCodec(): Codec {
  const codes = new Map<string, number>();
  const texts: string[] = [];
  return {
    write(value, out) {
      const text = value as string;
      const known = codes.get(text);
      if (known !== undefined) return out.writeWhole(known);
      if (texts.length < MAX_KNOWN && text.length <= LONGEST_KNOWN) {
        codes.set(text, texts.push(text));
        return out.writeWhole(texts.length);
      }
      out.writeWhole(0);
      out.writeText(text);
    },
    read(from) {
      const code = readWhole(from);
      if (code > 0) return texts[code - 1];
      const length = readWhole(from);
      from.at += length;
      return readUtf8(from.bytes, from.at - length, from.at);
    },
  };
}
