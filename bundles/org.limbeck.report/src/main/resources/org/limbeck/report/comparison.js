'use strict';
(() => {
  const marked = [...document.querySelectorAll('[data-line]')];
  let pinned = null;
  const show = line => {
    document.body.classList.toggle('highlighting', line !== null);
    for (const element of marked) {
      element.classList.toggle('lit', line !== null && element.dataset.line === line);
    }
  };
  for (const element of marked) {
    const line = element.dataset.line;
    element.addEventListener('pointerenter', () => show(line));
    element.addEventListener('pointerleave', () => show(pinned));
    element.addEventListener('click', event => {
      if (event.target.tagName !== 'A') {
        pinned = pinned === line ? null : line;
        show(pinned);
      }
    });
  }
  document.documentElement.dataset.lines = String(new Set(marked.map(element => element.dataset.line)).size);
})();
