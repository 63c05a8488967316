'use strict';
// Lets a person move through the timeline: zoom, drag, and step from message to message.
(function () {
  const data = document.getElementById('timeline-data');
  const place = document.getElementById('timeline');
  if (!data || !place) {
    return;
  }
  const timeline = JSON.parse(data.textContent);
  const status = document.getElementById('timeline-status');
  const pictures = Array.from(place.querySelectorAll('svg'));
  let svg = pictures[0];
  const SVG = 'http://www.w3.org/2000/svg';
  const LEFT = 116, ROW = 34, TOP = 22, MARGIN = 0.12;
  const KINDS = [['task', 12], ['runnable', 6], ['softirq', 18], ['vector', 26], ['hardirq', 26]];
  const bottom = TOP + timeline.lanes.length * ROW;
  const end = timeline.spans.reduce((last, span) => Math.max(last, span[4]), 1);
  let message = Number(place.dataset.message);
  let from = 0;
  let to = end;
  let right = 0;

  function duration(ns) {
    const units = ['ns', 'us', 'ms', 's'];
    let unit = 0;
    while (unit < 3 && Math.abs(ns) >= 999.5) {
      ns /= 1000;
      unit++;
    }
    return ns.toFixed(unit === 0 || Math.abs(ns) >= 99.95 ? 0 : Math.abs(ns) >= 9.995 ? 1 : 2) + '\u00a0' + units[unit];
  }

  function add(name, attributes, text) {
    const element = document.createElementNS(SVG, name);
    for (const key in attributes) {
      element.setAttribute(key, attributes[key]);
    }
    if (text !== undefined) {
      element.textContent = text;
    }
    svg.appendChild(element);
    return element;
  }

  function x(time) {
    const place = LEFT + (time - from) / (to - from) * (right - LEFT);
    return Math.max(LEFT, Math.min(right, place));
  }

  function ticks() {
    const raw = (to - from) / Math.round(svg.viewBox.baseVal.width / 120);
    const power = Math.pow(10, Math.floor(Math.log10(raw)));
    const digits = raw / power;
    const step = power * (digits <= 1.5 ? 1 : digits <= 3.5 ? 2 : digits <= 7 ? 5 : 10);
    for (let tick = 0; tick <= to - from; tick += step) {
      const at = x(from + tick);
      add('line', {class: 'grid', x1: at, y1: TOP - 6, x2: at, y2: bottom});
      add('text', {class: 'tick middle', x: at, y: bottom + 16}, duration(tick));
    }
  }

  function lanes() {
    timeline.lanes.forEach((name, lane) => {
      const y = TOP + lane * ROW;
      add('text', {class: 'label end', x: LEFT - 10, y: y + 20}, name);
      add('line', {class: 'axis', x1: LEFT, y1: y + ROW - 4, x2: right, y2: y + ROW - 4});
    });
  }

  function spans() {
    const shown = timeline.spans.filter((span) => span[4] >= from && span[3] <= to);
    shown.sort((one, other) => one[1] - other[1]);
    for (const span of shown) {
      const [kind, height] = KINDS[span[1]];
      const start = x(span[3]);
      const tone = timeline.tones[span[2]];
      const box = add('rect', {class: 'span-' + kind + (tone ? ' irq-' + tone : ''), x: start, y: TOP + (span[0] + 1) * ROW - 4 - height,
        width: Math.max(1, x(span[4]) - start), height: height});
      const title = document.createElementNS(SVG, 'title');
      title.textContent = timeline.names[span[2]] + ', ' + kind + ': ' + duration(span[4] - span[3]);
      box.appendChild(title);
    }
  }

  // The chosen message, and others where they do not overlap.
  function messages() {
    let free = from;
    timeline.messages.forEach(([start, returned], number) => {
      const chosen = number === message;
      const width = x(returned) - x(start);
      if (returned < from || start > to || width < 2 || !chosen && (start < free || overlapsChosen(start, returned))) {
        return;
      }
      free = returned;
      add('path', {class: 'message', d: 'M' + x(start) + ' 14V6H' + x(returned) + 'V14'});
      if (width > 60) {
        add('text', {class: 'tick strong middle', x: (x(start) + x(returned)) / 2, y: 19}, duration(returned - start));
      }
    });
  }

  function overlapsChosen(start, returned) {
    const chosen = timeline.messages[message];
    return chosen !== undefined && start < chosen[1] && returned > chosen[0];
  }

  // The picture for the screen that there is, which turns with the phone.
  function draw() {
    svg = pictures.find((picture) => picture.getBoundingClientRect().width > 0) || pictures[0];
    right = svg.viewBox.baseVal.width - 24;
    svg.replaceChildren();
    ticks();
    lanes();
    spans();
    messages();
  }

  function show(newFrom, newTo) {
    const width = Math.min(Math.max(newTo - newFrom, 100), end * 1.1);
    const middle = (newFrom + newTo) / 2;
    from = Math.min(Math.max(middle - width / 2, -end * 0.05), end * 1.05 - width);
    to = from + width;
    draw();
  }

  function showMessage(number) {
    if (timeline.messages.length === 0) {
      return;
    }
    message = (number + timeline.messages.length) % timeline.messages.length;
    const [start, returned, clock] = timeline.messages[message];
    const margin = Math.max(1, (returned - start) * MARGIN);
    show(start - margin, returned + margin);
    status.textContent = 'Message ' + (message + 1) + ' of the ' + timeline.messages.length + ' recorded here: '
      + duration(returned - start) + ', returned at ' + clock.replace(' ', '\u00a0') + '.';
  }

  function slowest() {
    const took = timeline.messages.map(([start, returned]) => returned - start);
    return took.indexOf(Math.max(...took));
  }

  function zoom(factor, at) {
    const centre = at === undefined ? (from + to) / 2 : at;
    show(centre - (centre - from) * factor, centre + (to - centre) * factor);
  }

  function timeAt(event) {
    const box = svg.getBoundingClientRect();
    const place = (event.clientX - box.left) / box.width * svg.viewBox.baseVal.width;
    return from + (place - LEFT) / (right - LEFT) * (to - from);
  }

  function tools() {
    const bar = document.createElement('div');
    bar.className = 'tools';
    const buttons = [['Previous message', () => showMessage(message - 1)], ['Next message', () => showMessage(message + 1)],
      ['Slowest message', () => showMessage(slowest())],
      ['Zoom in', () => zoom(0.5)], ['Zoom out', () => zoom(2)], ['Everything', () => show(0, end)]];
    for (const [name, action] of buttons) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = name;
      button.addEventListener('click', action);
      bar.appendChild(button);
    }
    place.prepend(bar);
  }

  function pointer(picture) {
    let held = null;
    picture.addEventListener('pointerdown', (event) => {
      held = {time: timeAt(event)};
      picture.setPointerCapture(event.pointerId);
    });
    picture.addEventListener('pointermove', (event) => {
      if (held) {
        const shift = held.time - timeAt(event);
        show(from + shift, to + shift);
      }
    });
    picture.addEventListener('pointerup', () => {
      held = null;
    });
    picture.addEventListener('wheel', (event) => {
      if (event.ctrlKey) {
        event.preventDefault();
        zoom(event.deltaY > 0 ? 1.25 : 0.8, timeAt(event));
      }
    }, {passive: false});
    picture.addEventListener('dblclick', (event) => zoom(0.5, timeAt(event)));
  }

  tools();
  pictures.forEach(pointer);
  window.addEventListener('resize', draw);
  if (message >= 0) {
    showMessage(message);
  } else {
    show(0, end);
  }
}());
