/** Rows in order of time, at little cost where they came nearly so. */

/** Row numbers by ascending time, at the same time in the order in which they came; `undefined`: all came so. */
export function timeOrder(times: Float64Array): Int32Array | undefined {
  const late = lateRows(times);
  if (!late.length) return undefined;
  const order = new Int32Array(times.length);
  let latest = -Infinity;
  let next = 0;
  let at = 0;
  for (let row = 0; row < times.length; row++) {
    const time = times[row]!;
    if (time < latest) continue;
    latest = time;
    while (next < late.length && (times[late[next]!]! < time || (times[late[next]!] === time && late[next]! < row)))
      order[at++] = late[next++]!;
    order[at++] = row;
  }
  order.set(late.subarray(next), at);
  return order;
}

/** Rows earlier than one before them, in order of time. */
function lateRows(times: Float64Array): Int32Array {
  const late: number[] = [];
  let latest = -Infinity;
  for (let row = 0; row < times.length; row++) {
    if (times[row]! < latest) late.push(row);
    else latest = times[row]!;
  }
  return sortRows(Int32Array.from(late), times);
}

/** Time and place in one number sort natively, where both fit into 53 bits. */
function sortRows(rows: Int32Array, times: Float64Array): Int32Array {
  const count = rows.length;
  let least = Infinity;
  let most = -Infinity;
  for (const row of rows) {
    if (times[row]! < least) least = times[row]!;
    if (times[row]! > most) most = times[row]!;
  }
  if (!Number.isSafeInteger((most - least + 1) * count)) return rows.sort((a, b) => times[a]! - times[b]! || a - b);
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at++) keys[at] = (times[rows[at]!]! - least) * count + at;
  keys.sort();
  return Int32Array.from(keys, (key) => rows[key % count]!);
}
