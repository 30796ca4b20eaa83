"use strict";
// The page: what is shown, what is chosen, and what clicks and keys do.

class Guide {
  constructor(data) {
    this.data = data;
    this.lang = data.lang;
    this.from = new Map();
    this.likeliest = Math.max(...data.groups.flatMap((group) => group.rows.map((row) => row.share || 0)));
    for (const key of this.keys()) {
      this.links(key).forEach((link) => {
        const known = this.from.get(link.to) || [];
        if (!known.some((own) => own.from === key)) this.from.set(link.to, [...known, { from: key, link }]);
      });
    }
  }

  keys() {
    return [...this.data.groups.map((_, at) => `g${at}`), ...this.data.nodes.map((_, at) => `n${at}`)];
  }

  has(key) { return this.box(key) !== undefined; }

  isGroup(key) { return key[0] === "g"; }

  box(key) { return (this.isGroup(key) ? this.data.groups : this.data.nodes)[Number(key.slice(1))]; }

  words() { return this.data.languages[this.lang].words; }

  say(texts) { return texts[this.lang] || texts.find((text) => text) || ""; }

  text(key) { return this.say(this.box(key).say); }

  // What stands over a box.
  head(key) {
    const box = this.box(key);
    if (this.isGroup(key)) return this.words().start;
    const what = this.words()[box.last ? "last" : box.remedy ? "remedy" : "question"];
    return box.step === null ? what : `${this.say(this.data.steps[box.step])} · ${what}`;
  }

  style(key) {
    const box = this.box(key);
    if (this.isGroup(key)) return "group";
    return box.last ? "last" : box.remedy ? "remedy" : "question";
  }

  // What leads on from a box, by the rows that are drawn of it: codes share the last one.
  links(key) {
    const box = this.box(key);
    const own = box.rows.map((row, at) => ({ row: at, to: row.to, share: row.share, after: row.after, say: row.say }));
    const codes = new Map();
    for (const row of box.codes || []) {
      const link = codes.get(row.to) || { row: box.rows.length, to: row.to, share: 0, after: false, names: [] };
      link.share += row.share;
      link.names.push(row.id);
      codes.set(row.to, link);
    }
    return [...own, ...codes.values()].filter((link) => link.to !== null).map((link) => ({ ...link, to: `n${link.to}` }));
  }

  parents(key) {
    return (this.from.get(key) || []).map(({ from, link }) => ({
      from, after: link.after, text: link.say ? this.say(link.say) : link.names.join(", "),
    }));
  }

  // What can be reached from some boxes, forward or back.
  reach(first, next) {
    const reached = new Set(first), todo = [...first];
    while (todo.length > 0) {
      for (const key of next(todo.pop())) {
        if (!reached.has(key)) { reached.add(key); todo.push(key); }
      }
    }
    return reached;
  }

  // The way from a way in that most people come by.
  wayTo(key) {
    const way = [key], asked = (own) => !own.after;
    while (!this.isGroup(way[0]) && way.length < 60) {
      const parents = this.parents(way[0]);
      const before = parents.filter(asked).concat(parents).filter((own) => !way.includes(own.from));
      if (before.length === 0) break;
      const visits = (own) => (own.after ? -1 : this.isGroup(own.from) ? 2 : this.box(own.from).visits);
      way.unshift(before.reduce((best, own) => (visits(own) > visits(best) ? own : best)).from);
    }
    return way;
  }
}

const guide = new Guide(JSON.parse(document.getElementById("guide").textContent));
const groups = guide.data.groups.map((_, at) => `g${at}`);
const picture = document.getElementById("picture");
// What is shown: what is pinned, and what can be reached from there by the links that were opened.
const state = { shown: new Set(groups), pinned: new Set(groups), opened: new Map(), chosen: null, x: 0, y: 0, zoom: 1, boxes: new Map() };

function openLink(from, to) {
  const known = state.opened.get(from) || new Set();
  state.opened.set(from, known.add(to));
}

// Draws what is shown. A box that stays keeps its place in the window.
function draw(anchor) {
  const before = anchor && state.boxes.get(anchor);
  state.shown = guide.reach(state.pinned, (key) => state.opened.get(key) || []);
  const keys = guide.keys().filter((key) => state.shown.has(key));
  const boxes = keys.map((key) => {
    const box = guide.box(key), links = guide.links(key);
    const open = (at) => links.some((link) => link.row === at && state.shown.has(link.to));
    const rows = box.rows.map((row, at) => ({
      text: guide.say(row.say), share: row.share, after: row.after, leads: row.to !== null, open: open(at),
    }));
    if ((box.codes || []).length > 0) {
      const text = `${guide.words().codes} (${box.codes.length})`;
      rows.push({ text, share: null, after: false, leads: true, open: open(rows.length) });
    }
    const aside = guide.isGroup(key) ? "" : percent(box.visits);
    return measured({
      key, rows, aside, text: guide.text(key), head: guide.head(key), style: guide.style(key),
      root: guide.isGroup(key), selected: key === state.chosen,
    });
  });
  state.boxes = new Map(boxes.map((box) => [box.key, box]));
  const lines = keys.flatMap((key) => guide.links(key).filter((link) => state.shown.has(link.to)).map((link) => ({
    from: key, to: link.to, after: link.after,
    wide: guide.isGroup(key) ? link.share / guide.likeliest : link.share,
    off: rowOff(state.boxes.get(key), link.row), into: HEAD / 2,
    lit: key === state.chosen || link.to === state.chosen,
  })));
  layout(boxes, lines);
  lines.sort((a, b) => Number(a.lit) - Number(b.lit));
  document.getElementById("lines").classList.toggle("dim", state.chosen !== null);
  document.getElementById("lines").replaceChildren(...lines.map(drawnLine));
  document.getElementById("boxes").replaceChildren(...boxes.map(drawnBox));
  const now = anchor && state.boxes.get(anchor);
  if (before && now) {
    state.x += (before.x - now.x) * state.zoom;
    state.y += (before.y - now.y) * state.zoom;
  }
  move();
}

function move() {
  const place = `translate(${state.x.toFixed(1)} ${state.y.toFixed(1)}) scale(${state.zoom.toFixed(4)})`;
  document.getElementById("view").setAttribute("transform", place);
}

function size() { return picture.getBoundingClientRect(); }

// The whole picture in the window, never larger than life.
function fit() {
  const all = [...state.boxes.values()], room = size();
  if (all.length === 0 || room.width === 0) return;
  const left = Math.min(...all.map((box) => box.x)), top = Math.min(...all.map((box) => box.y));
  const width = Math.max(...all.map((box) => box.x)) + WIDTH - left;
  const height = Math.max(...all.map((box) => box.y + box.height)) - top;
  state.zoom = Math.max(0.02, Math.min(1, (room.width - 40) / width, (room.height - 40) / height));
  state.x = (room.width - width * state.zoom) / 2 - left * state.zoom;
  state.y = (room.height - height * state.zoom) / 2 - top * state.zoom;
  move();
}

// Brings a box into the window, if it is not.
function bring(key) {
  const box = state.boxes.get(key), room = size();
  if (!box) return;
  if (state.zoom < 0.5) state.zoom = 0.8;
  const left = box.x * state.zoom + state.x, top = box.y * state.zoom + state.y;
  const width = WIDTH * state.zoom, height = Math.min(box.height * state.zoom, room.height - 40);
  if (left < 20 || left + width > room.width - 20) state.x += (room.width - width) / 2 - left;
  if (top < 20 || top + height > room.height - 20) state.y += (room.height - height) / 2 - top;
  move();
}

function zoomBy(factor, x, y) {
  const zoom = Math.max(0.02, Math.min(3, state.zoom * factor));
  state.x = x - (x - state.x) * (zoom / state.zoom);
  state.y = y - (y - state.y) * (zoom / state.zoom);
  state.zoom = zoom;
  move();
}

// Chooses a box; one that is not shown is shown with the likeliest way to it.
function choose(key, via) {
  const direct = key !== null && via && guide.links(via).some((link) => link.to === key);
  if (direct) openLink(via, key);
  if (key !== null && !state.shown.has(direct ? via : key)) {
    const way = guide.wayTo(direct ? via : key);
    // What nothing leads to stands alone.
    if (!state.pinned.has(way[0])) state.pinned.add(way[0]);
    way.slice(1).forEach((own, at) => openLink(way[at], own));
  }
  const anchor = via || state.chosen || key;
  state.chosen = key;
  draw(anchor);
  tell(guide, key);
  if (key !== null) {
    bring(key);
    history.replaceState(null, "", `#${encodeURIComponent(guide.box(key).id || key)}`);
  }
}

// Takes away what is only shown because of a box.
function fold(key) {
  state.opened.delete(key);
  draw(key);
}

function only(keys, chosen) {
  state.pinned = new Set(keys);
  state.opened = new Map();
  state.chosen = chosen;
  draw();
  tell(guide, chosen);
  fit();
}

const doings = {
  start: () => only(groups, null),
  all: () => only(guide.keys(), state.chosen),
  fit,
  in: () => zoomBy(1.25, size().width / 2, size().height / 2),
  out: () => zoomBy(0.8, size().width / 2, size().height / 2),
  around: () => {
    const key = state.chosen;
    only([key, ...guide.parents(key).map((own) => own.from), ...guide.links(key).map((link) => link.to)], key);
  },
  ways: () => {
    const key = state.chosen;
    const asked = guide.reach([key], (own) => guide.parents(own).filter((one) => !one.after).map((one) => one.from));
    const after = guide.parents(key).filter((own) => own.after).map((own) => own.from);
    only([...asked, ...after], key);
  },
  below: () => {
    const key = state.chosen;
    const onward = (own) => guide.links(own).map((link) => link.to);
    guide.reach([key], onward).forEach((own) => onward(own).forEach((to) => openLink(own, to)));
    draw(key);
  },
  fold: () => fold(state.chosen),
  language: () => speak((guide.lang + 1) % guide.data.languages.length),
};

// Everything in another language, in the same place.
function speak(lang) {
  guide.lang = lang;
  const words = guide.words(), languages = guide.data.languages;
  document.documentElement.lang = languages[lang].tag;
  document.title = guide.say(guide.data.title);
  document.getElementById("title").textContent = `${guide.say(guide.data.title)} ${guide.data.version}`;
  const search = document.getElementById("search");
  search.placeholder = words.search;
  search.setAttribute("aria-label", words.search);
  picture.setAttribute("aria-label", words.title);
  const names = ["start", "all", "fit", "out", "in"];
  const buttons = names.map((name) => html("button", { type: "button", "data-do": name }, words[name]));
  if (languages.length > 1) {
    const next = languages[(lang + 1) % languages.length];
    buttons.push(html("button", { type: "button", "data-do": "language", lang: next.tag }, next.name));
  }
  document.getElementById("tools").replaceChildren(...buttons);
  draw(state.chosen || groups[0]);
  tell(guide, state.chosen);
}

// What was clicked, or chosen by the keyboard.
function take(target) {
  const own = target.closest("[data-do],[data-go],[data-from],[data-box]");
  if (!own || own.classList.contains("line")) return false;
  const { do: doing, go, from, row, box } = own.dataset;
  if (doing) doings[doing]();
  else if (go) choose(go, state.chosen);
  else if (box) choose(box);
  else {
    const link = guide.links(from).filter((one) => one.row === Number(row));
    // Of many codes one has to be chosen in the panel.
    if (link.length === 1) choose(link[0].to, from);
    else choose(from);
  }
  return true;
}

const search = document.getElementById("search"), found = document.getElementById("found");
let results = [], active = 0;

function showFound() {
  results = seek(guide, search.value);
  active = 0;
  const items = results.map((one, at) => html("li", { id: `f${at}`, role: "option", "data-found": at },
    one.text, html("small", {}, one.aside)));
  if (search.value.trim() && items.length === 0) items.push(html("li", { class: "none" }, guide.words().nothing));
  found.replaceChildren(...items);
  found.hidden = items.length === 0;
  search.setAttribute("aria-expanded", String(!found.hidden));
  mark();
}

function mark() {
  [...found.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === active)));
  if (results.length > 0) {
    search.setAttribute("aria-activedescendant", `f${active}`);
    found.children[active].scrollIntoView({ block: "nearest" });
  } else search.removeAttribute("aria-activedescendant");
}

function takeFound(at) {
  const one = results[at];
  if (!one) return;
  found.hidden = true;
  search.setAttribute("aria-expanded", "false");
  choose(one.key, one.via);
}

search.addEventListener("input", showFound);
search.addEventListener("keydown", (event) => {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps && results.length > 0) {
    active = (active + steps[event.key] + results.length) % results.length;
    mark();
    event.preventDefault();
  } else if (event.key === "Enter") takeFound(active);
  else if (event.key === "Escape") { search.value = ""; showFound(); picture.focus(); }
});
found.addEventListener("mousedown", (event) => {
  const item = event.target.closest("[data-found]");
  if (item) takeFound(Number(item.dataset.found));
  event.preventDefault();
});

document.addEventListener("click", (event) => { if (!state.moved) take(event.target); });
document.addEventListener("keydown", (event) => {
  if (event.target === search || event.ctrlKey || event.metaKey || event.altKey) return;
  const pans = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };
  const keys = { "+": "in", "=": "in", "-": "out", 0: "fit" };
  if (event.key === "/") search.focus();
  else if (event.key in pans) { state.x += pans[event.key][0]; state.y += pans[event.key][1]; move(); }
  else if (event.key in keys) doings[keys[event.key]]();
  else if (event.key === "Enter" && event.target.dataset && !event.target.matches("button")) {
    if (!take(event.target)) return;
  } else return;
  event.preventDefault();
});

picture.addEventListener("wheel", (event) => {
  const room = size();
  zoomBy(Math.exp(-event.deltaY / 600), event.clientX - room.left, event.clientY - room.top);
  event.preventDefault();
}, { passive: false });
picture.addEventListener("pointerdown", (event) => {
  state.drag = event.button === 0 ? [event.clientX - state.x, event.clientY - state.y, event.clientX, event.clientY] : null;
  state.moved = false;
});
window.addEventListener("pointermove", (event) => {
  if (!state.drag) return;
  const [x, y, fromX, fromY] = state.drag;
  // A hand that shakes still clicks.
  if (!state.moved && Math.hypot(event.clientX - fromX, event.clientY - fromY) < 5) return;
  state.moved = true;
  state.x = event.clientX - x;
  state.y = event.clientY - y;
  move();
});
window.addEventListener("pointerup", () => { state.drag = null; setTimeout(() => { state.moved = false; }); });
window.addEventListener("resize", move);

// The box that the address names.
function named() {
  const id = decodeURIComponent(location.hash.slice(1));
  const at = guide.data.nodes.findIndex((node) => node.id === id);
  return at >= 0 ? `n${at}` : null;
}
window.addEventListener("hashchange", () => { if (named()) choose(named()); });

speak(guide.lang);
if (guide.data.first.length > 0) {
  const first = guide.data.first.map((at) => `n${at}`);
  only([...guide.data.ways.map((at) => groups[at]), ...first], guide.data.about === null ? null : `n${guide.data.about}`);
} else fit();
if (named()) choose(named());
