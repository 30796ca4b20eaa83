"use strict";
// Where each box stands: columns from left to right, so that every line leads to the right. The same
// boxes always come out in the same places.
//
// Layers by the longest way, as Sugiyama, Tagawa and Toda (1981) have it; within a column the boxes
// stand as near as they can to the mean of what they are joined to, in its order, which is found by
// pooling neighbours that would overlap.

const WIDTH = 300;
const GAP_X = 90;
const GAP_Y = 20;
const GAP_LINE = 6;

// boxes: { key, height, root }. lines: { from, to, off, into }: keys, and where on the boxes' edges.
// Sets x and y of the boxes and the points of the lines.
function layout(boxes, lines) {
  if (lines.length === 0) return shelve(boxes);
  const ranks = ranksOf(boxes, lines);
  const columns = [];
  const items = new Map();
  const add = (rank, item) => {
    while (columns.length <= rank) columns.push([]);
    columns[rank].push(item);
    return item;
  };
  for (const box of boxes) {
    const item = { box, height: box.height, gap: GAP_Y, ins: [], outs: [], y: 0, want: 0 };
    items.set(box.key, add(ranks.get(box.key), item));
  }
  const bends = lines.map((line) => {
    const from = items.get(line.from), to = items.get(line.to);
    const first = ranks.get(line.from), last = ranks.get(line.to);
    let before = from, off = line.off;
    const own = [];
    for (let rank = first + 1; rank < last; rank += 1) {
      const bend = { height: 4, gap: GAP_LINE, ins: [], outs: [], y: 0, want: 0 };
      join(before, off, add(rank, bend), 2);
      own.push([rank, bend]);
      before = bend;
      off = 2;
    }
    join(before, off, to, line.into);
    return own;
  });
  firstOrder(columns);
  for (let round = 0; round < 6; round += 1) {
    for (const column of columns) arrange(column, "ins");
    for (const column of columns.slice().reverse()) arrange(column, "outs");
  }
  for (const column of columns) arrange(column, "ins");
  for (const box of boxes) {
    const item = items.get(box.key);
    box.x = ranks.get(box.key) * (WIDTH + GAP_X);
    box.y = Math.round(item.y);
  }
  lines.forEach((line, at) => {
    const from = items.get(line.from).box, to = items.get(line.to).box;
    const points = [[from.x + WIDTH, from.y + line.off]];
    for (const [rank, bend] of bends[at]) {
      const x = rank * (WIDTH + GAP_X), y = Math.round(bend.y) + 2;
      points.push([x, y], [x + WIDTH, y]);
    }
    points.push([to.x, to.y + line.into]);
    line.points = points;
  });
}

function join(from, off, to, into) {
  from.outs.push({ item: to, own: off, other: into });
  to.ins.push({ item: from, own: into, other: off });
}

// The column of each box: one more than the rightmost of those that lead to it.
function ranksOf(boxes, lines) {
  const outs = new Map(boxes.map((box) => [box.key, []]));
  const left = new Map(boxes.map((box) => [box.key, 0]));
  for (const line of lines) {
    outs.get(line.from).push(line.to);
    left.set(line.to, left.get(line.to) + 1);
  }
  const ranks = new Map(boxes.map((box) => [box.key, 0]));
  const ready = boxes.filter((box) => left.get(box.key) === 0).map((box) => box.key);
  const sources = new Set(ready);
  for (let at = 0; at < ready.length; at += 1) {
    for (const to of outs.get(ready[at])) {
      ranks.set(to, Math.max(ranks.get(to), ranks.get(ready[at]) + 1));
      left.set(to, left.get(to) - 1);
      if (left.get(to) === 0) ready.push(to);
    }
  }
  // What nothing leads to stands beside what it leads to, unless it is a way in.
  for (const box of boxes) {
    const below = outs.get(box.key).map((to) => ranks.get(to));
    if (sources.has(box.key) && !box.root && below.length > 0) {
      ranks.set(box.key, Math.max(0, Math.min(...below) - 1));
    }
  }
  return ranks;
}

// As one meets them, going along the lines from the first column.
function firstOrder(columns) {
  let count = 0;
  const visit = (first) => {
    const stack = [first];
    while (stack.length > 0) {
      const item = stack.pop();
      if (item.order !== undefined) continue;
      item.order = count;
      count += 1;
      const outs = item.outs.slice().sort((a, b) => b.own - a.own);
      for (const out of outs) stack.push(out.item);
    }
  };
  for (const column of columns) column.forEach(visit);
  for (const column of columns) {
    column.sort((a, b) => a.order - b.order);
    let y = 0;
    for (const item of column) {
      item.y = y;
      y += item.height + item.gap;
    }
  }
}

// Puts the items of a column near to what they are joined to on one side.
function arrange(column, side) {
  for (const item of column) {
    const ends = item[side];
    const sum = ends.reduce((all, end) => all + end.item.y + end.other - end.own, 0);
    item.want = ends.length > 0 ? sum / ends.length : item.y;
  }
  column.sort((a, b) => a.want - b.want || a.order - b.order);
  const blocks = [];
  for (const item of column) {
    blocks.push({ top: item.want, count: 1, size: item.height + item.gap, items: [item] });
    while (blocks.length > 1) {
      const [above, below] = blocks.slice(-2);
      if (above.top + above.size <= below.top) break;
      const both = above.count + below.count;
      above.top = (above.top * above.count + (below.top - above.size) * below.count) / both;
      above.count = both;
      above.size += below.size;
      above.items.push(...below.items);
      blocks.pop();
    }
  }
  for (const block of blocks) {
    let y = block.top;
    for (const item of block.items) {
      item.y = y;
      y += item.height + item.gap;
    }
  }
}

// Boxes that nothing joins, in columns of about the same height, in their order.
function shelve(boxes) {
  const sum = boxes.reduce((all, box) => all + box.height + GAP_Y, 0);
  const columns = Math.max(1, Math.round(Math.sqrt(sum / (WIDTH + GAP_X))));
  let column = 0, y = 0;
  for (const box of boxes) {
    if (y > 0 && column < columns - 1 && y + box.height / 2 > sum / columns) {
      column += 1;
      y = 0;
    }
    box.x = column * (WIDTH + GAP_Y);
    box.y = y;
    y += box.height + GAP_Y;
  }
}
