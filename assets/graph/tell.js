"use strict";
// What is told of one box, and what is found by words.

function html(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// A line that leads to another box.
function leading(guide, key, text, aside) {
  const button = html("button", { type: "button", "data-go": key }, text);
  if (aside) button.append(html("small", {}, aside));
  return html("li", {}, button);
}

function section(words, name, ...children) {
  return children.length > 0 ? [html("h3", {}, words[name]), ...children] : [];
}

function list(items) {
  return items.length > 0 ? [html("ul", {}, ...items)] : [];
}

// Fills the panel with what the guide says of a box.
function tell(guide, key) {
  const panel = document.getElementById("details");
  const words = guide.words();
  panel.replaceChildren();
  if (key === null) {
    panel.append(html("p", {}, words.help));
    return;
  }
  const box = guide.box(key);
  panel.append(html("p", { class: `kind ${guide.style(key)}` }, guide.head(key)));
  panel.append(html("h2", {}, guide.text(key)));
  if (box.id) {
    const where = box.place ? `${box.id} · ${box.place}` : box.id;
    panel.append(html("p", { class: "id" }, where));
  }
  if (!guide.isGroup(key)) {
    const figures = html("p", { class: "figures" });
    figures.append(`${words.visits} ${percent(box.visits)} · ${box.minutes} ${words.minutes}`);
    panel.append(figures);
  }
  panel.append(tools(words, guide.isGroup(key)));
  const rows = box.rows.filter((row) => row.to !== null);
  const onward = rows.map((row) => leading(guide, `n${row.to}`, guide.say(row.say), percent(row.share)));
  panel.append(...section(words, box.remedy ? "onward" : "answers", ...list(onward)));
  for (const [name, texts] of box.more || []) {
    const items = texts.map((text) => html("li", {}, guide.say(text)));
    panel.append(...section(words, name, ...list(items)));
  }
  const codes = (box.codes || []).filter((row) => row.to !== null);
  panel.append(...section(words, "codes", ...list(codes.map((row) =>
    leading(guide, `n${row.to}`, `${row.id}: ${guide.say(row.say)}`, "")))));
  const from = guide.parents(key).map((own) => leading(guide, own.from, guide.text(own.from), own.text));
  panel.append(...section(words, "from", ...list(from)));
  const sources = (box.sources || []).map((id) => html("li", {}, html("b", {}, id), ` ${guide.data.facts[id] || ""}`));
  panel.append(...section(words, "sources", ...list(sources)));
  panel.scrollTop = 0;
}

function tools(words, group) {
  const names = group ? ["fold"] : ["around", "ways", "below", "fold"];
  const buttons = names.map((name) => html("button", { type: "button", "data-do": name }, words[name]));
  return html("p", { class: "tools" }, ...buttons);
}

const MOST_FOUND = 40;

// The boxes and codes whose names or texts have all the words, the names first.
function seek(guide, typed) {
  const parts = typed.toLowerCase().split(/\s+/).filter((part) => part);
  if (parts.length === 0) return [];
  const all = [];
  const fits = (text) => parts.every((part) => text.toLowerCase().includes(part));
  guide.data.nodes.forEach((node, at) => {
    const key = `n${at}`;
    const names = [node.id, ...node.say].join(" ");
    const more = node.more.flatMap(([, texts]) => texts.flat()).concat(node.rows.flatMap((row) => row.say));
    const rank = fits(names) ? 0 : fits([names, node.place, ...more].join(" ")) ? 2 : 9;
    if (rank < 9) all.push({ key, rank, text: guide.text(key), aside: node.id });
    node.codes.filter((row) => row.to !== null).forEach((row) => {
      if (fits([row.id, ...row.say].join(" "))) {
        all.push({ key: `n${row.to}`, rank: 3, text: `${row.id}: ${guide.say(row.say)}`, aside: "" });
      }
    });
  });
  guide.data.groups.forEach((group, at) => group.rows.forEach((row) => {
    if (fits([row.id, ...row.say].join(" ")) && row.to !== null) {
      all.push({ key: `n${row.to}`, via: `g${at}`, rank: 1, text: guide.say(row.say), aside: row.id });
    }
  }));
  return all.sort((a, b) => a.rank - b.rank).slice(0, MOST_FOUND);
}
