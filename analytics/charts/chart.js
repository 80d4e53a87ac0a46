// One chart, drawn by Plotly in a node that stays: a new figure is laid over the old one in place.
//
// Streamlit calls the default export each time the data changes. What comes in is Chart.data() of
// chart.py, as the bytes of its JSON. What goes out, one event for one act of the reader, is one of
//   {sort: "click", picks: [PICK]}   {sort: "box", picks: [PICK, …]}   {sort: "period", from, to}
// Every string of the data is shown as text, never as markup.

const states = new WeakMap();
const shown = new Map(); // state by key, of the charts on the page
const decoder = new TextDecoder();
let loading;
let count = 0;
const PATIENCE = 3000; // ms
const SETTLE = 1000; // ms
let unheard = false; // an answer did not come, as behind a proxy that swallows it: none is waited for

function loadPlotly(url) {
  loading ??= new Promise((resolve, reject) => {
    if (window.Plotly) return resolve(window.Plotly);
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => {
      loading = undefined;
      reject(new Error(`the chart library did not load from ${url}`));
    };
    document.head.append(script);
  });
  return loading;
}

export default function ({ data, parentElement, setTriggerValue }) {
  let state = states.get(parentElement);
  if (!state) {
    state = build(parentElement);
    states.set(parentElement, state);
  }
  state.send = async (act) => {
    const lines = await answer(state.data, act);
    // At the next turn: by then the charts are drawn, and the run takes no time from them.
    setTimeout(() => setTriggerValue("pick", act));
    for (const [key, text] of lines) if (shown.has(key)) take(shown.get(key), text);
    if (lines.length) settle();
  };
  state.sent = decoder.decode(data);
  take(state, state.sent);
  shown.set(state.data.key, state);
  return () => {
    // Also called before each redraw: let go only of what has left the page.
    setTimeout(() => {
      if (state.root.isConnected) return;
      if (shown.get(state.data.key) === state) shown.delete(state.data.key);
      if (state.drawn) window.Plotly.purge(state.plot);
    }, 1000);
  };
}

// What the last run sent stands, once a run has begun and ended. A run that was taken back before it
// came to a chart sends what the page has already, of which a chart is told nothing.
function settle() {
  const app = document.querySelector("[data-test-script-state]");
  const still = () => app.dataset.testScriptState === "notRunning";
  const stand = () => {
    if (still()) for (const state of shown.values()) take(state, state.sent);
    else setTimeout(stand, SETTLE);
  };
  const watch = new MutationObserver(() => {
    if (!still()) return;
    watch.disconnect();
    setTimeout(stand, SETTLE);
  });
  if (app) watch.observe(app, { attributeFilter: ["data-test-script-state"] });
}

// What is drawn already stays as it is.
function take(state, text) {
  if (text === state.text) return;
  state.text = text;
  state.data = JSON.parse(text);
  show(state);
}

// Ask for the charts as they are after an act, ahead of the run that it begins (ahead.py).
async function answer({ ahead }, act) {
  if (!ahead || unheard) return [];
  try {
    const body = JSON.stringify(act);
    const said = await fetch(ahead, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE) });
    return said.ok ? (await said.text()).split("\n").map((line) => line.split("\t", 2)) : [];
  } catch {
    unheard = true;
    return [];
  }
}

// ---------------------------------------------------------------- the frame around the plot

const ICONS = {
  select: "M3 3h3M10 3h3M3 13h3M10 13h3M3 3v3M3 10v3M13 3v3M13 10v3",
  lasso: "M6 11C3 10.5 1.5 9 1.5 7C1.5 4.5 4.5 2.5 8 2.5S14.5 4.5 14.5 7S11.5 11.5 8 11.5M8 11.5a1.6 1.6 0 1 0-2-.5C7 12 6.5 14 4.5 14.5",
  zoom: "M7 3a4 4 0 1 0 0 8a4 4 0 0 0 0-8M10 10l4 4M5 7h4M7 5v4",
  reset: "M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3",
  table: "M2 3h12v10H2zM2 6.5h12M2 10h12M7 6.5v6.5",
  save: "M8 2v8M4.5 7L8 10.5L11.5 7M3 13.5h10",
};

function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in node && name !== "list") node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

function tool(name, label, act) {
  const button = element("button", { type: "button", className: "mu-tool", title: label }, icon(name));
  button.setAttribute("aria-label", label);
  button.addEventListener("click", act);
  return button;
}

function build(parent) {
  const id = `mu-chart-${++count}`;
  // Under a finger a drag goes on scrolling the page, until a button says otherwise.
  const mode = matchMedia("(pointer: coarse)").matches ? "none" : "select";
  const state = { id, mode, revision: 0, zooms: 0, drawn: false, tabled: false };
  state.title = element("h2", { id, className: "mu-title" });
  state.note = element("p", { className: "mu-note" });
  state.legend = element("div", { className: "mu-legend" });
  state.plot = element("div", { className: "mu-plot" });
  state.plot.setAttribute("role", "img");
  state.table = element("div", { className: "mu-table", hidden: true, tabIndex: 0 });
  state.table.setAttribute("role", "region");
  state.sentinel = element("span", { className: "mu-sentinel" });
  state.reset = tool("reset", "Show the whole chart again", () => resetZoom(state));
  state.reset.hidden = true;
  state.modes = {
    select: tool("select", "Drag to choose", () => setMode(state, "select")),
    lasso: tool("lasso", "Draw around what to choose", () => setMode(state, "lasso")),
    zoom: tool("zoom", "Drag to zoom", () => setMode(state, "zoom")),
  };
  state.toTable = tool("table", "Show as table", () => toggleTable(state));
  state.menu = saveMenu(state);
  state.tools = element(
    "div",
    { className: "mu-tools" },
    state.reset, ...Object.values(state.modes), state.toTable, state.menu,
  );
  const head = element("div", {}, state.title, state.note);
  state.root = element(
    "section",
    { className: "mu-chart" },
    element("header", { className: "mu-head" }, head, state.tools),
    state.legend, state.plot, state.table, state.sentinel,
  );
  state.root.setAttribute("aria-labelledby", id);
  // The sentinel's colour is the theme's: when it changes, the transition tells us.
  state.sentinel.addEventListener("transitionend", () => state.data && draw(state));
  new ResizeObserver(([{ contentRect }]) => fit(state, contentRect.width)).observe(state.plot);
  parent.append(state.root);
  return state;
}

function saveMenu(state) {
  const summary = element("summary", { className: "mu-tool", title: "Save this chart" }, icon("save"));
  summary.setAttribute("aria-label", "Save this chart");
  const details = element("details", { className: "mu-menu" }, summary);
  const entry = (label, act) => {
    const button = element("button", { type: "button", textContent: label });
    button.addEventListener("click", () => {
      details.open = false;
      act();
    });
    return button;
  };
  details.append(
    element(
      "div",
      { className: "mu-entries" },
      entry("Image (PNG)", () => saveImage(state, "png")),
      entry("Drawing (SVG)", () => saveImage(state, "svg")),
      entry("Numbers (CSV)", () => saveNumbers(state)),
    ),
  );
  details.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      details.open = false;
      summary.focus();
    }
  });
  details.addEventListener("focusout", (event) => {
    if (!details.contains(event.relatedTarget)) details.open = false;
  });
  return details;
}

function show(state) {
  const { data } = state;
  state.title.textContent = data.title;
  state.note.textContent = data.note;
  state.plot.setAttribute("aria-label", data.alt);
  state.table.setAttribute("aria-label", `${data.title}, as a table`);
  state.plot.style.height = `${data.height}px`;
  for (const button of Object.values(state.modes)) button.hidden = !data.brush;
  if (state.tabled) fillTable(state);
  draw(state);
}

function setMode(state, mode) {
  state.mode = mode === state.mode ? "none" : mode;
  if (state.drawn) window.Plotly.relayout(state.plot, { dragmode: dragmode(state) });
  markMode(state);
}

function markMode(state) {
  for (const [name, button] of Object.entries(state.modes)) {
    button.setAttribute("aria-pressed", String(name === state.mode));
  }
}

function dragmode(state) {
  if (!state.data.brush || state.mode === "none") return false;
  if (state.mode === "zoom") return state.data.figure.layout.geo ? "pan" : "zoom";
  return state.mode;
}

// ---------------------------------------------------------------- theme

let colours; // of the theme now; asked of the browser once for all charts drawn in one go

function theme(root) {
  if (!colours) {
    colours = themeOf(root);
    setTimeout(() => (colours = undefined));
  }
  return colours;
}

function themeOf(root) {
  const style = getComputedStyle(root);
  const value = (name) => style.getPropertyValue(`--st-${name}`).trim();
  const list = (name) => value(name).split(",").map((colour) => colour.trim()).filter(Boolean);
  const text = style.color;
  const faded = (share) => `color-mix(in srgb, ${text} ${share}%, ${value("background-color")})`;
  return {
    text,
    muted: hex(faded(62)),
    grid: hex(faded(12)),
    back: value("background-color"),
    accent: value("primary-color"),
    land: hex(faded(9)),
    font: value("font"),
    categorical: list("chart-categorical-colors"),
    sequential: list("chart-sequential-colors"),
  };
}

// Plotly reads no color-mix(): let the browser compute it, and write it as rgb().
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
function hex(colour) {
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return `rgb(${red},${green},${blue})`;
}

const DATA = new Set(["x", "y", "z", "customdata", "locations", "text", "hovertext", "lat", "lon"]);

// Words of others, in which nothing is a role.
const WORDS = new Set(["name", "legend", "pick", "title", "hovertemplate", "ticktext", "categoryarray"]);

// A copy of a figure with every role of a colour resolved.
function resolve(value, colours) {
  if (typeof value === "string") return value[0] === "@" ? colour(value.slice(1), colours) : value;
  if (Array.isArray(value)) return value.map((one) => resolve(one, colours));
  if (value === null || typeof value !== "object") return value;
  const copy = {};
  for (const [key, one] of Object.entries(value)) {
    const kept = WORDS.has(key) || (DATA.has(key) && Array.isArray(one));
    copy[key] = kept ? one : resolve(one, colours);
  }
  return copy;
}

function colour(role, colours) {
  if (role === "sequential") {
    return colours.sequential.map((one, at, all) => [at / (all.length - 1), one]);
  }
  const number = Number(role);
  if (number) return colours.categorical[(number - 1) % colours.categorical.length];
  return colours[role] ?? colours.text;
}

function dressed(state) {
  const colours = theme(state.root);
  const figure = resolve(state.data.figure, colours);
  const { xaxis, yaxis, margin } = roomy(figure, colours.font);
  const layout = {
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: colours.font, size: 12.5, color: colours.muted },
    hoverlabel: {
      bgcolor: colours.back,
      bordercolor: colours.grid,
      font: { family: colours.font, size: 13, color: colours.text },
      align: "left",
    },
    showlegend: false,
    hovermode: "closest",
    uirevision: `${state.data.name} ${state.zooms}`,
    selectdirection: direction(state.data),
    selectionrevision: ++state.revision,
    selections: [],
    newselection: { line: { color: colours.accent, dash: "dot", width: 1.5 } },
    ...figure.layout,
    ...(xaxis && { xaxis, yaxis }),
    margin,
    dragmode: dragmode(state),
    width: state.width || state.plot.clientWidth || 700,
  };
  squares(state, figure.data);
  // Without these Plotly fails over a box around bars that have a text.
  for (const trace of figure.data.filter(({ type, text }) => type === "bar" && text)) {
    trace.selected = { marker: { opacity: 1 }, textfont: { color: colours.text } };
    trace.unselected = { marker: { opacity: 0.3 }, textfont: { color: colours.muted } };
  }
  return { data: figure.data, layout };
}

// A box over time spans the whole height, one over lying bars the whole width: Plotly takes a bar
// only where its end is inside.
function direction({ brush, figure }) {
  if (brush === "x") return "h";
  return figure.data[0]?.orientation === "h" ? "v" : "any";
}

// Plotly finds the room for labels by drawing a chart twice. We measure it, which halves the time
// and keeps the plot in its place while the numbers change.
const LINE = 17; // px, of a line of an axis
const GAP = 10; // px, between labels and a title, and around labels

function roomy({ data, layout }, font) {
  const margin = { l: 8, r: 12, t: 8, b: 8, ...layout.margin };
  if (!layout.xaxis) return { margin };
  const xaxis = { ...layout.xaxis, ticklabeloverflow: "allow" };
  const yaxis = { ...layout.yaxis, ticklabeloverflow: "allow" };
  if (yaxis.automargin) {
    yaxis.automargin = false;
    margin.l += widest(data, layout, font) + GAP + (yaxis.title.text ? LINE + GAP : 0);
  }
  if (xaxis.automargin) {
    Object.assign(xaxis, { automargin: false, tickangle: 0 });
    // Under its months a date axis writes the year.
    margin.b += LINE * (xaxis.type === "date" ? 2 : 1) + (xaxis.title.text ? LINE + GAP : 0);
  }
  return { xaxis, yaxis, margin };
}

// The width of the widest label of the vertical axis: a name, or a number of as many digits.
function widest(traces, layout, font) {
  canvas.font = `12.5px ${font}`;
  const values = traces.flatMap((trace) => trace.y ?? []).filter((value) => value !== null);
  let labels = [...new Set(values)].filter((value) => typeof value === "string");
  if (!labels.length) {
    const higher = (most, value) => (value > most ? value : most);
    const most = layout.barmode === "stack" ? highest(traces) : values.reduce(higher, 0);
    const digits = String(Math.ceil(most)).padStart(layout.yaxis.fixedrange ? 2 : 5, "0");
    labels = [most >= 10_000 || layout.yaxis.type === "log" ? "00,000" : digits];
  }
  const suffix = layout.yaxis.ticksuffix ?? "";
  const widths = labels.map((label) => canvas.measureText(unescaped(label) + suffix).width);
  return Math.ceil(Math.max(0, ...widths));
}

function highest(traces) {
  const sums = new Map();
  for (const { x, y } of traces) {
    x.forEach((at, index) => sums.set(at, (sums.get(at) ?? 0) + y[index]));
  }
  return Math.max(0, ...sums.values());
}

const parser = document.createElement("textarea");
function unescaped(label) {
  if (!label.includes("&")) return label;
  parser.innerHTML = label; // of a textarea: text only, nothing in it is ever an element
  return parser.value;
}

// The squares of a matrix fill their cells: their size follows the width of the plot.
function squares(state, traces) {
  const { columns, rows } = state.data.cells;
  if (!columns) return;
  const margin = state.data.figure.layout.margin;
  const width = ((state.width || state.plot.clientWidth) - margin.l - margin.r) / columns;
  const height = (state.data.height - margin.t - margin.b) / rows;
  for (const trace of traces) {
    trace.marker.size = Math.max(4, Math.min(width, height) - 3);
  }
}

// ---------------------------------------------------------------- drawing

async function draw(state) {
  let plotly;
  try {
    plotly = await loadPlotly(state.data.plotly);
  } catch (error) {
    state.plot.textContent = `This chart cannot be drawn: ${error.message}. Its table still can.`;
    return;
  }
  if (!state.root.isConnected) return;
  const { data, layout } = dressed(state);
  const config = {
    displayModeBar: false,
    responsive: false,
    doubleClick: "reset",
    scrollZoom: false,
    topojsonURL: state.data.maps,
  };
  state.shown = { data, layout };
  showLegend(state, data);
  markMode(state);
  state.drawing = true;
  await plotly.react(state.plot, data, layout, config);
  state.drawing = false;
  if (!state.drawn) bind(state);
  state.drawn = true;
  state.root.dataset.drawn = String(Number(state.root.dataset.drawn ?? 0) + 1);
}

function bind(state) {
  state.plot.on("plotly_click", (event) => {
    const pick = event.points.map((point) => point.customdata).find(Boolean);
    if (pick) state.send({ sort: "click", picks: [pick] });
  });
  state.plot.on("plotly_selected", (event) => {
    // Not by a hand: an outline that is taken away, or that a map reports again while it is drawn.
    if (state.drawing || !(event?.range || event?.lassoPoints)) return;
    if (state.data.brush === "x" && event.range) {
      const [from, to] = event.range.x.map((day) => String(day).slice(0, 10));
      state.send({ sort: "period", from, to });
    } else {
      const picks = event.points.map((point) => picked(state, point)).filter(Boolean);
      if (!picks.length) return draw(state);
      state.send({ sort: "box", picks });
    }
    // Where the view stays as it is, nothing comes that takes the drawn outline away.
    const { text } = state;
    setTimeout(() => state.text === text && draw(state), 5000);
  });
  state.plot.on("plotly_relayout", (change) => {
    const keys = Object.keys(change);
    if (keys.some((key) => /axis\.range|^geo\./.test(key))) state.reset.hidden = false;
    if (keys.some((key) => key.includes("autorange"))) state.reset.hidden = true;
  });
}

// What a mark inside an outline filters by. A report is no filter itself: its source and day are.
function picked(state, { customdata: pick, x }) {
  if (!pick?.figure) return pick;
  const { columns, rows, picks } = state.data.table;
  const row = rows[picks.findIndex((one) => one.figure[0] === pick.figure[0])];
  return { day: [x], ...(row && { source: [row[columns.indexOf("source")]] }) };
}

function fit(state, width) {
  if (!width || width === state.width) return;
  state.width = width;
  if (!state.drawn) return;
  cancelAnimationFrame(state.frame);
  state.frame = requestAnimationFrame(() => draw(state));
}

function resetZoom(state) {
  state.zooms++;
  state.reset.hidden = true;
  draw(state);
}

function showLegend(state, traces) {
  const named = traces.filter((trace) => trace.meta?.legend);
  state.legend.hidden = !named.length;
  state.legend.replaceChildren(
    ...named.map((trace) => {
      const { legend, pick, form } = trace.meta;
      const colour = trace.meta.colour ?? trace.marker?.color ?? trace.line?.color;
      const swatch = element("span", { className: `mu-swatch mu-${form ?? "square"}` });
      swatch.style.color = colour;
      if (!pick) return element("span", { className: "mu-key" }, swatch, legend);
      const button = element("button", { type: "button", className: "mu-key" }, swatch, legend);
      button.addEventListener("click", () => state.send({ sort: "click", picks: [pick] }));
      return button;
    }),
  );
}

// ---------------------------------------------------------------- the table twin

function toggleTable(state) {
  state.tabled = !state.tabled;
  state.table.hidden = !state.tabled;
  state.plot.hidden = state.tabled;
  state.toTable.setAttribute("aria-pressed", String(state.tabled));
  state.toTable.title = state.tabled ? "Show as chart" : "Show as table";
  state.toTable.setAttribute("aria-label", state.toTable.title);
  if (state.tabled) fillTable(state);
  else draw(state);
}

function fillTable(state) {
  const { columns, rows, picks, left_out: leftOut } = state.data.table;
  const numeric = columns.map((_, at) => rows.every((row) => row[at] === null || typeof row[at] === "number"));
  const head = columns.map((name, at) =>
    element("th", { scope: "col", textContent: name, className: numeric[at] ? "mu-number" : "" }),
  );
  const body = rows.map((row, line) =>
    element("tr", {}, ...row.map((value, at) => cell(state, value, at, numeric[at], picks[line]))),
  );
  state.table.style.maxHeight = `${Math.max(240, state.data.height)}px`;
  state.table.replaceChildren(
    element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...body)),
  );
  if (leftOut) state.table.append(element("p", { textContent: `and ${leftOut} more rows` }));
}

function cell(state, value, at, numeric, pick) {
  const text = numeric && value !== null ? value.toLocaleString("en", { maximumFractionDigits: 3 }) : value ?? "–";
  if (at > 0 || !pick) return element("td", { textContent: text, className: numeric ? "mu-number" : "" });
  const button = element("button", { type: "button", textContent: text, title: "Choose" });
  button.addEventListener("click", () => state.send({ sort: "click", picks: [pick] }));
  return element("td", {}, button);
}

// ---------------------------------------------------------------- files

function save(name, blob) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// A cell that a spreadsheet would run as a formula begins with an apostrophe instead.
function field(value) {
  if (value === null) return "";
  let text = String(value);
  if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function saveNumbers(state) {
  const { columns, rows } = state.data.table;
  const lines = [columns, ...rows].map((row) => row.map(field).join(","));
  save(`${state.data.name}.csv`, new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv" }));
}

async function saveImage(state, format) {
  const { data, layout } = dressed(state);
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("$", "&#36;");
  const colours = theme(state.root);
  const width = Math.max(720, state.plot.clientWidth);
  const picture = {
    ...layout,
    paper_bgcolor: colours.back,
    title: {
      text: `${escaped(state.data.title)}<br><span style="font-size:13px">${escaped(state.data.note)}</span>`,
      x: 0, xref: "paper", xanchor: "left", yref: "container", y: 0.97, yanchor: "top",
      font: { size: 18, color: colours.text },
    },
    margin: { ...layout.margin, t: 84, b: Math.max(layout.margin.b, 40), l: Math.max(layout.margin.l, 24) },
    showlegend: data.some((trace) => trace.meta?.legend),
    legend: { orientation: "h", y: -0.12 },
  };
  const named = data.map((trace) => ({
    ...trace,
    name: escaped(trace.meta?.legend ?? trace.name ?? ""),
    showlegend: Boolean(trace.meta?.legend),
  }));
  const url = await window.Plotly.toImage(
    { data: named, layout: picture, config: { topojsonURL: state.data.maps } },
    { format, width, height: state.data.height + 130, scale: format === "png" ? 2 : 1 },
  );
  save(`${state.data.name}.${format}`, await (await fetch(url)).blob());
}
