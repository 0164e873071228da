"use strict";
// The moving parts of a page: the plots of data and fit, and the model of the program evaluated
// from its own tables. Without it the page shows the same plots as still pictures.
(function () {
  const D = JSON.parse(document.getElementById("data").textContent);
  const [unitName, unit] = D.unit;
  const $ = (id) => document.getElementById(id);

  // ---- copy buttons ----
  document.querySelectorAll("button[data-copy]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const area = document.createElement("textarea");
      area.value = $(button.dataset.copy).textContent;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
      $("said").textContent = "copied";
    });
  });

  // ---- the model: S(ξ, η) from the program's tables, K = S L ----
  const bytes = (base64) => {
    const text = atob(base64);
    const array = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) array[i] = text.charCodeAt(i);
    return new DataView(array.buffer);
  };

  function intervals(base64) {
    const view = bytes(base64);
    const x0 = view.getFloat64(0);
    const width = view.getFloat64(8);
    const number = (view.byteLength - 16) / 104;
    return (x) => {
      const position = (x - x0) / width;
      const k = Math.min(Math.max(Math.floor(position), 0), number - 1);
      const s = Math.min(Math.max(2 * (position - k) - 1, -1), 1);
      let value = 0;
      for (let i = 12; i >= 0; i--) value = value * s + view.getFloat64(16 + 104 * k + 8 * i);
      return value;
    };
  }

  function patches(base64) {
    const view = bytes(base64);
    const all = [];
    for (let at = 0; at < view.byteLength; ) {
      const n = view.getInt16(at + 16);
      const terms = ((n + 1) * (n + 2)) / 2;
      const c = [view.getFloat64(at + 18)];
      for (let k = 0; k < terms - 1; k++) c.push(view.getFloat32(at + 26 + 4 * k));
      all.push({
        x: view.getFloat32(at), y: view.getFloat32(at + 4),
        w: view.getFloat32(at + 8), h: view.getFloat32(at + 12), n, c,
      });
      at += 26 + 4 * (terms - 1);
    }
    let last = null;
    const holds = (p, x, y) => x >= p.x && x <= p.x + p.w && y >= p.y && y <= p.y + p.h;
    return (x, y) => {
      if (last === null || !holds(last, x, y)) last = all.find((p) => holds(p, x, y)) || null;
      if (last === null) return NaN; // beyond what the page carries
      const s = (2 * (x - last.x)) / last.w - 1;
      const t = (2 * (y - last.y)) / last.h - 1;
      let value = 0;
      let end = last.c.length;
      for (let i = last.n; i >= 0; i--) {
        const start = end - (last.n + 1 - i);
        let inner = 0;
        for (let k = end - 1; k >= start; k--) inner = inner * t + last.c[k];
        value = value * s + inner;
        end = start;
      }
      return value;
    };
  }

  const PATCHES = ["weak", "strong", "constant", "field"];
  const tables = D.tables && Object.fromEntries(Object.entries(D.tables).map(
    ([name, base64]) => [name, (PATCHES.includes(name) ? patches : intervals)(base64)]));

  /** A coordinate held within a range, as the program does: with continuous slope. */
  function held(x, low, least, high, largest) {
    if (x > high) return largest - (largest - high) * Math.exp((high - x) / (largest - high));
    return x < low ? least + (low - least) * Math.exp((x - low) / (low - least)) : x;
  }

  function integral(xi, eta) {
    const x = Math.log(xi);
    const alone = Math.exp(tables.unrelaxed(x));
    if (!(eta > 0)) return alone;
    const y = Math.log(Math.max(eta, 1e-8));
    const q = x < 0 ? tables.weak(x, x + y) : tables.strong(x, y);
    return alone / (1 + eta * Math.exp(q));
  }

  const best = {
    chi: D.values.chi, p: D.values.dipoleMoment, t10: D.values.relaxationTime,
    f: D.values.referenceFrequency,
  };
  const now = { ...best };

  /** K of model lz: S ln(ω0/√v0) + S Λ(ξ, η) + F(ξ) D(ζ, η), ζ = Ω/ω0. */
  function wholeResponse(omega, v, omega0, xi, eta) {
    const x = Math.log(xi), zeta = omega / omega0;
    if (!(zeta <= 1)) return NaN; // the theory has ended
    const z = held(Math.log(zeta), -16, -18, 0, 2);
    let lambda = tables.constantUnrelaxed(x), w = tables.fieldUnrelaxed(z);
    if (eta > 0) {
      const y = held(Math.log(eta), -20, -24, 20, 24), share = eta / (1 + eta);
      lambda += share * tables.constant(Math.max(-20, Math.min(20, x)), y);
      w += share * tables.field(z, y);
    }
    return integral(xi, eta) * (Math.log(omega0 / Math.sqrt(v)) + lambda) + tables.following(x) * zeta * w;
  }

  /** K of the program's model at a point given at the best p. */
  function response(rabi, sweepRate, driveIsField, biasIsField, at) {
    const scale = at.p / best.p;
    const omega = rabi * (driveIsField ? scale : 1);
    const v = sweepRate * (biasIsField ? scale : 1);
    const omega0 = 2 * Math.PI * at.f;
    const eta = at.t10 === null ? 0 : omega0 / (v * at.t10);
    const xi = (Math.PI * omega * omega) / (2 * v);
    if (D.model === "lz") return wholeResponse(omega, v, omega0, xi, eta);
    const logarithm = Math.log(omega0 / (omega / Math.sqrt(1 + eta) + Math.sqrt(v)));
    return integral(xi, eta) * logarithm;
  }

  /** Shift f − f_ref of the best fit [Hz]; f_ref itself where the model is not carried. */
  function shift(point, fittedShift, driveIsField, biasIsField, at) {
    if (tables) {
      const k = response(point.rabi, point.sweepRate, driveIsField, biasIsField, at);
      return at.f - D.reference - at.f * at.chi * k;
    }
    // without the model's tables χ and f_ref still act linearly
    return at.f - D.reference + ((at.chi * at.f) / (best.chi * best.f)) * (fittedShift - best.f + D.reference);
  }

  function curveShifts(curve, at) {
    return curve.x.map((x, k) =>
      shift({ rabi: curve.rabi[k], sweepRate: curve.sweepRate[k] }, curve.frequency[k] - D.reference,
        curve.acField.length > 0, curve.biasRate.length > 0, at));
  }

  function readingShift(reading, at) {
    return shift(reading, reading.fitted - reading.slow - D.reference,
      reading.acField !== null, reading.biasRate !== null, at);
  }

  function chiSquare(at) {
    let sum = 0;
    for (const r of D.readings) {
      const residual = (readingShift(r, at) + r.slow - (r.frequency - D.reference)) / r.inForce;
      sum += residual * residual;
    }
    return sum;
  }

  // ---- plots ----
  const NS = "http://www.w3.org/2000/svg";
  function svg(parent, name, attributes, text) {
    const element = document.createElementNS(NS, name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    if (text !== undefined) element.textContent = text;
    parent.append(element);
    return element;
  }

  const AXES = {
    set: { label: (c) => c.label, log: (c) => c.logarithmic, curve: (c) => c.x, data: (c) => c.data },
    field: { label: (c) => (c.drive ? "microwave field F_AC (V/m)" : "rate of the bias field (V/m/s)"),
      log: () => true, curve: (c) => (c.drive ? c.acField : c.biasRate),
      data: (c) => c.readings.map((i) => (c.drive ? D.readings[i].acField : D.readings[i].biasRate)) },
    rate: { label: (c) => (c.drive ? "Rabi frequency Ω_R0 (rad/s)" : "sweep rate v₀ (rad/s²)"),
      log: () => true, curve: (c) => (c.drive ? c.rabi : c.sweepRate),
      data: (c) => c.readings.map((i) => (c.drive ? D.readings[i].rabi : D.readings[i].sweepRate)) },
    xi: { label: () => "ξ = πΩ²/(2v₀)", log: () => true,
      curve: (c) => c.rabi.map((r, k) => (Math.PI * r * r) / (2 * c.sweepRate[k])),
      data: (c) => c.readings.map((i) => {
        const r = D.readings[i];
        return (Math.PI * r.rabi * r.rabi) / (2 * r.sweepRate);
      }) },
  };

  function ticks(from, to, log, most) {
    const out = [];
    if (log && to / from >= 10) {
      const first = Math.ceil(Math.log10(from) - 1e-9);
      const last = Math.floor(Math.log10(to) + 1e-9);
      const every = Math.max(1, Math.ceil((last - first + 1) / most));
      for (let e = first; e <= last; e++) {
        out.push([10 ** e, e % every === 0 ? (e > 3 || e < -2 ? "1e" + e : String(10 ** e)) : ""]);
      }
      return out;
    }
    const least = (to - from) / most;
    const decade = 10 ** Math.floor(Math.log10(least));
    const step = [1, 2, 5, 10].map((f) => f * decade).find((s) => s >= least);
    for (let k = Math.ceil(from / step - 1e-9); k * step <= to + 1e-9 * step; k++) {
      out.push([k * step, String(Number((k * step).toPrecision(6))).replace("-", "−")]);
    }
    return out;
  }

  /** Where a reading that is left out lies on an axis; null where it is not known. */
  const LEFT = {
    set: (c, r) => r.x, field: (c, r) => (c.drive ? r.acField : r.biasRate),
    rate: (c, r) => (c.drive ? r.rabi : r.sweepRate), xi: (c, r) => (Math.PI * r.rabi * r.rabi) / (2 * r.sweepRate),
  };

  /** Value of a second scale at a place of the first, and back, by the points of the curve. */
  function between(xs, ys, x) {
    const up = xs[xs.length - 1] > xs[0] ? 1 : -1;
    if (up * (x - xs[0]) < 0 || up * (x - xs[xs.length - 1]) > 0) return NaN;
    let k = 0;
    while (k + 2 < xs.length && up * (x - xs[k + 1]) > 0) k++;
    const share = (x - xs[k]) / (xs[k + 1] - xs[k]);
    return ys[k] + share * (ys[k + 1] - ys[k]);
  }

  const charts = [];

  function chart(curve, index) {
    const holder = document.createElement("figure");
    holder.className = "chart";
    const caption = document.createElement("figcaption");
    caption.textContent = curve.title;
    const picture = document.createElement("div");
    const tip = document.createElement("div");
    tip.className = "tip";
    tip.setAttribute("role", "status");
    tip.hidden = true;
    holder.append(caption, picture, tip);
    $("charts").append(holder);
    const state = { zoom: null, chosen: -1, places: [] };

    function draw() {
      const axis = AXES[$("abscissa").value];
      const log = axis.log(curve);
      const x = axis.curve(curve);
      const data = axis.data(curve);
      const usable = x.length > 0 && data.every((value) => value !== null);
      const xs = usable ? x : curve.x;
      const points = usable ? data : curve.data;
      const isLog = usable ? log : curve.logarithmic;
      const width = Math.max(280, picture.clientWidth || 560);
      const height = Math.min(470, Math.max(330, 0.8 * width));
      const scale = usable && $("abscissa").value === "set" ? AXES.field.curve(curve) : [];
      const second = scale.length > 1 && scale.some((v, k) => v !== xs[k]);
      const left = 58, right = width - 10, top = second ? 50 : 12, foot = height - 46;
      const split = top + 0.7 * (foot - top);
      const out = curve.leftOut.map((r) => ({ r, x: LEFT[usable ? $("abscissa").value : "set"](curve, r),
        y: (r.frequency - D.reference) / unit })).filter((o) => o.x !== null);
      let from = Math.min(...xs, ...out.map((o) => o.x)), to = Math.max(...xs, ...out.map((o) => o.x));
      if (from < Math.min(...xs)) from = isLog ? from / (to / from) ** 0.03 : from - 0.03 * (to - from);
      if (to > Math.max(...xs)) to = isLog ? to * (to / from) ** 0.03 : to + 0.03 * (to - from);
      if (state.zoom) [from, to] = state.zoom;
      const place = (v) => (isLog ? Math.log(v / from) / Math.log(to / from) : (v - from) / (to - from));
      const across = (v) => left + Math.max(-1, Math.min(2, place(v))) * (right - left);
      const moved = curveShifts(curve, now).map((v) => v / unit);
      const fitted = curve.frequency.map((f) => (f - D.reference) / unit);
      const seen = (k) => place(xs[k]) >= -0.02 && place(xs[k]) <= 1.02;
      let low = Infinity, high = -Infinity;
      const take = (v) => { if (Number.isFinite(v)) { low = Math.min(low, v); high = Math.max(high, v); } };
      xs.forEach((v, k) => { if (seen(k)) { take(moved[k]); take(fitted[k]); } });
      curve.readings.forEach((i, k) => {
        const r = D.readings[i], y = (r.frequency - r.slow - D.reference) / unit;
        if (place(points[k]) >= 0 && place(points[k]) <= 1) { take(y - r.sigma / unit); take(y + r.sigma / unit); }
      });
      const [least, most] = [low - 0.5 * (high - low), high + 0.5 * (high - low)];
      out.forEach((o) => { if (place(o.x) >= 0 && place(o.x) <= 1) take(Math.max(least, Math.min(most, o.y))); });
      const margin = 0.06 * (high - low) || 1;
      low -= margin; high += margin;
      const up = (v) => split - 8 - ((v - low) / (high - low)) * (split - 8 - top);

      picture.textContent = "";
      const root = svg(picture, "svg", { viewBox: `0 0 ${width} ${height}`, width, height, tabindex: 0, role: "img",
        "aria-label": `${curve.title}: f − f_ref in ${unitName} over ${usable ? axis.label(curve) : curve.label}. Arrow keys go from reading to reading, plus and minus zoom, 0 shows all.` });
      const defs = svg(root, "clipPath", { id: "k" + index });
      svg(defs, "rect", { x: left, y: top, width: right - left, height: split - 8 - top });
      const inside = svg(root, "g", { "clip-path": `url(#k${index})` });
      const path = (values, more) => {
        let d = "", down = false;
        values.forEach((v, k) => {
          if (!Number.isFinite(v)) { down = false; return; }
          d += (down ? "L" : "M") + across(xs[k]).toFixed(1) + " " + up(v).toFixed(1);
          down = true;
        });
        return svg(inside, "path", { d, ...more });
      };
      const still = ["chi", "p", "t10", "f"].every((key) => now[key] === best[key]);
      const band = (half, strength) => {
        if (!half.length || !still) return;
        const there = fitted.map((v, k) => [across(xs[k]), up(v + half[k] / unit)]);
        const back = fitted.map((v, k) => [across(xs[k]), up(v - half[k] / unit)]).reverse();
        svg(inside, "path", { d: "M" + there.concat(back).map((p) => p.map((n) => n.toFixed(1)).join(" ")).join("L") + "Z", class: "band", "fill-opacity": strength });
      };
      const ends = xs.filter((v, k) => curve.logarithm[k] < 1);
      if (ends.length) {
        const hatch = svg(root, "pattern", { id: "h" + index, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
        svg(hatch, "line", { x1: 0, x2: 0, y1: 0, y2: 8, class: "hatch" });
        const a = across(Math.min(...ends)), b = across(Math.max(...ends));
        svg(inside, "rect", { x: a, y: top, width: Math.max(1, b - a), height: split - top, class: "ends", fill: `url(#h${index})` });
        const atRight = a > (left + right) / 2;
        svg(inside, "text", { x: atRight ? Math.min(b, right) - 6 : Math.max(a, left) + 6, y: split - 20, class: atRight ? "end" : "" },
          "the theory ends (L < 1)");
      }
      band(curve.confidence95, 0.2);
      band(curve.confidence68, 0.4);
      caption.textContent = curve.title;
      if (curve.extremum !== null && curve.confidence68.length && still && !state.zoom && $("abscissa").value === "set") {
        svg(inside, "line", { x1: across(curve.extremum), x2: across(curve.extremum), y1: top, y2: split, class: "mark" });
        caption.textContent += `; lowest at ${Number(curve.extremum.toPrecision(3))}`.replace("-", "−") + " " + curve.unit;
      }
      if (!still) path(fitted, { class: "fitted" });
      const line = path(moved, { class: "curve" });
      line.id = "curve" + index;
      svg(root, "rect", { x: left, y: top, width: right - left, height: split - 8 - top, class: "frame" });
      svg(root, "rect", { x: left, y: split, width: right - left, height: foot - split, class: "frame" });
      for (const [v, words] of ticks(low, high, false, 7)) {
        svg(root, "path", { d: `M${left} ${up(v)}h5`, class: "tick" });
        svg(root, "text", { x: left - 5, y: up(v) + 4, class: "end" }, words);
      }
      for (const [v, words] of ticks(from, to, isLog, Math.floor(width / 75))) {
        const at = across(v);
        svg(root, "path", { d: `M${at} ${foot}v-5`, class: "tick" });
        if (words) svg(root, "text", { x: at, y: foot + 16, class: "middle" }, words);
      }
      if (second) {
        const lnScale = scale.map(Math.log), lnX = xs.map((v) => (isLog ? Math.log(v) : v));
        const ends2 = [from, to].map((v) => between(lnX, lnScale, isLog ? Math.log(v) : v));
        const bottom = Math.exp(Number.isFinite(ends2[0]) ? ends2[0] : Math.min(...lnScale));
        const head = Math.exp(Number.isFinite(ends2[1]) ? ends2[1] : Math.max(...lnScale));
        for (const [v, words] of bottom < head ? ticks(bottom, head, true, Math.floor(width / 75)) : []) {
          const there = between(lnScale, lnX, Math.log(v));
          if (!Number.isFinite(there)) continue;
          const at = across(isLog ? Math.exp(there) : there);
          svg(root, "path", { d: `M${at} ${top}v5`, class: "tick" });
          if (words) svg(root, "text", { x: at, y: top - 6, class: "middle" }, words);
        }
        svg(root, "text", { x: (left + right) / 2, y: 14, class: "middle" }, AXES.field.label(curve));
      }
      svg(root, "text", { x: (left + right) / 2, y: foot + 36, class: "middle" }, usable ? axis.label(curve) : curve.label);
      svg(root, "text", { x: 13, y: (top + split) / 2, class: "middle", transform: `rotate(-90 13 ${(top + split) / 2})` }, `f − f_ref (${unitName})`);
      svg(root, "text", { x: 13, y: (split + foot) / 2, class: "middle", transform: `rotate(-90 13 ${(split + foot) / 2})` }, "pull (σ)");
      const pulls = curve.readings.map((i) => {
        const r = D.readings[i];
        return (r.frequency - r.slow - D.reference - readingShift(r, now)) / r.sigma;
      });
      const near = (v) => points.reduce((best, p, k) => (Math.abs(p - v) < Math.abs(points[best] - v) ? k : best), 0);
      const largest = Math.max(3.2, ...pulls.filter(Number.isFinite).map((v) => 1.1 * Math.abs(v)));
      const pullUp = (v) => (split + foot) / 2 - (v / largest) * ((foot - split) / 2);
      const pullBand = (half, strength) => {
        if (!half.length || !still) return;
        const shown = xs.map((v, k) => k).filter((k) => place(xs[k]) >= 0 && place(xs[k]) <= 1);
        const high = shown.map((k) => [across(xs[k]), Math.min(largest, half[k] / D.readings[curve.readings[near(xs[k])]].sigma)]);
        const points2 = high.map(([px, v]) => [px, pullUp(v)]).concat(high.reverse().map(([px, v]) => [px, pullUp(-v)]));
        svg(root, "path", { d: "M" + points2.map((p) => p.map((n) => n.toFixed(1)).join(" ")).join("L") + "Z", class: "band", "fill-opacity": strength });
      };
      pullBand(curve.confidence95, 0.2);
      pullBand(curve.confidence68, 0.4);
      for (const v of [-2, 0, 2]) {
        svg(root, "line", { x1: left, x2: right, y1: pullUp(v), y2: pullUp(v), class: v ? "guide" : "zero" });
        if (largest < 40) svg(root, "text", { x: left - 5, y: pullUp(v) + 4, class: "end" }, String(v).replace("-", "−"));
      }
      state.places = [];
      curve.readings.forEach((i, k) => {
        const r = D.readings[i];
        const at = place(points[k]);
        if (at < 0 || at > 1) return;
        const px = across(points[k]), y = (r.frequency - r.slow - D.reference) / unit, s = r.sigma / unit;
        svg(root, "path", { d: `M${px} ${up(y - s)}V${up(y + s)}`, class: "error" });
        svg(root, "circle", { cx: px, cy: up(y), r: 3, class: "dot" });
        if (Number.isFinite(pulls[k])) {
          svg(root, "circle", { cx: px, cy: pullUp(pulls[k]), r: 2.6, class: "dot" });
          if (Math.abs(pulls[k]) > 3) svg(root, "circle", { cx: px, cy: pullUp(pulls[k]), r: 6, class: "ring" });
        }
        state.places.push({ i, x: px, y: up(y), k, pull: pulls[k] });
      });
      out.forEach((o) => {
        if (place(o.x) < 0 || place(o.x) > 1) return;
        const px = across(o.x), py = Math.max(top + 6, Math.min(split - 14, up(o.y)));
        svg(root, "path", { d: `M${px - 5} ${py + 5}l10 -10`, class: "struck" });
        svg(root, "circle", { cx: px, cy: py, r: 3.5, class: "struck" });
        state.places.push({ left: o.r, x: px, y: py });
      });
      state.places.sort((a, b) => a.x - b.x);
      const halo = svg(root, "circle", { r: 7, class: "halo", visibility: "hidden" });

      const show = (n) => {
        const p = state.places[n];
        if (!p) return;
        state.chosen = n;
        const r = p.left || D.readings[p.i];
        halo.setAttribute("cx", p.x);
        halo.setAttribute("cy", p.y);
        halo.setAttribute("visibility", "visible");
        const g = (v, digits) => (v === null ? "–" : Number(v.toPrecision(digits)).toString());
        tip.textContent = `${r.at} — ${r.drive}, ${r.bias}; ` +
          (r.acField === null ? "" : `F_AC ${g(r.acField, 4)} V/m; `) +
          `f ${(r.frequency / 1e9).toFixed(9)} GHz, fit ${(r.fitted / 1e9).toFixed(9)} GHz; ` +
          (p.left ? `left out by “${r.reason}”` : `pull ${g(p.pull, 3)} σ; leverage ${g(r.leverage, 2)}`);
        tip.hidden = false;
      };
      const local = (event) => {
        const box = root.getBoundingClientRect();
        return [(event.clientX - box.left) * (width / box.width), (event.clientY - box.top) * (height / box.height)];
      };
      const value = (px) => {
        const share = Math.max(0, Math.min(1, (px - left) / (right - left)));
        return isLog ? from * (to / from) ** share : from + share * (to - from);
      };
      let down = null, frame = null;
      root.addEventListener("pointermove", (event) => {
        const [px, py] = local(event);
        if (down !== null && Math.abs(px - down) > 6) {
          if (!frame) frame = svg(root, "rect", { y: top, height: foot - top, class: "select" });
          frame.setAttribute("x", Math.min(px, down));
          frame.setAttribute("width", Math.abs(px - down));
          return;
        }
        let nearest = -1, distance = 900;
        state.places.forEach((p, n) => {
          const dy = py > split ? 0 : p.y - py;
          const d = (p.x - px) ** 2 + dy ** 2;
          if (d < distance) { distance = d; nearest = n; }
        });
        if (nearest >= 0) show(nearest);
      });
      root.addEventListener("pointerdown", (event) => { down = local(event)[0]; });
      root.addEventListener("pointerup", (event) => {
        const px = local(event)[0];
        if (down !== null && Math.abs(px - down) > 12) {
          state.zoom = [value(Math.min(px, down)), value(Math.max(px, down))];
          down = null;
          draw();
        }
        down = null;
      });
      const zoom = (factor) => {
        const m = value((left + right) / 2);
        state.zoom = isLog
          ? [m * (from / m) ** factor, m * (to / m) ** factor]
          : [m + (from - m) * factor, m + (to - m) * factor];
        draw();
        picture.firstChild.focus();
      };
      root.addEventListener("dblclick", () => { state.zoom = null; draw(); });
      root.addEventListener("keydown", (event) => {
        const steps = { ArrowRight: 1, ArrowLeft: -1 };
        if (event.key in steps) {
          show(Math.max(0, Math.min(state.places.length - 1, state.chosen + steps[event.key])));
        } else if (event.key === "+") zoom(0.6);
        else if (event.key === "-") zoom(1 / 0.6);
        else if (event.key === "0") { state.zoom = null; draw(); picture.firstChild.focus(); }
        else return;
        event.preventDefault();
      });
    }
    charts.push({ draw, state });
    draw();
  }

  // ---- sliders ----
  function text(key) {
    if (key === "chi") return (now.chi * 1e4).toFixed(4) + " ×10⁻⁴";
    if (key === "p") return (now.p / 3.33564095198152e-30).toFixed(4) + " D";
    if (key === "t10") return now.t10 === null ? "∞" : (now.t10 * 1e6).toPrecision(5) + " µs";
    return ((now.f - D.reference) / unit).toFixed(3) + " " + unitName + " from the fit";
  }

  const spread = D.readings.reduce((m, r) => Math.max(m, Math.abs(r.frequency - D.reference)), 1);
  const reach = { chi: 3, p: D.reach[0], t10: D.reach[1] };
  const inputs = {};

  function update() {
    for (const key in inputs) $("value-" + key).textContent = text(key);
    const chi2 = chiSquare(now);
    $("live").textContent = Number.isFinite(chi2)
      ? `χ² of the readings: ${chi2.toPrecision(6)} (best fit ${chiSquare(best).toPrecision(6)})`
      : "beyond what the tables of this page hold";
    charts.forEach((c) => c.draw());
  }

  function set(values) {
    Object.assign(now, values);
    for (const key in inputs) {
      inputs[key].value = key === "f"
        ? String((now.f - best.f) / spread)
        : String(Math.log(now[key] / best[key]) / Math.log(reach[key]));
    }
    update();
  }

  if (best.chi !== null && best.f !== null) {
    for (const key of ["chi", "p", "t10", "f"]) {
      if (best[key] === null || best[key] === undefined || ((key === "p" || key === "t10") && !tables)) {
        $("slide-" + key).hidden = true;
        continue;
      }
      const input = $("input-" + key);
      inputs[key] = input;
      input.addEventListener("input", () => {
        const v = Number(input.value);
        now[key] = v === 0 ? best[key] : key === "f" ? best.f + v * spread : best[key] * reach[key] ** v;
        update();
      });
    }
    $("reset").addEventListener("click", () => set({ ...best }));
    $("sliders").hidden = false;
  }

  $("still").hidden = true;
  $("moving").hidden = false;
  D.curves.forEach(chart);
  if (best.chi !== null && best.f !== null) update();
  $("abscissa").addEventListener("change", () => {
    charts.forEach((c) => { c.state.zoom = null; c.draw(); });
  });
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth !== width) { width = window.innerWidth; charts.forEach((c) => c.draw()); }
  });

  /** For notebooks' consoles and tests. */
  window.tlsfit = {
    data: D, best, set, chiSquare: () => chiSquare(now),
    readingShifts: () => D.readings.map((r) => readingShift(r, now)),
  };
})();
