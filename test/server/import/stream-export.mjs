/** Streams a made-up export of so many bytes, made on the way, and tells what came of it: `stream-export.mjs BUILT VENDOR SHAPE BYTES [HELD]`. */
import { pathToFileURL } from 'node:url';

const [built, vendor, shape, bytes, heldBytes = 16 << 20] = process.argv.slice(2);
const { streamExport } = await import(pathToFileURL(built).href);
const LETTER = 'The parcel was to come on Monday, "by noon", and nobody knows where it is now. '.repeat(6);
const CHUNK = 1 << 18;
const time = (index, plus = 0) => new Date(Date.UTC(2026, 0, 1) + index * 60_000 + plus * 1000).toISOString();
const seconds = (index, plus = 0) => Math.floor(Date.parse(time(index, plus)) / 1000);
const csv = (cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');

/** Text by text, in chunks of some size, until there are `most` bytes or `count` records. */
async function* texts(most, { head = '', tail = '', between = '\n' }, toText, told = () => undefined) {
  let text = head;
  let made = 0;
  for (let index = 0; made < most; index++) {
    const one = (index > 0 ? between : '') + toText(index);
    made += one.length;
    text += one;
    told(index + 1);
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text + tail);
}

let count = 0;
const counted = (index) => (count = index);
const many = { id: 7, name: 'Jane', role: 'agent', email: 'jane@example.com' };

const SHAPES = {
  zendesk: {
    /** Tables apart, as CSV. */
    csv: (most) => {
      const tickets = Math.round(most / 2800);
      const limit = (make, per) =>
        async function* () {
          let text = make.head;
          for (let index = 0; index < tickets * per; index++) {
            text += `\n${csv(make.row(Math.floor(index / per), index % per))}`;
            if (text.length > CHUNK) {
              yield Buffer.from(text);
              text = '';
            }
          }
          count = tickets;
          yield Buffer.from(text);
        };
      return [
        {
          name: 'ticket_comment_data.csv',
          open: limit(
            {
              head: 'id,ticket_id,created,public,user_id,body',
              row: (at, part) => [
                `${at * 4 + part}`,
                `${at}`,
                time(at, part),
                'TRUE',
                part % 2 ? '7' : `${1000 + at}`,
                `${part}: ${LETTER}`,
              ],
            },
            4,
          ),
        },
        {
          name: 'ticket_data.csv',
          open: limit(
            {
              head: 'id,created_at,updated_at,status,subject,requester_id,assignee_id,via_channel',
              row: (at) => [`${at}`, time(at), time(at, 90), 'solved', `No. ${at}`, `${1000 + at}`, '7', 'email'],
            },
            1,
          ),
        },
        {
          name: 'ticket_field_history_data.csv',
          open: limit(
            {
              head: 'field_name,ticket_id,updated,value',
              row: (at, part) =>
                part ? ['status', `${at}`, time(at, 60), 'solved'] : ['status', `${at}`, time(at), 'new'],
            },
            2,
          ),
        },
        {
          name: 'user_data.csv',
          open: async function* () {
            yield 'id,name,role,email\n7,Jane,agent,jane@example.com';
          },
        },
      ];
    },
    /** One list, in a file without a line end. */
    json: (most) => [
      {
        name: 'export.json',
        open: () =>
          texts(
            most,
            { head: `{"users":[${JSON.stringify(many)}],"tickets":[`, tail: ']}', between: ',' },
            (at) =>
              JSON.stringify({
                id: at,
                created_at: time(at),
                updated_at: time(at, 90),
                status: 'solved',
                subject: `No. ${at}`,
                requester_id: 1000 + at,
                assignee_id: 7,
                via: { channel: 'email' },
                comments: [0, 1, 2, 3].map((part) => ({
                  id: at * 4 + part,
                  created_at: time(at, part),
                  public: true,
                  author_id: part % 2 ? 7 : 1000 + at,
                  body: `${part}: ${LETTER}`,
                })),
              }),
            counted,
          ),
      },
    ],
  },
  intercom: {
    json: (most) => [
      {
        name: 'conversations.ndjson',
        open: () =>
          texts(
            most,
            {},
            (at) =>
              JSON.stringify({
                type: 'conversation',
                id: `${at}`,
                created_at: seconds(at),
                updated_at: seconds(at, 90),
                state: 'closed',
                source: {
                  type: 'email',
                  delivered_as: 'customer_initiated',
                  body: `<p>${LETTER}</p>`,
                  author: { type: 'user', id: `u${at}` },
                },
                ai_agent_participated: at % 2 === 0,
                conversation_parts: {
                  conversation_parts: [1, 2, 3].map((part) => ({
                    part_type: part === 3 ? 'close' : 'comment',
                    created_at: seconds(at, part),
                    body: `<p>${LETTER}</p>`,
                    author: { type: 'admin', id: '7', name: 'Jane' },
                  })),
                },
              }),
            counted,
          ),
      },
    ],
  },
  freshdesk: {
    json: (most) => [
      {
        name: 'tickets.json',
        open: () =>
          texts(
            most,
            { head: '[\n', tail: '\n]', between: ',\n' },
            (at) =>
              JSON.stringify({
                id: at,
                created_at: time(at),
                updated_at: time(at, 90),
                status: 5,
                priority: 1,
                source: 1,
                requester_id: 1000 + at,
                responder_id: 7,
                description_text: LETTER,
                stats: { resolved_at: time(at, 80) },
                conversations: [1, 2, 3].map((part) => ({
                  id: at * 4 + part,
                  incoming: part % 2 === 0,
                  private: false,
                  user_id: part % 2 ? 7 : 1000 + at,
                  created_at: time(at, part),
                  body_text: `${part}: ${LETTER}`,
                })),
              }),
            counted,
          ),
      },
    ],
  },
};

const { batches, report } = streamExport(vendor, SHAPES[vendor][shape](Number(bytes)), {
  heldBytes: Number(heldBytes),
});
const facts = {};
let messages = 0;
let most = 0;
for await (const batch of batches) {
  for (const [name, list] of Object.entries(batch)) {
    facts[name] = (facts[name] ?? 0) + list.length;
    for (const one of list) messages += one.messages?.length ?? 0;
  }
  most = Math.max(most, process.memoryUsage().rss);
}
process.stdout.write(
  JSON.stringify({
    count,
    facts,
    messages,
    skipped: report().skipped,
    megabytes: Math.round(most / 1e6),
    seconds: performance.now() / 1000,
  }),
);
