// Keyboard, the as-of slider and the marking of a claim in its report. Every page reads without this file.
(function () {
  'use strict';
  const items = () => Array.from(document.querySelectorAll('[data-item]'));
  let current = -1;
  let prefix = '';

  function go(name) {
    const pages = { e: 'events', c: 'changes', m: 'map', t: 'timeline', r: 'reports', w: 'who', l: 'where', s: 'sources', v: 'review' };
    const link = pages[name] && document.querySelector('header nav a[data-go=' + pages[name] + ']');
    if (link) link.click();
  }
  function move(step) {
    const rows = items();
    if (!rows.length) return;
    if (rows[current]) rows[current].classList.remove('current');
    current = Math.max(0, Math.min(rows.length - 1, current + step));
    rows[current].classList.add('current');
    rows[current].scrollIntoView({ block: 'nearest' });
    const link = rows[current].querySelector('a');
    if (link) link.focus({ preventScroll: true });
  }
  function press(key) {
    const card = document.getElementById('card');
    const target = card && card.querySelector('[data-key="' + key + '"]');
    if (target && !target.disabled) { target.click(); return true; }
    return false;
  }
  // An edit or a merge without its field filled in leads to that field instead of to a refusal.
  function ask(key) {
    const card = document.getElementById('card');
    const fields = card ? Array.from(card.querySelectorAll(key === 'e' ? 'select' : '[name=other]')) : [];
    if (!fields.length || fields.some(function (field) { return field.value; })) return false;
    fields[0].focus();
    return true;
  }
  document.addEventListener('htmx:responseError', function (event) {
    const problem = document.getElementById('problem');
    if (!problem) return;
    const page = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
    const told = page.querySelector('[data-problem]');
    problem.textContent = told ? told.textContent : 'The server refused this.';
    problem.hidden = false;
  });
  function shiftDay(step) {
    const range = document.getElementById('as_of_range');
    if (!range) return;
    range.value = Number(range.value) + step;
    range.dispatchEvent(new Event('change'));
  }
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'range';
    if (typing) {
      if (event.key === 'Escape') event.target.blur();
      if (event.key === 'Enter' && event.target.tagName === 'SELECT' && press('Enter')) event.preventDefault();
      return;
    }
    if (prefix === 'g') { prefix = ''; go(event.key); return; }
    if (event.key === 'g') { prefix = 'g'; return; }
    if ('em'.includes(event.key) && ask(event.key)) { event.preventDefault(); return; }
    if ('ynuemsz'.includes(event.key) && press(event.key)) { event.preventDefault(); return; }
    if (event.key === 'Enter' && !event.target.closest('a, button, summary') && press('Enter')) { event.preventDefault(); return; }
    if (event.key === 'j') { if (!press('j')) move(1); }
    else if (event.key === 'k') { if (!press('k')) move(-1); }
    else if (event.key === '[') shiftDay(-1);
    else if (event.key === ']') shiftDay(1);
    else if (event.key === '?') { const link = document.querySelector('header nav a[title=Keys]'); if (link) link.click(); }
    else if (event.key === '/') {
      const search = document.querySelector('[data-search]');
      if (search) { event.preventDefault(); search.focus(); }
    }
  });

  // On a narrow screen the pages scroll sideways; the one shown is brought into view.
  const here = document.querySelector('header nav [aria-current]');
  if (here) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.offsetLeft - 60;

  const range = document.getElementById('as_of_range');
  if (range) {
    const form = range.form;
    const days = form.dataset.days.split(' ');
    const field = form.elements.as_of;
    const show = function () { field.value = days[range.value]; range.setAttribute('aria-valuetext', days[range.value]); };
    range.addEventListener('input', show);
    range.addEventListener('change', function () { show(); form.submit(); });
  }

  function markClaim() {
    const key = location.hash.replace('#c-', '');
    document.querySelectorAll('.claim.now').forEach(function (piece) { piece.classList.remove('now'); });
    if (!location.hash.startsWith('#c-')) return;
    let first = null;
    document.querySelectorAll('[data-claims]').forEach(function (piece) {
      if (piece.dataset.claims.split(' ').includes(key)) { piece.classList.add('now'); first = first || piece; }
    });
    if (first) first.scrollIntoView({ block: 'center' });
  }
  window.addEventListener('hashchange', markClaim);
  markClaim();
})();
