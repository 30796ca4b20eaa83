"use strict";
// Boxes and lines as SVG. Nothing here knows what a click does: each part says by its data what it
// stands for.

const SVG = "http://www.w3.org/2000/svg";
const HEAD = 20;
const LINE = 17;
const ROW = 24;
const PAD = 10;
const MOST_LINES = 4;

function svg(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// Columns of a character in pixels, of a common sans-serif type of 13 pixels: what a picture is cut
// by must not hang on what a machine has.
function charWidth(c) {
  const code = c.codePointAt(0);
  if (code >= 0x1100) return 13;
  if ("il.,:;'|!()[]".includes(c)) return 4;
  if ("mwMW@%".includes(c)) return 11;
  return c >= "A" && c <= "Z" ? 8.8 : 7.1;
}

function textWidth(text) {
  let sum = 0;
  for (const c of text) sum += charWidth(c);
  return sum;
}

// Text in rows of at most so many pixels; what is left out is marked.
function wrapped(text, width, most) {
  const rows = [];
  let row = "", rest = Array.from(text), taken = 0;
  const words = [];
  let word = "";
  for (const c of rest) {
    if (c === " " || c.codePointAt(0) >= 0x2e80) {
      // A full stop never begins a row.
      if ("，。？！、；：）”》".includes(c) && (word || words.length > 0)) {
        if (word) word += c;
        else words[words.length - 1] += c;
        continue;
      }
      if (word) words.push(word);
      words.push(c);
      word = "";
    } else word += c;
  }
  if (word) words.push(word);
  for (const next of words) {
    taken += 1;
    if (row && textWidth(row + next) > width) {
      rows.push(row.trim());
      row = "";
      if (rows.length === most) break;
    }
    if (row || next !== " ") row += next;
  }
  if (rows.length < most) rows.push(row.trim());
  else if (taken <= words.length && row === "") rows[most - 1] = short(rows[most - 1] + " …………", width);
  return rows.map((own) => short(own, width));
}

// One row of text, cut with a mark where it is too long.
function short(text, width) {
  if (textWidth(text) <= width) return text;
  let out = "";
  for (const c of text) {
    if (textWidth(out + c) + 13 > width) break;
    out += c;
  }
  return out.trimEnd() + "…";
}

function percent(share) {
  if (share === null || share === undefined) return "";
  const whole = Math.round(share * 100);
  return whole === 0 && share > 0 ? "<1 %" : `${whole} %`;
}

// What a box takes: its rows of text, its height, and where its rows' lines begin.
function measured(box) {
  // The type of a title is bold, and so wider.
  box.lines = wrapped(box.text, (WIDTH - 2 * PAD) / 1.12, MOST_LINES);
  box.top = HEAD + box.lines.length * LINE + PAD;
  box.height = box.top + box.rows.length * ROW + 4;
  return box;
}

function rowOff(box, at) {
  return box.top + at * ROW + ROW / 2;
}

// A box: { key, text, lines, head, aside, style, rows: [{ text, share, open, leads }], selected }.
function drawnBox(box) {
  const style = `box ${box.style}${box.selected ? " selected" : ""}`;
  const group = svg("g", { class: style, transform: `translate(${box.x} ${box.y})`, "data-key": box.key });
  const title = svg("g", {
    class: "title", tabindex: 0, role: "button", "data-box": box.key,
    "aria-label": `${box.head}: ${box.text}`,
  });
  title.append(
    svg("rect", { class: "body", width: WIDTH, height: box.height, rx: 6 }),
    svg("path", { class: "head", d: `M0 ${HEAD}V6q0-6 6-6h${WIDTH - 12}q6 0 6 6V${HEAD}z` }),
    svg("text", { class: "step", x: PAD, y: 14 }, short(box.head, WIDTH - 90)),
    svg("text", { class: "aside", x: WIDTH - PAD, y: 14, "text-anchor": "end" }, box.aside),
  );
  box.lines.forEach((line, at) => {
    title.append(svg("text", { class: "say", x: PAD, y: HEAD + 16 + at * LINE }, line));
  });
  group.append(title);
  box.rows.forEach((row, at) => group.append(drawnRow(box, row, at)));
  return group;
}

function drawnRow(box, row, at) {
  const y = box.top + at * ROW;
  const attributes = { class: `row${row.open ? " open" : ""}${row.after ? " after" : ""}` };
  if (row.leads) {
    Object.assign(attributes, {
      tabindex: 0, role: "button", "data-from": box.key, "data-row": at,
      "aria-label": `${row.text} ${percent(row.share)}`,
    });
  }
  const room = WIDTH - PAD - 58;
  const group = svg("g", attributes, svg("title", {}, row.text));
  group.append(
    svg("rect", { class: "back", x: 2, y: y + 1, width: WIDTH - 4, height: ROW - 2, rx: 4 }),
    svg("rect", { class: "share", x: 2, y: y + ROW - 3, width: Math.round((WIDTH - 4) * (row.share || 0)), height: 2 }),
    svg("text", { class: "answer", x: PAD, y: y + 16 }, short(row.text, room)),
    svg("text", { class: "percent", x: WIDTH - 20, y: y + 16, "text-anchor": "end" }, percent(row.share)),
  );
  if (row.leads) {
    group.append(svg("circle", { class: "port", cx: WIDTH - 10, cy: y + ROW / 2, r: 5 }));
  }
  return group;
}

// A line: { from, to, points, wide, after, lit }. Its thickness is its share, or that beside the
// likeliest of all ways in.
function drawnLine(line) {
  const [first, ...rest] = line.points;
  let d = `M${first[0]} ${first[1]}`;
  let before = first;
  rest.forEach((point, at) => {
    // Every second piece runs straight through a column.
    if (at % 2 === 1) d += `H${point[0]}`;
    else {
      const middle = (before[0] + point[0]) / 2;
      d += `C${middle} ${before[1]} ${middle} ${point[1]} ${point[0]} ${point[1]}`;
    }
    before = point;
  });
  return svg("path", {
    class: `line${line.after ? " after" : ""}${line.lit ? " lit" : ""}`,
    d,
    "stroke-width": (1 + 7 * (line.wide || 0)).toFixed(1),
    "data-from": line.from,
    "data-to": line.to,
  });
}
