(() => {
  const lines = [...document.querySelectorAll('[data-k]')];
  const groups = new Map();
  for (const line of lines) {
    const key = line.dataset.k;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  let pinned = null;
  const mark = (key, name, on) =>
    (groups.get(key) ?? []).forEach(line => line.classList.toggle(name, on));

  const pin = (line) => {
    const key = line.dataset.k;
    const isSame = pinned === key;
    if (pinned !== null) mark(pinned, 'pin', false);
    pinned = isSame ? null : key;
    if (pinned === null) return;
    mark(pinned, 'pin', true);
    const side = line.closest('section');
    const others = groups.get(key).filter(other => other.closest('section') !== side);
    const seen = others.find(other => other.closest('details[open]')) ?? others[0];
    seen?.closest('details')?.setAttribute('open', '');
    if (seen?.closest('.pair')) seen.scrollIntoView({block: 'nearest', behavior: 'smooth'});
  };

  for (const line of lines) {
    line.addEventListener('mouseenter', () => mark(line.dataset.k, 'hot', true));
    line.addEventListener('mouseleave', () => mark(line.dataset.k, 'hot', false));
    line.addEventListener('click', () => pin(line));
    line.addEventListener('keydown', event => {
      if (event.key === 'Enter') pin(line);
      if (event.key === 'Escape' && pinned !== null) pin(groups.get(pinned)[0]);
    });
  }
  const inside = (line, name) => line.closest('.' + name) !== null;
  const pairs = [...groups.values()].filter(group =>
    group.some(line => inside(line, 'source')) && group.some(line => inside(line, 'generated')));
  document.body.dataset.pairs = pairs.length;
  if (lines.length > 0) {
    document.getElementById('pairs').textContent =
      `${pairs.length} lines of source lead to generated code.`;
  }
})();
