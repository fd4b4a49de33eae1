/** A page with the dashboard over so many conversations, every fifth with its messages, and what it costs whoever uses it. */
// A path that the bundler of the benchmark leaves alone.
await import(`${location.origin}/dist/kit/cdn/agent-metrics-kit.js`);
const { DAYS, dayStarts, rows, TIME_ZONE } = await import(`${location.origin}/bench/workload.mjs`);

const SKILLS = ['order-status', 'returns', 'size-advice', 'store-finder'];
const MEMBERS = ['id', 'startedAt', 'channel', 'tag', 'firstQuestion', 'profile', 'updatedAt'];

function toConversation(row, index) {
  const plain = Object.fromEntries(MEMBERS.map((name) => [name, row[name]]));
  if (index % 5 > 0) return { ...plain, status: row.status, messageCount: row.messageCount };
  const answeredAt = row.startedAt + row.firstResponseSec * 1000;
  return {
    ...plain,
    messages: [
      { at: row.startedAt, from: 'visitor', text: row.firstQuestion },
      { at: answeredAt, from: 'agent', text: 'Let me look that up for you.', skill: SKILLS[index % SKILLS.length] },
      { at: answeredAt + 20_000, from: 'visitor', text: 'Thank you!' },
      { at: answeredAt + 25_000, from: 'agent', text: 'You are welcome.' },
    ],
    ...(index % 10 === 0 && {
      closedAt: answeredAt + 60_000,
      clicks: [{ at: answeredAt + 30_000, url: 'https://shop.example/p/1' }],
    }),
  };
}

function* entriesOf(facts) {
  yield* Array.from(rows(facts), toConversation);
}

const seen = { tasks: [], events: [] };
const observers = [
  [{ type: 'longtask' }, 'tasks'],
  [{ type: 'event', durationThreshold: 16 }, 'events'],
].map(([options, kind]) => {
  const take = (entries) => seen[kind].push(...entries);
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe(options);
  return { observer, take };
});

/** What came since the last time: the longest task, and the time from each deed of the reader to what it changed on the screen. */
export function takeSeen() {
  for (const { observer, take } of observers) take(observer.takeRecords());
  const interactions = new Map();
  for (const { interactionId, duration } of seen.events)
    if (interactionId) interactions.set(interactionId, Math.max(interactions.get(interactionId) ?? 0, duration));
  const taken = {
    task: Math.max(0, ...seen.tasks.map(({ duration }) => duration)),
    interactions: [...interactions.values()],
  };
  seen.tasks.length = seen.events.length = 0;
  return taken;
}

let dashboard;

function rootsIn(root, roots = []) {
  roots.push(root);
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) rootsIn(element.shadowRoot, roots);
  return roots;
}

/** Gaps are looked for in the background for many seconds; a reader does not wait for them. */
const isBusy = () =>
  rootsIn(dashboard.shadowRoot).some(
    (root) => root.host.localName !== 'knowledge-gaps-card' && root.querySelector('[aria-busy=true]'),
  );
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Once no widget but one waits for an answer any more, and what came is on the screen. */
export async function settled() {
  // Longer than the pause in typing after which the list is asked; looking costs the page time, too.
  for (let quiet = 0; quiet < 3; quiet = isBusy() ? 0 : quiet + 1) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await frame();
  }
}

/** The facts as a page has them: objects in memory, or a file. */
export function prepare(way, facts) {
  const conversations = [...entriesOf(facts)];
  const data = { conversations, timeZone: TIME_ZONE, currency: 'EUR' };
  return way === 'data' ? data : URL.createObjectURL(new Blob([JSON.stringify(data)], { type: 'application/json' }));
}

export async function load(way, given) {
  await frame();
  takeSeen();
  const start = performance.now();
  dashboard = document.createElement('agent-dashboard');
  Object.assign(dashboard, {
    preset: 'customer-agent',
    range: 'last-30-days',
    compare: 'previous-period',
    timeZone: TIME_ZONE,
    now: new Date(dayStarts[DAYS]).toISOString(),
    [way === 'data' ? 'data' : 'dataSrc']: given,
  });
  document.body.append(dashboard);
  await settled();
  return { load: performance.now() - start, loadTask: takeSeen().task };
}
