'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const root = document.documentElement;
  const count = data.devices.length;
  const FONT = '12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
  const MOST_LABELS = 12;
  const LABEL_LENGTH = 12;
  const LEAST_WIDTH_FOR_LABELS = 420;
  const charts = [];

  // ---- colours: the style sheet's, read again when the scheme changes

  let colours;
  const readColours = () => {
    const style = getComputedStyle(root);
    const read = name => style.getPropertyValue('--' + name).trim();
    colours = {
      text: read('text'),
      muted: read('muted'),
      grid: read('grid'),
      accent: read('accent'),
      device: data.colours.map(number => read('colour' + number)),
    };
  };
  readColours();

  // ---- numbers

  const percent = value => (100 * value).toFixed(1) + '\u00a0%';
  const figure = value => {
    const size = Math.abs(value);
    return size === 0 || (size >= 1e-4 && size < 1e6)
      ? String(+value.toPrecision(3))
      : value.toExponential(1).replace('e+', 'e');
  };
  const mean = values => {
    const known = values.filter(value => value != null);
    return known.length ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
  };
  const honest = series => series.filter((values, device) => !data.adversaries[device]);
  const means = series => data.rounds.map((round, i) => mean(honest(series).map(values => values[i])));
  // bytes that a device has sent on average: only upwards, also where devices join and leave
  const meanSent = sent => {
    let sum = 0;
    return data.rounds.map((round, i) => {
      const since = values => (values[i] == null ? null : values[i] - ((i > 0 && values[i - 1]) || 0));
      sum += mean(honest(sent).map(since)) ?? 0;
      return sum;
    });
  };
  const unitFor = bytes => {
    const step = bytes < 1 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
    return {size: 1000 ** step, name: ['B', 'kB', 'MB', 'GB', 'TB'][step]};
  };

  // ---- highlighting: some devices stand out in every chart, table and graph

  let pinned = null;
  let hovered = null;
  const lit = () => hovered ?? pinned;
  const indicesOf = element => new Set(element.dataset.devices.split(' ').map(Number));
  const marked = [...document.querySelectorAll('[data-devices]')].map(element => ({element, indices: indicesOf(element)}));
  const same = (a, b) => a === b || (a && b && a.size === b.size && [...a].every(i => b.has(i)));

  const showHighlight = () => {
    const now = lit();
    document.body.classList.toggle('highlighting', now !== null);
    for (const {element, indices} of marked) {
      element.classList.toggle('lit', now !== null && [...indices].every(i => now.has(i)));
    }
    charts.forEach(chart => chart.redraw(false));
  };
  const hover = indices => {
    if (!same(hovered, indices)) {
      hovered = indices;
      showHighlight();
    }
  };
  const pin = button => {
    const indices = indicesOf(button);
    pinned = same(pinned, indices) ? null : indices;
    for (const each of document.querySelectorAll('.key button')) {
      each.setAttribute('aria-pressed', String(pinned !== null && same(indicesOf(each), pinned)));
    }
    showHighlight();
  };
  for (const {element, indices} of marked) {
    element.addEventListener('pointerenter', () => hover(indices));
    element.addEventListener('pointerleave', () => hover(null));
    if (element.tagName === 'BUTTON') {
      element.addEventListener('click', () => pin(element));
    }
  }

  // ---- what a chart shows

  const tableOver = {
    rounds: series => ({
      x: 'round',
      table: [data.rounds, ...series, means(series)],
      marks: data.swaps,
    }),
    bytes: series => {
      const sent = data.figures.bytesSent;
      const unit = unitFor(sent.flat().reduce((most, bytes) => Math.max(most, bytes ?? 0), 0));
      const line = (bytes, values) => {
        const known = data.rounds.map((round, i) => i).filter(i => bytes[i] != null);
        return [known.map(i => bytes[i] / unit.size), known.map(i => values[i])];
      };
      const average = meanSent(sent);
      return {
        x: unit.name,
        nothing: sent.flat().every(bytes => !bytes) && 'Nothing was sent.',
        table: uPlot.join([...series.map((values, i) => line(sent[i], values)), line(average, means(series))]),
        marks: data.swaps.map(round => between(average, round) / unit.size),
      };
    },
  };

  // a figure at a round between two evaluations
  const between = (values, round) => {
    const next = data.rounds.findIndex(each => each >= round);
    if (next <= 0) {
      return values[next < 0 ? values.length - 1 : 0];
    }
    const share = (round - data.rounds[next - 1]) / (data.rounds[next] - data.rounds[next - 1]);
    return values[next - 1] + share * (values[next] - values[next - 1]);
  };

  const contentOf = (name, over, log) => {
    const known = data.figures[name];
    const series = log ? known.map(values => values.map(value => (value > 0 ? value : null))) : known;
    const content = tableOver[over](series);
    const values = known.flat().filter(value => value != null);
    content.nothing ||= values.length === 0 && 'No device states this figure.';
    content.nothing ||= name !== 'testAccuracy' && values.every(value => value === 0) && 'Zero throughout.';
    return content;
  };

  // ---- drawing on a chart

  const shortened = id => {
    const letters = [...id];
    return letters.length > LABEL_LENGTH ? letters.slice(0, 5).join('') + '…' + letters.slice(6 - LABEL_LENGTH).join('') : id;
  };
  const labelled = (chart, options) =>
    options.labels && count <= MOST_LABELS && chart.width >= LEAST_WIDTH_FOR_LABELS;
  const isFaint = device => lit() !== null && !lit().has(device);
  // where a line reaches the right edge: its last value, if it has one there
  const endOf = values => values[values.length - 1];

  const onCanvas = (chart, draw) => {
    const {ctx} = chart;
    const ratio = devicePixelRatio;
    ctx.save();
    ctx.scale(ratio, ratio);
    ctx.textBaseline = 'middle';
    ctx.textAlign = 'left';
    const {left, top, width, height} = chart.bbox;
    draw(ctx, {left: left / ratio, top: top / ratio, right: (left + width) / ratio, bottom: (top + height) / ratio});
    ctx.restore();
  };

  const drawBaseline = chart => onCanvas(chart, (ctx, box) => {
    const y = box.top + chart.valToPos(data.baseline.testAccuracy, 'y');
    ctx.strokeStyle = ctx.fillStyle = colours.muted;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([5, 4]);
    ctx.beginPath();
    ctx.moveTo(box.left, y);
    ctx.lineTo(box.right, y);
    ctx.stroke();
    ctx.font = FONT;
    ctx.textAlign = 'right';
    ctx.fillText(`mean ${data.baseline.label} ${percent(data.baseline.testAccuracy)}`, box.right - 4, y + 10);
  });

  const drawSwaps = (chart, marks) => onCanvas(chart, (ctx, box) => {
    ctx.strokeStyle = ctx.fillStyle = colours.accent;
    ctx.lineWidth = 1;
    ctx.font = FONT;
    ctx.textAlign = 'center';
    let free = box.left;
    marks.forEach((mark, i) => {
      const x = Math.round(box.left + chart.valToPos(mark, 'x')) + 0.5;
      if (x < box.left || x > box.right) {
        return;
      }
      const label = String(i + 1);
      const half = ctx.measureText(label).width / 2;
      const fits = x - half >= free;
      ctx.setLineDash([3, 3]);
      ctx.beginPath();
      ctx.moveTo(x, box.top + (fits ? 14 : 0));
      ctx.lineTo(x, box.bottom);
      ctx.stroke();
      if (fits) {
        ctx.fillText(label, x, box.top + 6);
        free = x + half + 4;
      }
    });
  });

  const drawLabels = chart => onCanvas(chart, (ctx, box) => {
    const labels = data.devices.map((id, device) => ({
      text: shortened(id), colour: colours.device[device], font: FONT, faint: isFaint(device), value: endOf(chart.data[device + 1]),
    }));
    if (count > 1) {
      labels.push({text: 'mean', colour: colours.text, font: 'bold ' + FONT, value: endOf(chart.data[count + 1])});
    }
    const shown = labels.filter(label => label.value != null);
    shown.forEach(label => { label.y = label.at = box.top + chart.valToPos(label.value, 'y'); });
    spread(shown, box.top, box.bottom);
    for (const label of shown) {
      ctx.strokeStyle = ctx.fillStyle = label.colour;
      ctx.font = label.font;
      ctx.globalAlpha = label.faint ? 0.25 : 1;
      ctx.fillText(label.text, box.right + 22, label.y);
      ctx.globalAlpha *= 0.6;
      ctx.beginPath();
      ctx.moveTo(box.right + 2, label.at);
      ctx.lineTo(box.right + 18, label.y);
      ctx.stroke();
    }
  });

  const spread = (labels, top, bottom) => {
    const GAP = 14;
    labels.sort((a, b) => a.at - b.at);
    let floor = top;
    for (const label of labels) {
      label.y = Math.max(label.y, floor);
      floor = label.y + GAP;
    }
    let ceiling = bottom;
    for (const label of labels.reverse()) {
      label.y = Math.min(label.y, ceiling);
      ceiling = label.y - GAP;
    }
  };

  // ---- the tip under the pointer, and the device nearest to it

  const nearest = chart => {
    const {idx, top} = chart.cursor;
    let best = null;
    for (let device = 0; device < count && idx != null; device++) {
      const value = chart.data[device + 1][idx];
      const distance = value == null ? Infinity : Math.abs(chart.valToPos(value, 'y') - top);
      if (distance < (best?.distance ?? Infinity)) {
        best = {device, value, distance};
      }
    }
    return best;
  };

  const showTip = (chart, tip, format, x) => {
    const found = chart.cursor.left >= 0 ? nearest(chart) : null;
    tip.hidden = !found;
    hover(found && new Set([found.device]));
    if (!found) {
      return;
    }
    const at = chart.data[0][chart.cursor.idx];
    const name = document.createElement('b');
    name.style.color = colours.device[found.device];
    name.textContent = data.devices[found.device];
    const average = chart.data[count + 1][chart.cursor.idx];
    const lines = [format(found.value)];
    if (count > 1 && average != null) {
      lines.push(`mean ${format(average)}`);
    }
    lines.push(x === 'round' ? `round ${at.toLocaleString('en')}` : `${figure(at)} ${x}`);
    tip.replaceChildren(name, lines.join(' · '));
    const over = chart.over;
    const left = over.offsetLeft + chart.cursor.left;
    const toLeft = chart.cursor.left > over.clientWidth / 2;
    tip.style.left = `${toLeft ? left - tip.offsetWidth - 12 : left + 12}px`;
    const above = over.offsetTop + chart.cursor.top - tip.offsetHeight - 8;
    tip.style.top = `${above < 0 ? over.offsetTop + chart.cursor.top + 16 : above}px`;
  };

  // ---- making charts

  const deviceSeries = device => ({
    stroke: () => colours.device[device],
    width: count > 40 ? 1 : 1.5,
    alpha: 1,
    points: {show: false},
  });

  const meanSeries = {
    show: count > 1,
    stroke: () => colours.text,
    width: 3,
    points: {show: false},
  };

  // uPlot reads a series' alpha and width whenever it draws the series
  const setEmphasis = (chart, index) => {
    const some = lit() !== null;
    const series = chart.series[index];
    if (index === 0) {
      return;
    }
    if (index > count) {
      series.alpha = some ? 0.35 : 1;
      return;
    }
    const plain = count > 40 ? 0.5 : 0.85;
    series.alpha = !some ? plain : lit().has(index - 1) ? 1 : 0.12;
    series.width = some && lit().has(index - 1) ? 2.5 : count > 40 ? 1 : 1.5;
  };

  const accuracyRange = (chart, low, high) => {
    const reference = data.baseline?.testAccuracy ?? high;
    return [
      Math.max(0, Math.floor(10 * Math.min(low, reference) - 0.2) / 10),
      Math.min(1, Math.ceil(10 * Math.max(high, reference) + 0.2) / 10),
    ];
  };

  const axis = more => ({
    stroke: () => colours.muted,
    font: FONT,
    grid: {stroke: () => colours.grid, width: 1},
    ticks: {show: false},
    ...more,
  });

  // of the ticks of a logarithmic axis, the powers of ten; of a short one 1, 2 and 5 times them
  const roundOnes = splits => {
    const powers = splits.filter(value => leading(value) === 1);
    const wanted = powers.length > 1 ? [1] : [1, 2, 5];
    return splits.map(value => (wanted.includes(leading(value)) ? value : null));
  };
  const leading = value => Number(value.toExponential(3).split('e')[0]);

  const draw = (place, options) => {
    const {name, title, over, log, format} = options;
    const content = contentOf(name, over, log);
    if (content.nothing) {
      place.className = 'empty';
      place.textContent = content.nothing;
      return;
    }
    place.setAttribute('role', 'img');
    place.setAttribute('aria-label', summaryOf(name, title, format));
    const tip = document.createElement('div');
    tip.className = 'tip';
    tip.hidden = true;
    const isAccuracy = name === 'testAccuracy';
    const rightPadding = chart =>
      labelled(chart, options) ? 32 + 6.7 * Math.max(4, ...data.devices.map(id => shortened(id).length)) : 16;
    const chart = new uPlot(
      {
        width: place.clientWidth,
        height: place.clientHeight,
        padding: [10, rightPadding, 0, 0],
        legend: {show: false},
        cursor: {y: false, points: {show: false}, drag: {x: true, y: false}},
        scales: {
          x: {time: false},
          y: log ? {distr: 3} : isAccuracy ? {range: accuracyRange} : {},
        },
        axes: [
          axis({size: 26, label: over === 'rounds' ? 'rounds' : content.x + ' sent per device', labelFont: FONT, labelSize: 20, labelGap: 2}),
          axis({
            size: 52,
            filter: (self, splits) => (log ? roundOnes(splits) : splits),
            grid: {stroke: () => colours.grid, width: 1, filter: (self, splits) => (log ? roundOnes(splits) : splits)},
            values: (self, splits) => splits.map(value =>
              value == null ? '' : isAccuracy ? `${Math.round(100 * value)}\u00a0%` : figure(value)),
          }),
        ],
        series: [{}, ...data.devices.map((id, device) => deviceSeries(device)), meanSeries],
        hooks: {
          drawClear: [self => self.series.forEach((series, index) => setEmphasis(self, index))],
          draw: [
            self => drawSwaps(self, content.marks),
            self => isAccuracy && data.baseline && drawBaseline(self),
            self => labelled(self, options) && drawLabels(self),
          ],
          setCursor: [self => showTip(self, tip, format, content.x)],
        },
      },
      content.table,
      place,
    );
    place.append(tip);
    new ResizeObserver(() => fit(chart)).observe(place);
    charts.push(chart);
  };

  const fit = chart => {
    const place = chart.root.parentElement;
    if (place.clientWidth !== chart.width || place.clientHeight !== chart.height) {
      chart.setSize({width: place.clientWidth, height: place.clientHeight});
    }
  };

  const summaryOf = (name, title, format) => {
    const values = means(data.figures[name]).filter(value => value != null);
    return `${title}: mean from ${format(values[0])} to ${format(values[values.length - 1])}`;
  };

  for (const element of document.querySelectorAll('.chart')) {
    const {figure: name, x: over, scale, format, labels} = element.dataset;
    const place = document.createElement('div');
    const formatted = format === 'percent' ? percent : figure;
    place.className = 'plot';
    element.append(place);
    const title = element.querySelector('h3').textContent;
    draw(place, {name, title, over, log: scale === 'log', labels: labels !== undefined, format: formatted});
  }

  // ---- colour schemes and paper

  const redraw = () => {
    readColours();
    charts.forEach(chart => {
      fit(chart);
      chart.redraw(false, true);
    });
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    closed.forEach(details => { details.open = true; });
    root.classList.add('print');
    redraw();
  });
  addEventListener('afterprint', () => {
    closed.forEach(details => { details.open = false; });
    root.classList.remove('print');
    redraw();
  });

  root.dataset.charts = String(charts.length);
})();
