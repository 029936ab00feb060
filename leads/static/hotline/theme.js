// Runs before the first paint: a chosen theme is set on <html>; no choice follows the system.
(() => {
  const chosen = document.cookie.match(/(?:^|; )theme=(light|dark)(?:;|$)/);
  if (chosen) document.documentElement.dataset.bsTheme = chosen[1];
})();
