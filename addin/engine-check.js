/* global document */
// For engines of long ago, so in the language of long ago (ES5), and apart from the bundle: Excel 2019 shows panes in Internet Explorer, which could
// not even read it. React 19 and Fluent UI need an engine of 2023: Array.prototype.toSorted came in Chromium 110, Safari 16 and Firefox 115.
(function () {
  var isNewEnough = typeof Worker === 'function' && typeof Array.prototype.toSorted === 'function';
  if (!isNewEnough) {
    document.documentElement.setAttribute('data-too-old', '');
    document.getElementById('too-old').style.display = 'block';
    document.getElementById('root').style.display = 'none';
  }
})();
